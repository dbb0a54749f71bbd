import { NotHere } from '@/components/site/not-here';

export const metadata = { title: 'This page is not here', robots: { index: false } };

/** What the front answers with 404; the address itself is not public. */
export default function NotHerePage() {
  return <NotHere />;
}
