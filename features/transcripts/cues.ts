import { plainText, voices } from './cue-text';

/** What one person says from `start` to `end`, in milliseconds. */
export type Cue = { start: number; end: number; speaker: string | null; text: string };

type Block = { start: number; end: number; lines: string[] };

/**
 * The cues of timed lines by their start, one for each voice. Numbers of cues are skipped; in WebVTT, where an empty
 * line ends a cue, so are comments, styles and names. SubRip in the wild has empty lines inside a cue.
 */
export function spokenCues(lines: string[], format: 'srt' | 'vtt' | 'sbv'): Cue[] {
  const blocks = timedBlocks(lines, format)
    .filter(({ start, end }) => start <= end)
    .sort((a, b) => a.start - b.start);
  return withoutRollUp(blocks).flatMap(({ start, end, lines }) =>
    voices(lines.join(' ')).map((voice) => ({ start, end, ...voice })),
  );
}

/** Whether a line gives the times of a cue: `00:01.000 --> 00:03.000`, or `0:00:01.000,0:00:03.000` in SBV. */
export function isTimes(line: string): boolean {
  return timesOf(line) !== undefined;
}

function timedBlocks(lines: string[], format: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of lines) {
    const times = timesOf(line);
    if (times) {
      if (/^\s*\d+\s*$/.test(open?.lines.at(-1) ?? '')) open?.lines.pop();
      open = { ...times, lines: [] };
      blocks.push(open);
    } else if (line === '' && format === 'vtt') {
      open = undefined;
    } else if (line !== '') {
      open?.lines.push(line);
    }
  }
  return blocks;
}

/** Times that look like it and cannot be read are NaN, so that their text is no part of the cue before. */
function timesOf(line: string): { start: number; end: number } | undefined {
  const [, start, end] = arrow.exec(line) ?? comma.exec(line) ?? [];
  return start && end ? { start: milliseconds(start), end: milliseconds(end) } : undefined;
}

const arrow = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s|$)/;
const comma = /^\s*(\d+:\d+:\d+\.\d+),(\d+:\d+:\d+\.\d+)\s*$/;

function milliseconds(stamp: string): number {
  const [, hours = '0', minutes, seconds, fraction = ''] =
    /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?$/.exec(stamp) ?? [];
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, '0'));
}

/**
 * Live captions roll: a cue repeats the last lines of the one before it and adds the next. The repeated lines go.
 * A cue that only repeats goes if it flashes by, as YouTube's do; else somebody may have said it twice.
 */
function withoutRollUp(blocks: Block[]): Block[] {
  let previous: string[] = [];
  let previousEnd = Number.NEGATIVE_INFINITY;
  return blocks.map(({ start, end, lines }) => {
    const written = lines.filter((line) => plainText(line) !== '');
    const current = written.map(plainText);
    const repeated = start - previousEnd <= flash ? repeatedLines(previous, current) : 0;
    const saidTwice = repeated === current.length && end - start > flash;

    previous = current;
    previousEnd = end;
    return { start, end, lines: written.slice(saidTwice ? 0 : repeated) };
  });
}

const flash = 100;

function repeatedLines(before: string[], after: string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count--) {
    const tail = before.slice(-count);
    if (tail.every((line, index) => line === after[index])) return count;
  }
  return 0;
}
