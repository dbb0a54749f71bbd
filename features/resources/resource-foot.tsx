import { licenceLongName, licenceUrl } from '@/features/credits/licences';
import { topicsByIds } from '@/features/topics/queries';
import { env } from '@/lib/env';
import { dayInWords } from '@/lib/time';
import { EntryList } from './entry-list';
import type { PublishedResource } from './published';
import { relatedEntries } from './queries';

/** What stands under a text: further links, topics, how to cite it, its licence, and what to read next. */
export async function ResourceFoot({
  resource,
  siteName,
}: {
  resource: PublishedResource;
  siteName: string;
}) {
  const [topics, related] = await Promise.all([
    topicsByIds(resource.topicIds),
    relatedEntries(resource.id, resource.topicIds),
  ]);
  return (
    <>
      {resource.links.length > 0 && (
        <section className="section" aria-labelledby="links">
          <h2 id="links">Elsewhere</h2>
          <ul className="mt-3 grid gap-2">
            {resource.links.map(({ title, url }) => (
              <li key={url}>
                <a className="inline-flex min-h-6" href={url}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="section grid gap-6 md:grid-cols-2" aria-label="About this page">
        {topics.length > 0 && (
          <div>
            <h2 className="text-lg">Topics</h2>
            <ul className="mt-2 grid gap-1">
              {topics.map(({ address, title }) => (
                <li key={address}>
                  <a className="inline-flex min-h-6" href={address}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h2 className="text-lg">Cite</h2>
          <p className="mt-2 text-meta text-ink-2">{citation(resource, siteName)}</p>
          <TextLicence licence={resource.textLicence} />
        </div>
      </section>
      {related.length > 0 && (
        <section className="section" aria-labelledby="related">
          <h2 id="related">Related</h2>
          <div className="mt-6">
            <EntryList entries={related} />
          </div>
        </section>
      )}
    </>
  );
}

/** Author, day, title, site and address, as most styles ask for in some order. */
function citation(resource: PublishedResource, siteName: string): string {
  const people = resource.kind === 'webinar' ? resource.presenters : resource.authors;
  const names = people.map(({ name }) => name).join(', ');
  const who = names ? `${names} (${dayInWords(resource.day)}).` : `${dayInWords(resource.day)}.`;
  return `${who} ${resource.title}. ${siteName}. ${env().SITE_URL}${resource.address}`;
}

function TextLicence({ licence }: { licence: string | null }) {
  const url = licence && licenceUrl(licence);
  const name = licence && licenceLongName(licence);
  if (!url || !name) return null;
  return (
    <p className="mt-3 text-meta text-ink-2">
      The text may be shared and adapted under{' '}
      <a href={url} rel="license">
        {name}
      </a>
      . Photos have licences of their own.
    </p>
  );
}
