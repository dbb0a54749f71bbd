import type { TranscriptParagraph } from '@/db/schema';
import { directionOf } from '@/lib/direction';

/** What was said, readable on the page; each paragraph with its time in the recording. */
export function Transcript({ paragraphs }: { paragraphs: TranscriptParagraph[] }) {
  return (
    <section id="transcript" className="section" aria-labelledby="transcript-title">
      <h2 id="transcript-title">Transcript</h2>
      <dl className="mt-4 grid gap-x-6 gap-y-4 md:grid-cols-[9rem_62ch]">
        {paragraphs.map((paragraph, index) => (
          <div
            key={`${paragraph.start} ${paragraph.speaker} ${paragraph.text.slice(0, 20)}`}
            className="contents"
          >
            <dt className="meta md:pt-0.5">
              <span className="block tabular-nums">{clock(paragraph.start)}</span>
              {paragraph.speaker !== paragraphs[index - 1]?.speaker && (
                <bdi className="block font-semibold text-ink-2">{paragraph.speaker}</bdi>
              )}
            </dt>
            <dd className="story-measure" dir={directionOf(paragraph.text)}>
              {paragraph.text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `1:05`, `1:02:05`, from milliseconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
