import { expect, test } from 'vitest';
import { emptyCredit } from '../credit-fields';
import { isListed, licenceGroups } from './licence-choices';
import { licenceWords } from './licence-words';

const ada = { ...emptyCredit, title: 'Boats', creators: [{ name: 'Ada', url: null }] };

test('a photo under a licence that forbids changes is said to be shown whole', () => {
  const { means } = licenceWords({ ...ada, license: 'cc/by-nc-nd/2.0' });
  expect(means).toContain('Shown whole: never cropped, covered or tinted.');
  expect(means).toContain('Not for commercial purposes.');
  expect(means).not.toContain('It may be cropped.');
});

test('a photo in the public domain asks for nothing', () => {
  const { means, missing } = licenceWords({ ...ada, license: 'pd' });
  expect(means).toContain('It asks for no credit; we print one all the same.');
  expect(missing).toEqual([]);
});

test('without a licence a photo is said not to be shown, but for one shown by courtesy', () => {
  expect(licenceWords(ada).missing.join()).toMatch(/do not see/);
  expect(licenceWords(ada).means).toEqual([]);
  expect(licenceWords({ ...ada, courtesy: true }).missing.join()).not.toMatch(/do not see/);
});

test('what the licence asks for and nobody wrote is missing', () => {
  const { missing } = licenceWords({ ...emptyCredit, license: 'cc/by/2.0' });
  expect(missing).toContain('Who made it is not written yet.');
  expect(missing).toContain('The licence asks for the title, if the photo has one.');
  expect(licenceWords({ ...ada, license: 'permission' }).missing).toContain('Write who gave the permission.');
  expect(licenceWords({ ...ada, license: 'cc/by/9.0' }).missing).toContain('This licence key is not known.');
});

test('every licence of the list is known by a name', () => {
  const listed = licenceGroups.flatMap(({ licences }) => licences);
  expect(listed.filter(({ key, name }) => name === key)).toEqual([]);
  expect(isListed('cc/by/4.0')).toBe(true);
  expect(isListed('cc/by/2.5')).toBe(false);
});
