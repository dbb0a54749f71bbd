import { Video } from '@/features/resources/text';
import { fileSize } from '@/lib/file-size';
import type { PublishedWebinar } from './queries';

/** The recording: a file of ours, or a facade before another site. */
export function Recording({ webinar }: { webinar: PublishedWebinar }) {
  const file = webinar.attachments.find(({ type }) => type === 'recording');
  const captions = webinar.attachments.find(
    ({ type, file }) => type === 'captions' && file?.name.endsWith('.vtt'),
  );
  return (
    <section id="recording" className="section" aria-labelledby="recording-title">
      <h2 id="recording-title">Recording</h2>
      <div className="mt-4 max-w-[56rem]">
        {file?.file ? (
          <>
            {captions && <Player file={{ ...file, ...file.file }} captions={captions.href} />}
            <p className="meta mt-2">
              <a href={file.href}>Open the file</a> (WebM video, {fileSize(file.file.bytes)}
              {captions ? '' : ', without captions'})
            </p>
          </>
        ) : (
          <Elsewhere url={webinar.recordingUrl} title={webinar.title} />
        )}
      </div>
    </section>
  );
}

/** Only a video with captions plays in the page (WCAG 1.2.2). Nothing is fetched until it is started. */
function Player({
  file,
  captions,
}: {
  file: { href: string; mediaType: string; title: string };
  captions: string;
}) {
  return (
    <video className="block aspect-video w-full bg-sunk" controls preload="none" aria-label={file.title}>
      <source src={file.href} type={file.mediaType} />
      <track kind="captions" src={captions} srcLang="en" label="English" />
    </video>
  );
}

function Elsewhere({ url, title }: { url: string | null; title: string }) {
  if (!url) return null;
  const [, youtube] = /^https:\/\/(?:www\.youtube\.com\/watch\?v=|youtu\.be\/)([\w-]{6,20})/.exec(url) ?? [];
  const [, vimeo] = /^https:\/\/vimeo\.com\/(\d{6,20})/.exec(url) ?? [];
  if (youtube) return <Video video={{ provider: 'youtube', videoId: youtube, title }} />;
  if (vimeo) return <Video video={{ provider: 'vimeo', videoId: vimeo, title }} />;
  return (
    <a className="button" href={url}>
      Watch on {new URL(url).hostname}
    </a>
  );
}
