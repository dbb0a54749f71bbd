const PER_MINUTE = 200;

/** Words as their language parts them, so that texts without spaces count as well. */
export function wordCount(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1;
  return words;
}

/** `3 minutes`, at 200 words a minute, at least one. */
export function readingTime(words: number): string {
  const minutes = Math.max(1, Math.round(words / PER_MINUTE));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
