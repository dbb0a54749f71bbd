import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ aim: string, found: string, met: boolean }} Goal
 * @typedef {{ title: string, text: string, goals: Goal[] }} Report
 */

/** With `--quick` a measurement does as little as shows that it works; its figures say nothing. */
export const quick = process.argv.includes('--quick');

/** @param {string[]} head @param {(string | number)[][]} rows the first column to the left, the others to the right */
export function table(head, rows) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @param {Goal[]} goals */
export const goalTable = (goals) =>
  table(
    ['Goal', 'Found', ''],
    goals.map(({ aim, found, met }) => [aim, found, met ? 'met' : '**missed**']),
  );

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** What so great a share of the values is at most. @param {number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}

/** 12,345 or 0.123: three figures that count. @param {number} value */
export const figure = (value) =>
  value.toLocaleString(
    'en',
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );

/** Bytes in kB of 1,000. @param {number} bytes */
export const kilobytes = (bytes) => (bytes === 0 ? '–' : (bytes / 1000).toFixed(1));

/** Milliseconds in seconds. @param {number} ms */
export const seconds = (ms) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1);

/** Prints a report when its file is the command. @param {string} file import.meta.url @param {() => Promise<unknown>} measure */
export async function whenCommand(file, measure) {
  if (realpathSync(process.argv[1] ?? '') !== realpathSync(fileURLToPath(file))) return;
  await measure();
}

/** @param {Report} report */
export function print({ title, text, goals }) {
  console.log(`## ${title}\n\n${text}\n\n${goals.length > 0 ? `${goalTable(goals)}\n` : ''}`);
}
