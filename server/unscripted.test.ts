import { expect, test } from 'vitest';
import { withoutFramework } from './unscripted';

test('the framework’s scripts, preloads and data go, all else stays byte for byte', () => {
  const kept = (...parts: string[]) => parts.join('');
  const head =
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="preload" as="font" href="/f.woff2"/>';
  const style = '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>';
  const islands =
    '<script src="/islands/theme.js"></script><script type="module" src="/islands/islands.js" async=""></script>';
  const body =
    '<body><p class=x>A &amp; B<!--$--> <b>\n</b></p><script type="application/ld+json">{"a":"\\u003c/script>"}</script>';
  const page = kept(
    head,
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>',
    style,
    '<script src="/_next/static/b.js" async=""></script>',
    islands,
    '<script src="/_next/static/c.js" noModule=""></script></head>',
    body,
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<script>"])</script>',
    '</body></html>',
  );
  expect(withoutFramework(page)).toBe(kept(head, style, islands, '</head>', body, '</body></html>'));
});

test('a page without any is untouched', () => {
  expect(withoutFramework('<p>1 < 2 & so on')).toBe('<p>1 < 2 & so on');
});
