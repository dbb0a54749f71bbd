import type { Metadata } from 'next';
import { CreditList } from '@/features/photos/credit-list';
import { creditsPage } from '@/features/photos/queries';
import { siteSettings } from '@/features/settings/queries';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  const description = 'Whose the photos on this site are, under which licence, and where they are used.';
  return pageMetadata({ title: 'Photo credits', siteName, description, path: '/credits' });
}

export default async function Credits() {
  const list = await creditsPage(1);
  return (
    <>
      <h1>Photo credits</h1>
      <p className="lede measure mt-3 text-ink-2">
        Whose the photos on this site are, under which licence, and where they are used.
      </p>
      <p className="mt-3">
        The whole list as a table for a spreadsheet (<a href="/credits.csv">CSV</a>) or for a program (
        <a href="/credits.json">JSON</a>).
      </p>
      <div className="section">
        {list.photos.length > 0 ? <CreditList list={list} /> : <p>No photo is in use yet.</p>}
      </div>
    </>
  );
}
