import type { Metadata } from 'next';
import { EntryList } from '@/features/resources/entry-list';
import { newestEntries } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { Lead } from '@/features/stories/lead';
import { leadStory } from '@/features/stories/queries';
import { topicTree } from '@/features/topics/queries';
import { TopicTree } from '@/features/topics/topic-tree';
import { upcomingWebinars } from '@/features/webinars/queries';
import { UpcomingList } from '@/features/webinars/upcoming-list';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, tagline } = await siteSettings();
  return pageMetadata({ title: siteName, siteName, description: tagline, path: '/' });
}

export default async function Home() {
  const [{ siteName, tagline }, lead, entries, webinars, topics] = await Promise.all([
    siteSettings(),
    leadStory(),
    newestEntries(8),
    upcomingWebinars(),
    topicTree(),
  ]);
  const newest = entries.filter(({ id }) => id !== lead?.entry.id).slice(0, 7);
  return (
    <>
      <h1>{siteName}</h1>
      <p className="lede mt-3 text-ink-2">{tagline}</p>
      {lead && <Lead entry={lead.entry} hero={lead.hero} />}
      {webinars.length > 0 && (
        <section className="section" aria-labelledby="next">
          <h2 id="next">Next webinars</h2>
          <div className="mt-6">
            <UpcomingList entries={webinars.slice(0, 3)} />
          </div>
          <p className="mt-2">
            <a href="/webinars">All webinars</a>
          </p>
        </section>
      )}
      <section className="section" aria-labelledby="newest">
        <h2 id="newest">Most Recently Added</h2>
        {newest.length > 0 ? (
          <div className="mt-6">
            <EntryList entries={newest} />
          </div>
        ) : (
          <p className="measure mt-4">{lead ? 'There is no more yet.' : 'Nothing has been published yet.'}</p>
        )}
        {newest.length > 0 && (
          <p className="mt-2">
            <a href="/news">All news</a>
          </p>
        )}
      </section>
      {topics.length > 0 && (
        <section className="section" aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <div className="mt-6">
            <TopicTree topics={topics} />
          </div>
        </section>
      )}
    </>
  );
}
