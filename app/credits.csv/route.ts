import { creditsCsv } from '@/features/photos/credits-export';
import { allCredits } from '@/features/photos/queries';
import { env } from '@/lib/env';

export const dynamic = 'force-static';

export async function GET() {
  return new Response(creditsCsv(await allCredits(), env().SITE_URL), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="credits.csv"',
    },
  });
}
