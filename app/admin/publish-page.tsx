import { notFound } from 'next/navigation';
import { ItemNav } from '@/features/desk/item-nav';
import { openItem } from '@/features/desk/item-page';
import {
  publishResourceAction,
  trashResourcesAction,
  withdrawResourceAction,
} from '@/features/resources/actions';
import { CheckList } from '@/features/revisions/check-list';
import { checksFor } from '@/features/revisions/checks';
import { checkContext } from '@/features/revisions/item/queries';
import type { Owner } from '@/features/revisions/owner-name';
import { PublishForm } from '@/features/revisions/publish-form';
import { workingCopyOf } from '@/features/revisions/queries';
import { scheduleOf } from '@/features/revisions/schedule/queries';
import { siteSettings } from '@/features/settings/queries';
import { publishTopicAction, trashTopicAction, withdrawTopicAction } from '@/features/topics/actions';
import { publishWebinarAction } from '@/features/webinars/actions';
import { addressOf, topicAddress } from '@/lib/addresses';
import { dayInWords, timeIn } from '@/lib/time';

/** What could be better before it goes, and the ways to go: now, at a time, or off the site. */
export async function PublishPage({ of, id }: { of: Owner['of']; id: string }) {
  const { owner, item, base } = await openItem(of, id, 'publish');
  const copy = await workingCopyOf(owner);
  const context = copy && (await checkContext(owner, copy.content));
  if (!copy || !context || item.kind === 'photo' || item.trashedAt) notFound();
  const [{ zone }, schedule] = await Promise.all([siteSettings(), scheduleOf(owner)]);
  const checks = checksFor(copy.content, context);
  const addressFor = (slug: string) =>
    item.kind === 'topic' ? topicAddress(slug) : addressOf({ kind: item.kind as 'news', slug });
  const publish = {
    topic: publishTopicAction,
    news: publishResourceAction,
    document: publishResourceAction,
    webinar: publishWebinarAction,
    photo: publishResourceAction,
  }[item.kind];
  return (
    <>
      <h1 dir="auto">{copy.content.title || 'Without a title yet'}</h1>
      <ItemNav base={base} here="publish" kind={item.kind} item={item} mayPublish />
      {copy.submittedAt && (
        <p className="notice mt-6">
          {copy.submittedBy} submitted it for review on {dayInWords(copy.submittedAt, zone)},{' '}
          {timeIn(copy.submittedAt, zone)}.
        </p>
      )}
      {item.withdrawnAt && (
        <p className="notice notice-warn mt-6">
          It was withdrawn on {dayInWords(item.withdrawnAt, zone)}: {item.withdrawnReason} Publishing brings
          it back.
        </p>
      )}
      {schedule?.refusal && (
        <p className="notice notice-warn mt-6">
          It was to be published on {dayInWords(schedule.at, schedule.zone)} and could not be:{' '}
          {schedule.refusal}
        </p>
      )}
      <div className="measure mt-6">
        <CheckList checks={checks} editAddress={base} />
        <PublishForm
          owner={owner}
          lockVersion={copy.lockVersion}
          publish={publish}
          withdraw={of === 'topic' ? withdrawTopicAction : withdrawResourceAction}
          trash={
            of === 'topic'
              ? { action: trashTopicAction, given: { id: owner.id } }
              : { action: trashResourcesAction, given: { ids: [owner.id] } }
          }
          ready={!checks.some(({ level }) => level === 'must')}
          isPublic={item.isPublic}
          withdrawn={item.withdrawnAt !== null}
          first={item.firstPublishedAt === null}
          address={addressFor(copy.content.slug)}
          moved={
            item.firstPublishedAt !== null && copy.content.slug !== item.slug ? addressFor(item.slug) : null
          }
          scheduled={
            schedule && !schedule.doneAt
              ? `${dayInWords(schedule.at, schedule.zone)}, ${timeIn(schedule.at, schedule.zone)} (${schedule.at.toISOString().slice(0, 16).replace('T', ' ')} UTC), revision ${schedule.number}, by ${schedule.by}`
              : null
          }
          zone={zone}
          inReview={copy.submittedAt !== null}
          list={of === 'topic' ? '/admin/topics' : listOf[item.kind as 'news']}
        />
      </div>
    </>
  );
}

const listOf = { news: '/admin/news', webinar: '/admin/webinars', document: '/admin/documents' };
