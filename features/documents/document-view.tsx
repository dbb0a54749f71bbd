import { Photo } from '@/features/photos/photo';
import { AttachmentList, substance } from '@/features/resources/attachment-list';
import type { PublishedResource } from '@/features/resources/published';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { Byline, ResourceHead } from '@/features/resources/resource-head';
import { Text } from '@/features/resources/text';

/** A document as visitors see it, also in a preview. */
export function DocumentView({ document, siteName }: { document: PublishedResource; siteName: string }) {
  const [main, ...others] = document.attachments;
  return (
    <article>
      <ResourceHead resource={document}>
        <Byline resource={document} />
        {main && (
          <p className="mt-6">
            <a className="button" href={main.href}>
              {main.file ? 'Download' : 'Open'}: {main.title}
            </a>
            <span className="meta mt-1 block">{substance(main)}</span>
          </p>
        )}
      </ResourceHead>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[62ch_1fr]">
        <div className="prose story-measure">
          <Text tree={document.body} figures={document.figures} />
        </div>
        {document.hero && (
          <div className="max-w-[28rem]">
            <Photo use={document.hero} sizes="(min-width: 60rem) 28rem, 92vw" />
          </div>
        )}
      </div>
      {others.length > 0 && (
        <section className="section" aria-labelledby="files">
          <h2 id="files">Also with this document</h2>
          <div className="measure mt-4">
            <AttachmentList attachments={others} />
          </div>
        </section>
      )}
      <ResourceFoot resource={document} siteName={siteName} />
    </article>
  );
}
