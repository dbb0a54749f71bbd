import { expect, test } from './fixtures';

test('a viewer starts a recording in its page and reads its captions; before that nothing of it is fetched', async ({
  page,
}) => {
  await page.goto('/webinars/hotspots-without-headaches');
  const video = page.locator('video');
  await expect(video).toHaveJSProperty('readyState', 0);
  await video.evaluate((player: HTMLVideoElement) => {
    player.muted = true;
    return player.play();
  });
  await expect
    .poll(() => video.evaluate((player: HTMLVideoElement) => player.currentTime))
    .toBeGreaterThan(0);
  const cues = () =>
    video.evaluate((player: HTMLVideoElement) => {
      const [track] = player.textTracks;
      if (track) track.mode = 'showing';
      return track?.cues?.length ?? 0;
    });
  await expect.poll(cues).toBeGreaterThan(20);
});
