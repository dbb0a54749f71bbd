import { type CcLicence, ccLicenceOfKey } from './cc';

/** What a licence lets the site do with an image, and what it asks for. */
export type ImagePolicy = {
  /** `warn`: a person decides, since the licence is incomplete or leaves it open. `block`: not before it is cleared. */
  publish: 'ok' | 'warn' | 'block';
  /** The whole image smaller or larger: no licence here takes that for an adaptation. */
  resize: 'yes' | 'no';
  /** Into another file format. CC 2.0+ and the law allow what the medium technically needs. */
  reencode: 'yes' | 'no';
  /** To show a part of it, also by CSS. */
  crop: 'yes' | 'no';
  /** To write over it, tint, cover or round it. */
  overlay: 'yes' | 'no';
  /** `required`: never shown without its credit. */
  attribution: 'required' | 'courtesy';
  /** CC 1.0 to 3.0 ask for the title, if one was supplied. */
  titleRequired: boolean;
  /** The credit links to the licence. */
  licenceLink: boolean;
  /** The credit says what was changed. */
  markChanges: boolean;
  /** A cropped image stands under the same licence. */
  shareAlikeOnCrop: boolean;
  nonCommercialOnly: boolean;
  /** CC 4.0, section 6(b): rights return when a breach is mended within 30 days of its discovery. */
  cureWindow: boolean;
};

/** The policy of a licence key. No licence, and a key that is none, block. */
export function imagePolicy(key: string | null): ImagePolicy {
  if (key === null) return unlicensed;
  const cc = ccLicenceOfKey(key);
  return cc ? ccPolicy(cc) : (policies.get(key) ?? unlicensed);
}

/** Whether a photo may appear at all: one that nobody cleared may not, but for what is shown by courtesy. */
export const mayBeShown = (credit: { license: string | null; courtesy: boolean }): boolean =>
  imagePolicy(credit.license).publish !== 'block' || credit.courtesy;

function ccPolicy({ elements, version }: CcLicence): ImagePolicy {
  const has = (element: string) => elements.split('-').includes(element);
  const sampling = elements.endsWith('sampling+');
  const whole = has('nd') || sampling;
  return {
    publish: unpublishable.includes(elements) ? 'block' : version ? 'ok' : 'warn',
    resize: 'yes',
    reencode: 'yes',
    crop: whole ? 'no' : 'yes',
    overlay: whole ? 'no' : 'yes',
    attribution: unattributed.includes(elements) ? 'courtesy' : 'required',
    titleRequired: version !== null && version !== '4.0' && !unattributed.includes(elements),
    licenceLink: true,
    markChanges: !unattributed.includes(elements),
    shareAlikeOnCrop: has('sa'),
    // Sampling Plus gives the whole work to non-commercial sharing, and only samples to all uses.
    nonCommercialOnly: has('nc') || sampling,
    cureWindow: version === '4.0',
  };
}

/** Sampling 1.0 does not license the whole work, Developing Nations not the whole web. */
const unpublishable = ['sampling', 'devnations'];

/** The retired licences of 1.0 that do without attribution. */
const unattributed = ['sa', 'nc', 'nd', 'nc-sa', 'nd-nc'];

const free: ImagePolicy = {
  publish: 'ok',
  resize: 'yes',
  reencode: 'yes',
  crop: 'yes',
  overlay: 'yes',
  attribution: 'courtesy',
  titleRequired: false,
  licenceLink: false,
  markChanges: false,
  shareAlikeOnCrop: false,
  nonCommercialOnly: false,
  cureWindow: false,
};
const credited: ImagePolicy = { ...free, attribution: 'required' };
const asked: ImagePolicy = { ...credited, publish: 'warn' };
const unlicensed: ImagePolicy = { ...credited, publish: 'block' };
const nonCommercial: ImagePolicy = { ...credited, nonCommercialOnly: true };
const shownWhole: ImagePolicy = { ...credited, crop: 'no', overlay: 'no' };

const policies = new Map<string, ImagePolicy>([
  ['cc', asked],
  ['cc0/1.0', free],
  ['pdm/1.0', free],
  ['pdcert/1.0/us', free],
  ['pd', free],
  ['nkcr', free],
  ['us-gov', free],
  ['unsplash', free],
  ['pexels', free],
  ['pixabay', free],
  ['permission', shownWhole],
  ['arr', shownWhole],
  ['rs/InC', asked],
  ['rs/InC-OW-EU', asked],
  ['rs/InC-RUU', asked],
  ['rs/InC-EDU', asked],
  ['rs/InC-NC', nonCommercial],
  ['rs/NoC-NC', nonCommercial],
  ['rs/NoC-US', credited],
  ['rs/NoC-CR', asked],
  ['rs/NoC-OKLR', asked],
  ['rs/NKC', credited],
  ['rs/CNE', asked],
  ['rs/UND', asked],
]);
