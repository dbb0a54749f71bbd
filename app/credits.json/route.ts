import { creditsJson } from '@/features/photos/credits-export';
import { allCredits } from '@/features/photos/queries';
import { env } from '@/lib/env';

export const dynamic = 'force-static';

export async function GET() {
  return Response.json(creditsJson(await allCredits(), env().SITE_URL));
}
