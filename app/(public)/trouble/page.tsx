import { WentWrong } from '@/components/site/went-wrong';

export const metadata = { title: 'Something went wrong', robots: { index: false } };

/** What the front answers with 503 when a page cannot be made and was never seen. */
export default function TroublePage() {
  // The front writes the reference of the fault here.
  return <WentWrong reference="00000000" />;
}
