import { expect, test } from 'vitest';
import { videoAt } from './video-address';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4s', 'youtube', 'dQw4w9WgXcQ'],
  ['youtu.be/dQw4w9WgXcQ?si=x', 'youtube', 'dQw4w9WgXcQ'],
  ['https://www.youtube.com/live/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://vimeo.com/123456789', 'vimeo', '123456789'],
  ['https://vimeo.com/123456789/abc123def0', 'vimeo', '123456789/abc123def0'],
  ['https://player.vimeo.com/video/123456789?h=abc123def0', 'vimeo', '123456789/abc123def0'],
])('%s is a video', (address, provider, videoId) => {
  expect(videoAt(address)).toEqual({ provider, videoId });
});

test.each([
  'https://example.org/watch?v=dQw4w9WgXcQ',
  'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/@channel',
  'https://vimeo.com/channels/staffpicks',
  'javascript:alert(1)',
  '',
])('%s is none', (address) => {
  expect(videoAt(address)).toBeUndefined();
});
