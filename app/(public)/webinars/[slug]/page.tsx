import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Photo } from '@/features/photos/photo';
import { photoForSharing } from '@/features/photos/queries';
import { AttachmentList } from '@/features/resources/attachment-list';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { People, ResourceHead } from '@/features/resources/resource-head';
import { teaserOf } from '@/features/resources/teaser';
import { Text } from '@/features/resources/text';
import { siteSettings } from '@/features/settings/queries';
import { Panel } from '@/features/webinars/panel';
import { publishedWebinar } from '@/features/webinars/queries';
import { Recording } from '@/features/webinars/recording';
import { Transcript } from '@/features/webinars/transcript';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

/** The newest are rendered ahead; the others when they are first asked for, and kept. */
export const generateStaticParams = async () => (await newestSlugs('webinar')).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const webinar = await webinarAt((await params).slug);
  const [{ siteName }, image] = await Promise.all([siteSettings(), photoForSharing(webinar.hero)]);
  const description = webinar.summary ?? teaserOf(webinar);
  return pageMetadata({ title: webinar.title, siteName, description, path: webinar.address, image });
}

export default async function WebinarPage({ params }: Props) {
  const webinar = await webinarAt((await params).slug);
  const { siteName } = await siteSettings();
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

async function webinarAt(slug: string) {
  const id = await resourceIdAt('webinar', slug);
  const webinar = id ? await publishedWebinar(id) : null;
  return webinar ?? notFound();
}
