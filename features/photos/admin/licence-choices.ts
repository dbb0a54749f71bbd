import { licenceLongName } from '@/features/credits/licences';

const cc = ['by', 'by-sa', 'by-nc', 'by-nd', 'by-nc-sa', 'by-nc-nd'];

/** The licences that photos come under, in groups; any other known key can be written. */
export const licenceGroups: { name: string; licences: { key: string; name: string }[] }[] = [
  { name: 'Creative Commons 4.0', keys: cc.map((one) => `cc/${one}/4.0`) },
  { name: 'Creative Commons 3.0', keys: cc.map((one) => `cc/${one}/3.0`) },
  { name: 'Creative Commons 2.0, as on Flickr', keys: cc.map((one) => `cc/${one}/2.0`) },
  { name: 'Public domain', keys: ['cc0/1.0', 'pdm/1.0', 'pd', 'us-gov', 'nkcr'] },
  { name: 'Free photo sites', keys: ['unsplash', 'pexels', 'pixabay'] },
  { name: 'Asked for', keys: ['permission', 'arr'] },
  { name: 'Rights statements', keys: ['rs/NKC', 'rs/NoC-US', 'rs/InC', 'rs/InC-EDU', 'rs/CNE', 'rs/UND'] },
].map(({ name, keys }) => ({ name, licences: keys.map((key) => ({ key, name: nameOf(key) })) }));

export const isListed = (key: string) =>
  licenceGroups.some(({ licences }) => licences.some((licence) => licence.key === key));

function nameOf(key: string): string {
  const name = licenceLongName(key) ?? key;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
