import { expect, test } from 'vitest';
import { pictures, publicPagesWithoutScripts, textNotHtml } from './markup.mjs';
import { sourceOf } from './source.mjs';

const page = (text: string, file = 'app/(public)/page.tsx') => [sourceOf(file, text)];

test('pictures are shown by the one component that shows them', () => {
  const told = ['app/(public)/page.tsx: <img> is for features/photos/photo.tsx alone; use Photo'];
  expect(pictures(page('const a = <img src="x.png" alt="" />;'))).toEqual(told);
  expect(pictures(page(`const a = createElement('img', {});`))).toEqual(told);
  expect(pictures(page(`const a = React.createElement('img', {});`))).toEqual(told);
  expect(pictures(page('const a = <p><picture><source /></picture></p>;'))).toHaveLength(1);
  expect(pictures(page('const a = <img alt="" />;', 'features/photos/photo.tsx'))).toEqual([]);
  expect(pictures(page('const a = <Photo use={use} />; const img = 1;'))).toEqual([]);
});

test('text never becomes HTML', () => {
  const told = (name: string) => [`app/(public)/page.tsx: ${name} takes text for HTML`];
  expect(textNotHtml(page('const a = <p dangerouslySetInnerHTML={{ __html: x }} />;'))).toEqual(
    told('dangerouslySetInnerHTML'),
  );
  expect(textNotHtml(page(`const a = <p {...{ dangerouslySetInnerHTML: x }} />;`))).toHaveLength(1);
  expect(textNotHtml(page(`const a = { ['dangerouslySetInnerHTML']: x };`))).toHaveLength(1);
  expect(textNotHtml(page('element.innerHTML = x;'))).toEqual(told('innerHTML'));
  expect(textNotHtml(page('const a = <iframe srcDoc={x} />;'))).toEqual(told('srcDoc'));
  expect(textNotHtml(page('element.textContent = x;'))).toEqual([]);
});

test('below app/(public) only a form’s own file is a client file', () => {
  const client = "'use client';\nexport const Form = () => null;";
  expect(publicPagesWithoutScripts(page(client))).toEqual([
    "app/(public)/page.tsx: only a *-form.tsx is 'use client' below app/(public)",
  ]);
  expect(publicPagesWithoutScripts(page(client, 'app/(public)/join-form.tsx'))).toEqual([]);
  expect(publicPagesWithoutScripts(page(client, 'app/admin/editor.tsx'))).toEqual([]);
  expect(publicPagesWithoutScripts(page('export const a = 1;'))).toEqual([]);
});
