import { Photo } from '@/features/photos/photo';
import type { PublishedResource } from '@/features/resources/published';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { Byline, ResourceHead } from '@/features/resources/resource-head';
import { Text } from '@/features/resources/text';

/** A story as visitors see it, also in a preview. */
export function StoryView({ story, siteName }: { story: PublishedResource; siteName: string }) {
  return (
    <article>
      <ResourceHead resource={story}>
        <Byline resource={story} />
      </ResourceHead>
      {story.hero && (
        <div className="mt-8 max-w-[56rem]">
          <Photo use={story.hero} first sizes="(min-width: 62rem) 56rem, 92vw" />
        </div>
      )}
      <div className="prose story-measure mt-8">
        <Text tree={story.body} figures={story.figures} />
      </div>
      <ResourceFoot resource={story} siteName={siteName} />
    </article>
  );
}
