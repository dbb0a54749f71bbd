import { unstable_cache } from 'next/cache.js';
import { cache } from 'react';
import { changeCount, changedSince } from '@/lib/freshness.mjs';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/**
 * A read whose result is kept until one of its tags changes. Results are plain JSON: they survive storing unchanged,
 * so moments are ISO strings. The only place that knows Next's cache of reads.
 */
export function cached<Args extends Json[], Result extends Json>(read: {
  name: string;
  tags: (...args: Args) => string[];
  read: (...args: Args) => Promise<Result>;
}): (...args: Args) => Promise<Result> {
  // Once in a rendering: its head and its body ask for the same, and at the same time.
  const once = cache((given: string) => keptRead(JSON.parse(given)));
  return (...args) => once(JSON.stringify(args));

  async function keptRead(args: Args): Promise<Result> {
    const keep = unstable_cache(
      async () => {
        const begun = changeCount();
        return { begun, result: await read.read(...args) };
      },
      [read.name, JSON.stringify(args)],
      {
        tags: read.tags(...args),
        // Until a tag changes. Ageing by the clock would serve the old page once more: the net is in server/main.ts.
        revalidate: false,
      },
    );
    const kept = await keep();
    // Stored by a reading that was overtaken: begun before a change, finished after those that followed it.
    if (changedSince(read.tags(...args), kept.begun)) return read.read(...args);
    return kept.result as Result;
  }
}
