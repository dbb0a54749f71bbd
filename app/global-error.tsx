'use client';

import './globals.css';
import { WentWrong } from '@/components/site/went-wrong';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
      </head>
      <body>
        <main className="page py-12">
          <WentWrong reference={error.digest} />
        </main>
      </body>
    </html>
  );
}
