import { Photo } from '@/features/photos/photo';
import { AttachmentList } from '@/features/resources/attachment-list';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { People, ResourceHead } from '@/features/resources/resource-head';
import { Text } from '@/features/resources/text';
import { Panel } from './panel';
import type { PublishedWebinar } from './queries';
import { Recording } from './recording';
import { Transcript } from './transcript';

/** A webinar as visitors see it, also in a preview. */
export function WebinarView({ webinar, siteName }: { webinar: PublishedWebinar; siteName: string }) {
  const files = webinar.attachments.filter(({ type }) => type !== 'recording');
  const recorded = webinar.phase === 'recorded';
  return (
    <article>
      <div className={webinar.hero ? 'grid gap-x-12 gap-y-8 lg:grid-cols-[6fr_5fr]' : ''}>
        <div className="measure">
          <ResourceHead resource={webinar}>
            {webinar.presenters.length > 0 && (
              <p className="meta mt-4">
                With <People people={webinar.presenters} />
              </p>
            )}
          </ResourceHead>
          <Panel webinar={webinar} />
        </div>
        {webinar.hero && (
          <Photo use={webinar.hero} first sizes="(min-width: 76rem) 31rem, (min-width: 60rem) 42vw, 92vw" />
        )}
      </div>
      <div className="prose story-measure mt-8">
        <Text tree={webinar.body} figures={webinar.figures} />
      </div>
      {recorded && <Recording webinar={webinar} />}
      {files.length > 0 && (
        <section className="section" aria-labelledby="files">
          <h2 id="files">Files and links</h2>
          <div className="measure mt-4">
            <AttachmentList attachments={files} />
          </div>
        </section>
      )}
      {recorded && webinar.transcript && <Transcript paragraphs={webinar.transcript} />}
      <ResourceFoot resource={webinar} siteName={siteName} />
    </article>
  );
}
