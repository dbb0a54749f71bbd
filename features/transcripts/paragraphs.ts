import type { Cue } from './cues';

/** What one person says without a pause; `start` in milliseconds is where the recording is opened. */
export type Paragraph = { start: number; speaker: string | null; text: string };

/** Cues joined for reading: a new paragraph at another speaker, after a pause, or where the old one grows long. */
export function paragraphsOf(cues: Cue[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let spokenUntil = 0;
  for (const { start, end, speaker, text } of cues) {
    const last = paragraphs.at(-1);
    if (last && last.speaker === speaker && start - spokenUntil < pause && !isFull(last.text)) {
      last.text += ` ${text}`;
    } else {
      paragraphs.push({ start, speaker, text });
    }
    spokenUntil = Math.max(spokenUntil, end);
  }
  return paragraphs;
}

/** Automatic captions have no sentences to end at. */
function isFull(text: string): boolean {
  return text.length > 1000 || (text.length > 500 && /[.!?…]["'”’)]*$/.test(text));
}

const pause = 3000;
