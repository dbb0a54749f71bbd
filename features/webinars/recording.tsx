import { substance } from '@/features/resources/attachment-list';
import { Video } from '@/features/resources/text';
import type { PublishedWebinar } from './queries';

/** The recording: a file of ours, or a facade before another site. */
export function Recording({ webinar }: { webinar: PublishedWebinar }) {
  const recording = webinar.attachments.find(({ type }) => type === 'recording');
  const captions = captionsOf(webinar);
  const url = webinar.recordingUrl ?? (recording && !recording.file ? recording.href : null);
  return (
    <section id="recording" className="section" aria-labelledby="recording-title">
      <h2 id="recording-title">Recording</h2>
      <div className="mt-4 max-w-[56rem]">
        {recording?.file && (
          <>
            {captions && <Player file={{ ...recording, ...recording.file }} captions={captions.href} />}
            <p className="meta mt-2">
              <a href={recording.href}>Open the file</a> ({substance(recording)}
              {captions ? '' : ', without captions'})
            </p>
          </>
        )}
        {url && <Elsewhere url={url} title={webinar.title} />}
      </div>
    </section>
  );
}

/** The captions that a player can show. */
export const captionsOf = ({ attachments }: PublishedWebinar) =>
  attachments.find(({ type, file }) => type === 'captions' && file?.name.endsWith('.vtt'));

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

function Elsewhere({ url, title }: { url: string; title: string }) {
  const [, youtube] = /^https:\/\/(?:www\.youtube\.com\/watch\?v=|youtu\.be\/)([\w-]{6,20})/.exec(url) ?? [];
  const [, vimeo] = /^https:\/\/vimeo\.com\/(\d{6,20}(?:\/\w+)?)/.exec(url) ?? [];
  if (youtube) return <Video video={{ provider: 'youtube', videoId: youtube, title }} />;
  if (vimeo) return <Video video={{ provider: 'vimeo', videoId: vimeo, title }} />;
  return (
    <a className="button" href={url}>
      Watch on {new URL(url).hostname}
    </a>
  );
}
