'use client';

import { WentWrong } from '@/components/site/went-wrong';

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="page py-12">
      <WentWrong reference={error.digest} />
    </main>
  );
}
