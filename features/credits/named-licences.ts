/** A licence, waiver or statement that is not one of CC's six: `url` is its canonical address, if it has one. */
export type NamedLicence = { name: string; longName: string; url: string | null };

/** By key. The last group are house keys: what somebody said, where no document says it. */
export const namedLicences = new Map<string, NamedLicence>([
  ['cc', named('Creative Commons')],
  ['cc0/1.0', named('CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0 Universal')],
  ['pdm/1.0', named('Public Domain Mark 1.0', 'https://creativecommons.org/publicdomain/mark/1.0/')],
  [
    'pdcert/1.0/us',
    named(
      'Public Domain Certification 1.0 US',
      'https://creativecommons.org/publicdomain/certification/1.0/us/',
      'Public Domain Certification 1.0 United States',
    ),
  ],

  // The labels of https://rightsstatements.org/page/1.0/; its identifiers are http on purpose.
  ['rs/InC', statement('InC', 'In Copyright')],
  ['rs/InC-OW-EU', statement('InC-OW-EU', 'In Copyright - EU Orphan Work')],
  ['rs/InC-EDU', statement('InC-EDU', 'In Copyright - Educational Use Permitted')],
  ['rs/InC-NC', statement('InC-NC', 'In Copyright - Non-Commercial Use Permitted')],
  ['rs/InC-RUU', statement('InC-RUU', 'In Copyright - Rights-holder(s) Unlocatable or Unidentifiable')],
  ['rs/NoC-CR', statement('NoC-CR', 'No Copyright - Contractual Restrictions')],
  ['rs/NoC-NC', statement('NoC-NC', 'No Copyright - Non-Commercial Use Only')],
  ['rs/NoC-OKLR', statement('NoC-OKLR', 'No Copyright - Other Known Legal Restrictions')],
  ['rs/NoC-US', statement('NoC-US', 'No Copyright - United States')],
  ['rs/CNE', statement('CNE', 'Copyright Not Evaluated')],
  ['rs/UND', statement('UND', 'Copyright Undetermined')],
  ['rs/NKC', statement('NKC', 'No Known Copyright')],

  ['unsplash', named('Unsplash License', 'https://unsplash.com/license')],
  ['pexels', named('Pexels License', 'https://www.pexels.com/license/')],
  ['pixabay', named('Pixabay Content License', 'https://pixabay.com/service/license-summary/')],

  ['pd', named('public domain')],
  ['nkcr', named('no known copyright restrictions')],
  ['us-gov', named('U.S. government work')],
  ['permission', named('used with permission')],
  ['arr', named('all rights reserved')],
]);

function named(name: string, url: string | null = null, longName = name): NamedLicence {
  return { name, longName, url };
}

function statement(id: string, label: string): NamedLicence {
  return named(label, `http://rightsstatements.org/vocab/${id}/1.0/`);
}
