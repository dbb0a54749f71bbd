import { type Cue, isTimes, spokenCues } from './cues';
import { type Paragraph, paragraphsOf } from './paragraphs';

/** Times are milliseconds from the start. Plain text has none, so its paragraphs are strings. */
export type Captions =
  | { format: 'srt' | 'vtt' | 'sbv'; cues: Cue[]; paragraphs: Paragraph[] }
  | { format: 'txt'; cues: never[]; paragraphs: string[] };

/**
 * Reads SubRip, WebVTT (https://www.w3.org/TR/webvtt1/), YouTube's SBV or plain text, told apart by what is in it.
 * The texts are plain: markup is gone, entities are characters. Nothing is refused: a cue that ends before it starts,
 * or whose times cannot be read, is left out.
 */
export function parseCaptions(text: string): Captions {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\r|\n/);
  const format = formatOf(lines);
  if (format === 'txt') return { format, cues: [], paragraphs: plainParagraphs(lines) };

  const cues = spokenCues(lines, format);
  return { format, cues, paragraphs: paragraphsOf(cues) };
}

function formatOf(lines: string[]): Captions['format'] {
  if (/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return 'vtt';
  const times = lines.find(isTimes);
  if (!times) return 'txt';
  return times.includes('-->') ? 'srt' : 'sbv';
}

function plainParagraphs(lines: string[]): string[] {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
