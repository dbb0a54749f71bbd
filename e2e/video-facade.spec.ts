import { createResource, publishResource } from '@/features/resources/mutations';
import { inputFor, unique } from './acts';
import { expect, onlyOurs, test } from './fixtures';

test('a visitor who does not start a video is not seen by its site; one who does, is asked for it @changes', async ({
  page,
}) => {
  const slug = unique('video');
  const id = await createResource({ kind: 'news', slug });
  const video = { provider: 'vimeo' as const, videoId: '76979871', title: 'A tour' };
  await publishResource(
    id,
    await inputFor('spaces', { body: { type: 'doc', content: [{ type: 'video', attrs: video }] } }),
  );

  // The video's site is not reachable from a test: what would have been asked of it is what counts.
  await page.route('https://player.vimeo.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'player' }),
  );
  const elsewhere = onlyOurs(page);
  await page.goto(`/news/${slug}`, { waitUntil: 'networkidle' });
  const link = page.getByRole('link', { name: 'Watch “A tour” on Vimeo' });
  await expect(link).toHaveAttribute('href', 'https://vimeo.com/76979871');
  expect(elsewhere()).toEqual([]);

  await link.focus();
  await page.keyboard.press('Enter');
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('title', 'A tour');
  await expect(frame).toBeFocused();
  expect(elsewhere()).toEqual([expect.stringMatching(/^https:\/\/player\.vimeo\.com\/video\/76979871\?/)]);
});
