import type { Credit } from '@/features/credits/credit';
import { isLicenceKey } from '@/features/credits/licences';
import { type ImagePolicy, imagePolicy, mayBeShown } from '@/features/credits/policy';

/** What a credit's licence lets the site do, and what it still asks for, in sentences for who writes it. */
export function licenceWords(credit: Credit): { means: string[]; missing: string[] } {
  const policy = imagePolicy(credit.license);
  return { means: meaning(credit, policy).filter(isSaid), missing: missing(credit, policy).filter(isSaid) };
}

function meaning({ license, courtesy }: Credit, policy: ImagePolicy): (string | false)[] {
  if (license === null && courtesy) return ['Shown as a courtesy of who made it, never without this credit.'];
  if (license === null || !isLicenceKey(license) || policy.publish === 'block') return [];
  const named = policy.attribution === 'required';
  const whole = policy.crop === 'no';
  return [
    named ? 'Never shown without this credit.' : 'It asks for no credit; we print one all the same.',
    whole ? 'Shown whole: never cropped, covered or tinted.' : 'It may be cropped.',
    !whole && policy.shareAlikeOnCrop && 'What is made by cropping stands under the same licence.',
    policy.nonCommercialOnly && 'Not for commercial purposes.',
    policy.licenceLink && 'The credit links to the licence.',
    policy.publish === 'warn' &&
      'The licence is incomplete or leaves open what is allowed: a person decides.',
  ];
}

function missing(credit: Credit, policy: ImagePolicy): (string | false)[] {
  const { license } = credit;
  const unknown = license !== null && !isLicenceKey(license);
  return [
    unknown && 'This licence key is not known.',
    !unknown &&
      license &&
      policy.publish === 'block' &&
      'This licence does not cover a whole photo on the web.',
    !mayBeShown(credit) && 'Visitors do not see the photo before it is cleared which licence it has.',
    policy.attribution === 'required' && credit.creators.length === 0 && 'Who made it is not written yet.',
    policy.titleRequired && !credit.title && 'The licence asks for the title, if the photo has one.',
    policy.markChanges && !credit.changes && 'If the photo was changed, write how: “cropped”, “in grey”.',
    license === 'permission' && !credit.permissionFrom && 'Write who gave the permission.',
    !credit.source.url && policy.licenceLink && 'Write the address of the photo’s own page, if it has one.',
  ].map((sentence) => sentence || false);
}

const isSaid = (sentence: string | false): sentence is string => sentence !== false;
