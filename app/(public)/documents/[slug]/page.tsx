import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { publishedDocument } from '@/features/documents/queries';
import { Photo } from '@/features/photos/photo';
import { photoForSharing } from '@/features/photos/queries';
import { AttachmentList, substance } from '@/features/resources/attachment-list';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { Byline, ResourceHead } from '@/features/resources/resource-head';
import { teaserOf } from '@/features/resources/teaser';
import { Text } from '@/features/resources/text';
import { siteSettings } from '@/features/settings/queries';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

/** The newest are rendered ahead; the others when they are first asked for, and kept. */
export const generateStaticParams = async () => (await newestSlugs('document')).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await documentAt((await params).slug);
  const [{ siteName }, image] = await Promise.all([siteSettings(), photoForSharing(document.hero)]);
  const description = document.summary ?? teaserOf(document);
  return pageMetadata({ title: document.title, siteName, description, path: document.address, image });
}

export default async function DocumentPage({ params }: Props) {
  const document = await documentAt((await params).slug);
  const { siteName } = await siteSettings();
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

async function documentAt(slug: string) {
  const id = await resourceIdAt('document', slug);
  const document = id ? await publishedDocument(id) : null;
  return document ?? notFound();
}
