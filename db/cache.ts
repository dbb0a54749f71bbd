import { unstable_cache } from 'next/cache.js';
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
  return async (...args) => {
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
  };
}
