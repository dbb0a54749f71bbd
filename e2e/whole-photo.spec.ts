import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { Credit } from '@/features/credits/credit';
import { placePhoto, recordPhoto } from '@/features/photos/mutations';
import { storePhoto } from '@/features/photos/renditions';
import { publishResource } from '@/features/resources/mutations';
import { publishStory, unique } from './acts';
import { ask, expect, test } from './fixtures';

test.describe('a photo whose licence forbids changes', { tag: '@changes' }, () => {
  test('is shown whole and untouched at every width, beside its credit', async ({ page }) => {
    const { address, photoId } = await storyWithPhoto({ width: 1500, height: 1000 });
    for (const shown of [address, `/photos/${photoId}`])
      for (const width of [320, 600, 961, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(shown);
        expect(await changesOf(page), `${shown} at ${width} px`).toEqual([]);
        await expect(page.getByRole('figure').first().locator('figcaption')).toContainText('CC BY-NC-ND 4.0');
      }
  });

  test('is shown whole when it is upright and narrow', async ({ page }) => {
    const { address } = await storyWithPhoto({ width: 600, height: 1500 });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      expect(await changesOf(page), `at ${width} px`).toEqual([]);
    }
  });

  test('keeps its credit and loses the place it was taken at', async () => {
    const { address, original } = await storyWithPhoto({ width: 900, height: 600 });
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { text } = await ask(address);
    const pictures = new Set([...text.matchAll(/\/media\/[0-9a-f]{64}\.(?:avif|webp)/g)].map(([one]) => one));
    expect(pictures.size).toBeGreaterThan(3);
    for (const picture of pictures) {
      const { status, body } = await ask(picture);
      expect(status, picture).toBe(200);
      expect((await sharp(body).metadata()).exif, picture).toBeUndefined();
      const words = body.toString('utf8');
      for (const kept of [
        'Ines Test',
        'CC BY-NC-ND 4.0',
        'https://creativecommons.org/licenses/by-nc-nd/4.0/',
      ])
        expect(words.includes(kept), `${kept} in ${picture}`).toBe(true);
    }
  });

  test('would be seen as changed where somebody cropped, rounded, tinted or covered it', async ({ page }) => {
    const { address } = await storyWithPhoto({ width: 1500, height: 1000 });
    for (const css of [
      'main img { height: 100px !important; object-fit: cover !important }',
      'main figure picture { display: block; overflow: hidden; border-radius: 8px }',
      'main figure { filter: sepia(1) }',
      'main figure { overflow: hidden; height: 60px }',
      'main picture { position: relative } main picture::after { content: "New"; position: absolute; inset: 0 }',
    ]) {
      await page.goto(address);
      await page.addStyleTag({ content: css });
      expect(await changesOf(page), css).not.toEqual([]);
    }
  });
});

async function storyWithPhoto({ width, height }: { width: number; height: number }) {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 20 };
  const original = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg({ quality: 50 })
    .toBuffer();
  const credit = Credit.parse({
    kind: 'photo',
    title: unique('A title'),
    creators: [{ name: 'Ines Test', url: null }],
    source: { name: null, url: null },
    license: 'cc/by-nc-nd/4.0',
    licenseUrl: null,
    changes: null,
    copyright: null,
    courtesy: false,
    permissionFrom: null,
    warnings: [],
    rest: null,
  });
  const stored = await storePhoto(process.env.DATA_DIR ?? '', original, credit);
  const file = { key: stored.key, renditions: stored.renditions };
  const alt = 'A grey field of noise.';
  const photoId = await recordPhoto({ width, height, alt, credit, evidence: null, file });
  const story = await publishStory('collections');
  const place = 'hero' as const;
  await placePhoto({
    photoId,
    owner: { resourceId: story.id },
    place,
    caption: null,
    decorative: false,
    alt,
  });
  await publishResource(story.id, story.input);
  // Published by another process than the one that serves: a second at most.
  await expect(async () => expect((await ask(story.address)).text).toContain('/media/')).toPass({
    timeout: 2_000,
  });
  return { address: story.address, photoId, original };
}

/** What was done to the first photo of the page, in words; nothing where it is as its maker made it. */
function changesOf(page: Page): Promise<string[]> {
  return page
    .locator('main figure img')
    .first()
    .evaluate(async (element) => {
      const img = element as HTMLImageElement;
      img.scrollIntoView({ block: 'center' });
      await img.decode();
      const found: string[] = [];
      const box = img.getBoundingClientRect();
      const natural = img.naturalWidth / img.naturalHeight;
      // Half a pixel of rounding on the shorter side.
      if (Math.abs(box.width / box.height / natural - 1) > 1 / Math.min(box.width, box.height))
        found.push(`shown ${box.width} × ${box.height}, made ${img.naturalWidth} × ${img.naturalHeight}`);
      for (let at: Element | null = img; at && at.tagName !== 'MAIN'; at = at.parentElement) {
        const style = getComputedStyle(at);
        const around = at.getBoundingClientRect();
        if (style.filter !== 'none') found.push(`filter ${style.filter}`);
        if (style.opacity !== '1') found.push(`opacity ${style.opacity}`);
        if (style.mixBlendMode !== 'normal') found.push(`blend ${style.mixBlendMode}`);
        if (style.clipPath !== 'none') found.push(`clip ${style.clipPath}`);
        if (style.maskImage !== 'none') found.push(`mask ${style.maskImage}`);
        if (style.transform !== 'none') found.push(`transform ${style.transform}`);
        const cut = at === img || style.overflow !== 'visible';
        if (cut && style.borderRadius !== '0px') found.push(`radius ${style.borderRadius}`);
        if (at === img && style.objectFit === 'cover') found.push('cover');
        if (cut && (around.height < box.height - 1 || around.width < box.width - 1))
          found.push(`cut off by ${at.tagName}`);
        for (const pseudo of ['::before', '::after'])
          if (at !== img && getComputedStyle(at, pseudo).position === 'absolute')
            found.push(`covered by ${at.tagName}${pseudo}`);
      }
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
      for (const [x, y] of points) {
        const at = [box.left + x * box.width, box.top + y * box.height] as const;
        if (at[1] < 0 || at[1] > innerHeight) continue;
        const top = document.elementFromPoint(...at);
        if (top !== img) found.push(`covered by ${top?.tagName}`);
      }
      return found;
    });
}
