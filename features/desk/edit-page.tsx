import { notFound } from 'next/navigation';
import { authorize } from '@/auth/authorize';
import { listedLicences } from '@/features/credits/listed-licences';
import { knownPeople } from '@/features/people/queries';
import { EditingForm } from '@/features/revisions/form/editing-form';
import type { Owner } from '@/features/revisions/owner-name';
import { photosInText, workingCopyOf } from '@/features/revisions/queries';
import { scheduleOf } from '@/features/revisions/schedule/queries';
import { siteSettings } from '@/features/settings/queries';
import { activeStaff } from '@/features/staff/queries';
import { choosableTopics } from '@/features/topics/admin/queries';
import { addressOf, topicAddress } from '@/lib/addresses';
import { referencesOf } from '@/lib/text-tree';
import { dayInWords, timeIn } from '@/lib/time';
import { ItemNav } from './item-nav';
import { openItem } from './item-page';

/** The page on which one writes. */
export async function EditPage({ of, id }: { of: Owner['of']; id: string }) {
  const { owner, item, person, base } = await openItem(of, id);
  const copy = await workingCopyOf(owner);
  if (!copy || item.kind === 'photo') notFound();
  const { content } = copy;
  const text = 'body' in content ? content.body : content.introduction;
  const photoIds = [...referencesOf(text).photoIds, ...(content.hero ? [content.hero.photoId] : [])];
  const [{ zone }, topics, people, staff, schedule, photos] = await Promise.all([
    siteSettings(),
    choosableTopics(person),
    knownPeople(),
    activeStaff(),
    scheduleOf(owner),
    photosInText(photoIds),
  ]);
  const address =
    item.kind === 'topic' ? topicAddress(item.slug) : addressOf({ kind: item.kind, slug: item.slug });
  return (
    <>
      <h1 dir="auto">{content.title || 'Without a title yet'}</h1>
      <ItemNav
        base={base}
        here="edit"
        kind={item.kind}
        item={item}
        mayPublish={authorize(person, 'publish', item)}
      />
      {item.trashedAt ? (
        <p className="notice notice-warn mt-6">
          This is in the trash. It can be restored until 30 days after {dayInWords(item.trashedAt, zone)},
          then it is deleted.
        </p>
      ) : (
        <EditingForm
          of={of}
          kind={item.kind}
          id={owner.id}
          initial={{
            content,
            lockVersion: copy.lockVersion,
            savedAt: copy.savedAt,
            savedBy: copy.savedBy,
          }}
          everPublished={item.firstPublishedAt !== null}
          published={
            item.isPublic && item.publishedAt ? { address, at: dayInWords(item.publishedAt, zone) } : null
          }
          scheduled={
            schedule && !schedule.doneAt
              ? {
                  at: schedule.at.toISOString(),
                  words: `${dayInWords(schedule.at, schedule.zone)}, ${timeIn(schedule.at, schedule.zone)}`,
                }
              : null
          }
          submitted={copy.submittedBy}
          mayPublish={authorize(person, 'publish', item)}
          topics={of === 'topic' ? withoutBranch(topics, owner.id) : topics}
          people={people}
          staff={staff}
          licences={listedLicences}
          zone={zone}
          photos={photos}
          announced={item.kind === 'webinar' && item.firstPublishedAt !== null}
          base={base}
        />
      )}
    </>
  );
}

/** A topic cannot stand below itself, nor below what is below it. */
function withoutBranch<Topic extends { id: number; parentId: number | null }>(
  topics: Topic[],
  id: number,
): Topic[] {
  const branch = new Set([id]);
  for (let size = 0; size !== branch.size; ) {
    size = branch.size;
    for (const topic of topics) if (topic.parentId && branch.has(topic.parentId)) branch.add(topic.id);
  }
  return topics.filter((topic) => !branch.has(topic.id));
}
