import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isLicenceKey, licenceKeyOf, licenceLongName, licenceName, licenceUrl } from './licences';
import { namedLicences } from './named-licences';
import vectors from './vectors.json';

test.each(vectors.licenseUrls)('the key of $input is $expected', ({ input, expected }) => {
  expect(licenceKeyOf(input)).toBe(expected);
});

test.each([
  ['creativecommons.org/licenses/by/2.0', 'cc/by/2.0'],
  ['https://www.creativecommons.org/licenses/BY-SA/4.0/legalcode.de#s3a', 'cc/by-sa/4.0'],
  ['https://creativecommons.org/licenses/nc-sampling%2B/1.0/', 'cc/nc-sampling+/1.0'],
  ['https://creativecommons.org/licenses/by/2.1/', null],
  ['https://creativecommons.org/licenses/by/2.1/jp/', 'cc/by/2.1/jp'],
  ['https://creativecommons.org/licenses/by-nd-nc/2.0/jp/', 'cc/by-nc-nd/2.0/jp'],
  ['https://creativecommons.org/licenses/by/', null],
  ['https://creativecommons.org.example.org/licenses/by/4.0/', null],
  ['ftp://creativecommons.org/licenses/by/4.0/', null],
  ['https://rightsstatements.org/vocab/InC-OW-EU/1.0/', 'rs/InC-OW-EU'],
  ['https://rightsstatements.org/vocab/Nope/1.0/', null],
  ['https://unsplash.com/license', 'unsplash'],
])('the key of %s is %s', (url, key) => {
  expect(licenceKeyOf(url)).toBe(key);
});

describe('names', () => {
  test.each([
    ['cc/by-nc-nd/2.0', 'CC BY-NC-ND 2.0', 'Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic'],
    ['cc/by-nd-nc/1.0', 'CC BY-ND-NC 1.0', 'Creative Commons Attribution-NoDerivs-NonCommercial 1.0 Generic'],
    ['cc/by-nd/3.0', 'CC BY-ND 3.0', 'Creative Commons Attribution-NoDerivs 3.0 Unported'],
    ['cc/by-nd/4.0', 'CC BY-ND 4.0', 'Creative Commons Attribution-NoDerivatives 4.0 International'],
    ['cc/by-sa/2.0/uk', 'CC BY-SA 2.0 UK', 'Creative Commons Attribution-ShareAlike 2.0 UK: England & Wales'],
    ['cc/by/2.5/scotland', 'CC BY 2.5 Scotland', 'Creative Commons Attribution 2.5 UK: Scotland'],
    ['cc/by/3.0/igo', 'CC BY 3.0 IGO', 'Creative Commons Attribution 3.0 IGO'],
    ['cc/sa/1.0', 'CC SA 1.0', 'Creative Commons ShareAlike 1.0 Generic'],
    ['cc/nc-sampling+/1.0', 'CC NC-Sampling+ 1.0', 'Creative Commons NonCommercial Sampling Plus 1.0'],
    ['cc/by-nc', 'CC BY-NC', 'Creative Commons Attribution-NonCommercial'],
    ['cc', 'Creative Commons', 'Creative Commons'],
    ['cc0/1.0', 'CC0 1.0', 'CC0 1.0 Universal'],
    ['pdm/1.0', 'Public Domain Mark 1.0', 'Public Domain Mark 1.0'],
    ['rs/InC-EDU', 'In Copyright - Educational Use Permitted', 'In Copyright - Educational Use Permitted'],
  ])('%s is %s', (key, name, longName) => {
    expect(licenceName(key)).toBe(name);
    expect(licenceLongName(key)).toBe(longName);
  });

  test.each([
    'cc/by-sa-nd/3.0',
    'cc/by-nc-nd/1.0',
    'cc/by-sa/4.0/de',
    'cc/by/',
    'CC/by/2.0',
    'constructor',
    '',
  ])('%j is no key and has no name', (key) => {
    expect(isLicenceKey(key)).toBe(false);
    expect([licenceName(key), licenceLongName(key), licenceUrl(key)]).toEqual([null, null, null]);
  });
});

describe('addresses', () => {
  test.each(vectors.parse.filter(({ expected }) => expected.license))(
    'the address of $expected.license',
    ({ expected }) => {
      expect(licenceUrl(expected.license ?? '')).toBe(expected.licenseUrl);
    },
  );

  it('lead back to their key', () => {
    const keys = [...namedLicences.keys(), ...vectors.licenseUrls.flatMap(({ expected }) => expected ?? [])];
    for (const key of keys) {
      const url = licenceUrl(key);
      if (url) expect(licenceKeyOf(url)).toBe(key);
    }
  });

  it('never throw, and name a known licence or none', () => {
    const segment = fc.constantFrom(
      'by',
      'sa',
      'nc-by',
      '2.0',
      '3.0',
      '4.0',
      'de',
      'deed.en',
      'uk',
      '%',
      '..',
      '',
    );
    const path = fc.array(segment).map((parts) => `https://creativecommons.org/licenses/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), path), (url) => {
        const key = licenceKeyOf(url);
        if (key) expect(isLicenceKey(key)).toBe(true);
      }),
    );
  });
});
