import { staffRoute } from '@/auth/guards';
import { siteSettings } from '@/features/settings/queries';
import { csvRow, csvStream } from '@/lib/csv';
import { type LogWish, logWish } from './log-wish';
import { logChunk } from './queries';

const MOST = 500;

/** The log as a table, as far as it is asked for; it is read in pieces, since it only grows. */
export const exportLogRoute = staffRoute({ act: 'see-log' }, async (request) => {
  const wish = logWish(Object.fromEntries(new URL(request.url).searchParams));
  const { zone } = await siteSettings();
  return new Response(csvStream(pieces(wish, zone)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="log.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});

async function* pieces(wish: LogWish, zone: string) {
  yield csvRow(['number', 'at', 'person', 'act', 'kind', 'item', 'title', 'detail']);
  for (let before: number | null = null; ; ) {
    const entries: Awaited<ReturnType<typeof logChunk>> = await logChunk(wish, zone, { before, most: MOST });
    yield entries.map(rowOf).join('');
    const last = entries.at(-1);
    if (!last || entries.length < MOST) return;
    before = last.id;
  }
}

const rowOf = ({ id, at, by, act, itemKind, itemId, itemTitle, detail }: Entry) =>
  csvRow([
    String(id),
    at.toISOString(),
    by ?? '',
    act,
    itemKind,
    String(itemId ?? ''),
    itemTitle ?? '',
    detail ? JSON.stringify(detail) : '',
  ]);

type Entry = Awaited<ReturnType<typeof logChunk>>[number];
