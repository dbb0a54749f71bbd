import { DocumentView } from '@/features/documents/document-view';
import { newestOfTopic } from '@/features/resources/queries';
import { resourceAsPublished, topicAsPublished, webinarAsPublished } from '@/features/revisions/as-published';
import type { EditedItem } from '@/features/revisions/item/queries';
import type { Owner } from '@/features/revisions/owner-name';
import { parseDraft } from '@/features/revisions/owner-name';
import { draftPhotos } from '@/features/revisions/preview/queries';
import { courseOf, workingCopyOf } from '@/features/revisions/queries';
import { siteSettings } from '@/features/settings/queries';
import { StoryView } from '@/features/stories/story-view';
import { topicTree } from '@/features/topics/queries';
import { TopicView } from '@/features/topics/topic-view';
import { upcomingOfTopic } from '@/features/webinars/queries';
import { WebinarView } from '@/features/webinars/webinar-view';

type Props = {
  owner: Owner;
  item: EditedItem;
  /** Where its reader gets the pictures and files that are not public yet. */
  picture: (photoId: number) => string;
  file: (fileKey: string) => string;
};

/** The working copy as its page will be, by the page's own components. */
export async function Preview({ owner, item, picture, file }: Props) {
  const copy = await workingCopyOf(owner);
  if (!copy) return null;
  const photos = await draftPhotos(copy.content, picture);
  const { siteName } = await siteSettings();
  if (owner.of === 'topic') {
    const topic = topicAsPublished(owner.id, parseDraft('topic', copy.content), photos);
    const [tree, upcoming, list] = await Promise.all([
      topicTree(),
      upcomingOfTopic(owner.id),
      newestOfTopic(owner.id, 1),
    ]);
    return <TopicView topic={topic} tree={tree} upcoming={upcoming} list={list} />;
  }
  const draft = parseDraft('resource', copy.content);
  const kind = item.kind as 'news' | 'webinar' | 'document';
  const today = new Date().toISOString().slice(0, 10);
  const resource = resourceAsPublished({ id: owner.id, kind, draft, photos, file, today });
  if (kind === 'news') return <StoryView story={resource} siteName={siteName} />;
  if (kind === 'document') return <DocumentView document={resource} siteName={siteName} />;
  const webinar = webinarAsPublished(resource, draft, await courseOf(owner.id));
  if (!webinar)
    return <p className="notice">The preview needs the start and the time zone of the webinar.</p>;
  return <WebinarView webinar={webinar} siteName={siteName} />;
}

/** Says that this is not public. */
export function PreviewBanner({ children }: { children?: React.ReactNode }) {
  return (
    <div className="notice notice-warn mb-8" role="note">
      <p>
        <strong>Preview.</strong> This is a draft. Visitors do not see it, and it may still change.
      </p>
      {children}
    </div>
  );
}
