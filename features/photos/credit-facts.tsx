import type { ReactNode } from 'react';
import { licenceLongName, licenceUrl } from '@/features/credits/licences';
import { imagePolicy } from '@/features/credits/policy';
import type { PublishedPhoto } from './queries';

/** The credit in full, fact by fact, with what its licence lets others do. */
export function CreditFacts({ photo: { credit, width, height, renditions } }: { photo: PublishedPhoto }) {
  const url = credit.license ? licenceUrl(credit.license) : null;
  const name = credit.license ? licenceLongName(credit.license) : null;
  return (
    <dl className="facts">
      <Fact name="Title">{credit.title}</Fact>
      <Fact name={credit.creators.length > 1 ? 'Makers' : 'Maker'}>
        {credit.creators.length > 0 &&
          credit.creators.map(({ name: maker, url: page }, index) => (
            <span key={maker}>
              {index > 0 && ', '}
              {page ? <a href={page}>{maker}</a> : maker}
            </span>
          ))}
      </Fact>
      <Fact name="Source">
        {credit.source.url ? (
          <a href={credit.source.url}>{credit.source.name ?? credit.source.url}</a>
        ) : (
          credit.source.name
        )}
      </Fact>
      <Fact name="Licence">
        {url && name ? (
          <a href={url} rel="license">
            {name}
          </a>
        ) : (
          (name ?? 'None stated')
        )}
      </Fact>
      <Fact name="You may">{meaningOf(credit.license)}</Fact>
      <Fact name="Changes">{credit.changes}</Fact>
      <Fact name="Size">
        {renditions.length > 0 ? `${width} × ${height} pixels` : 'The file is not here yet.'}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What a licence means, in sentences; the licence itself holds. */
function meaningOf(licence: string | null): string | null {
  if (!licence || !/^(cc\/by|cc0|pdm)/.test(licence)) return null;
  const policy = imagePolicy(licence);
  const free = policy.attribution === 'courtesy';
  return [
    free ? 'Use it for anything, without asking.' : 'Use it with this credit and a link to the licence.',
    policy.nonCommercialOnly && 'Not for commercial purposes.',
    policy.crop === 'no' && 'Only as it is: whole, with nothing on it.',
    policy.shareAlikeOnCrop && 'What you make of it stands under the same licence.',
  ]
    .filter(Boolean)
    .join(' ');
}
