import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Credit } from './credit';
import { formatCredit } from './format';
import { namedLicences } from './named-licences';
import vectors from './vectors.json';

test.each(vectors.render)('$expected.text', ({ input, expected }) => {
  const { text, parts, licenceLongName } = formatCredit(Credit.parse(input));
  expect({ text, html: html(parts), licenseLongName: licenceLongName }).toEqual(expected);
});

describe('the line says', () => {
  const people = (...names: string[]) => names.map((name) => ({ name, url: null }));
  const jo = people('Jo Roe');
  const unsplash = { name: 'Unsplash', url: null };

  test.each<[string, Partial<Credit>]>([
    ['', {}],
    ['', { kind: 'unknown', rest: 'something' }],
    ['AI-generated image', { kind: 'ai-generated' }],
    ['AI-generated image (Midjourney)', { kind: 'ai-generated', source: { name: 'Midjourney', url: null } }],
    [
      'AI-generated image (Firefly): Jo Roe',
      { kind: 'ai-generated', creators: jo, source: { name: 'Firefly', url: null } },
    ],
    ['Illustration: Ana Ruiz', { kind: 'illustration', creators: people('Ana Ruiz') }],
    [
      'Image: K Alexanderson, CC BY-SA',
      { kind: 'image', creators: people('K Alexanderson'), license: 'cc/by-sa' },
    ],
    ['“Partners” by Jo Roe', { kind: 'unknown', title: 'Partners', creators: jo }],
    ['Photo: A, B and C', { creators: people('A', 'B', 'C') }],
    ['Photo: CC0 1.0', { license: 'cc0/1.0' }],
    ['Photo via Unsplash', { source: unsplash, license: 'unsplash' }],
    ['Via Unsplash', { kind: 'unknown', source: unsplash, license: 'unsplash' }],
    ['Photo: Jo Roe, Unsplash License', { creators: jo, license: 'unsplash' }],
    ['Photo: Jo Roe, via Unsplash, CC0 1.0', { creators: jo, source: unsplash, license: 'cc0/1.0' }],
    ['Photo: “Dough”, courtesy of Jo Roe', { title: 'Dough', creators: jo, courtesy: true }],
    ['Photo courtesy of Unsplash', { source: unsplash, courtesy: true }],
    ['Courtesy of Jo Roe', { kind: 'unknown', creators: jo, courtesy: true }],
    ['Photo: © Jo Roe, all rights reserved', { creators: jo, license: 'arr' }],
    ['Photo: “Dough”, © Jo Roe, all rights reserved', { title: 'Dough', creators: jo, license: 'arr' }],
    ['Photo: © 2019 Jo Roe, CC BY 4.0', { creators: jo, copyright: '(c) 2019 Jo Roe', license: 'cc/by/4.0' }],
    [
      'Photo: Jo Roe, © 2020 Acme Library, all rights reserved',
      { creators: jo, copyright: '© 2020 Acme Library. All rights reserved.', license: 'arr' },
    ],
    ['Photo used with permission', { license: 'permission' }],
    ['Photo: Jo Roe, used with permission of Acme', { creators: jo, permissionFrom: 'Acme' }],
    ['Photo: “She said ‘no’ to ‘it’”', { title: 'She said "no" to „it”' }],
    ['Photo: Sgt. Doe, via U.S. Air Force, U.S. government work', sergeant(people('Sgt. Doe'))],
  ])('%j', (text, fields) => {
    expect(formatCredit({ ...nothing, ...fields }).text).toBe(text);
  });

  function sergeant(creators: Credit['creators']): Partial<Credit> {
    return { creators, source: { name: 'U.S. Air Force', url: null }, license: 'us-gov' };
  }
});

describe('links', () => {
  const url = 'https://www.flickr.com/photos/jenlen/1/';

  it('lead from the title to the work and from the creator to their page', () => {
    const creators = [{ name: 'jenlen', url: 'https://www.flickr.com/people/jenlen/' }];
    const credit = { ...nothing, title: 'Partners', creators, source: { name: 'Flickr', url } };
    expect(html(formatCredit(credit).parts)).toBe(
      `Photo: <a href="${url}">“Partners”</a> by <a href="https://www.flickr.com/people/jenlen/">jenlen</a>, via Flickr`,
    );
  });

  it('lead from the source, or its host, when there is no title', () => {
    const parts = (name: string | null) => formatCredit({ ...nothing, source: { name, url } }).parts;
    expect(parts('Flickr')).toEqual([{ text: 'Photo via ' }, { text: 'Flickr', href: url }]);
    expect(parts(null)).toEqual([{ text: 'Photo via ' }, { text: 'flickr.com', href: url }]);
  });

  it('lead nowhere but to the web', () => {
    const creators = [{ name: 'Eve', url: 'javascript:alert(1)' }];
    expect(formatCredit({ ...nothing, creators }).parts).toEqual([{ text: 'Photo: Eve' }]);
  });
});

describe('any credit', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((text) => !/undefined|null|[“”]/.test(text));
  const maybe = fc.option(words);
  const url = fc.option(fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)'), words));
  const licences = [...namedLicences.keys(), 'cc/by/4.0', 'cc/by-nc-nd/2.0', 'cc/by-sa', 'no key'];
  const credits: fc.Arbitrary<Credit> = fc.record({
    kind: fc.constantFrom(...Credit.shape.kind.options),
    title: fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !/undefined|null/.test(text))),
    creators: fc.array(fc.record({ name: words, url }), { maxLength: 4 }),
    source: fc.record({ name: maybe, url }),
    license: fc.option(fc.constantFrom(...licences)),
    licenseUrl: fc.constant(null),
    changes: maybe,
    copyright: fc.option(
      fc.oneof(
        words,
        words.map((name) => `© 2020 ${name}`),
      ),
    ),
    courtesy: fc.boolean(),
    permissionFrom: maybe,
    warnings: fc.constant([]),
    rest: maybe,
  });

  it('prints as one line of balanced quotes, without gaps and without the words of a programmer', () => {
    fc.assert(
      fc.property(credits, (credit) => {
        const { text, parts } = formatCredit(credit);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        expect(text).not.toMatch(/undefined|null|[\r\n]|^[\s,:]+$/);
        expect(text.match(/“/g)?.length).toBe(text.match(/”/g)?.length);
        expect(parts.every(({ href }) => href === undefined || /^https?:/.test(href))).toBe(true);
      }),
    );
  });

  it('never ends in its prefix', () => {
    fc.assert(
      fc.property(credits, (credit) => {
        expect(formatCredit({ ...credit, changes: null }).text).not.toMatch(
          /^(Photo|Image|Illustration)[: ]*$/,
        );
      }),
    );
  });
});

const nothing: Credit = {
  kind: 'photo',
  title: null,
  creators: [],
  source: { name: null, url: null },
  license: null,
  licenseUrl: null,
  changes: null,
  copyright: null,
  courtesy: false,
  permissionFrom: null,
  warnings: [],
  rest: null,
};

function html(parts: { text: string; href?: string; rel?: string }[]): string {
  return parts
    .map(({ text, href, rel }) => {
      if (!href) return escaped(text);
      return `<a href="${escaped(href)}"${rel ? ` rel="${rel}"` : ''}>${escaped(text)}</a>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
