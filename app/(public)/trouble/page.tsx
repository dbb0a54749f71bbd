import { WentWrong } from '@/components/site/went-wrong';

export const metadata = { title: 'Something went wrong', robots: { index: false } };

/** What the front answers with 503 when a page cannot be made and was never seen. */
export default function TroublePage() {
  return <WentWrong />;
}
