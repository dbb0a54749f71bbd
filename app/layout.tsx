import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import './globals.css';
import islands from '@/islands/built.json';

export default function Root({ children }: { children: ReactNode }) {
  for (const font of mainFonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBFAF7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171614" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* Blocking and classic: the chosen theme is there before the first paint. */}
        <script src={islands.theme} />
        {/* Before the first paint as well, where browsers can, so that nothing moves when an island adds a line. */}
        <script type="module" src={islands.islands} blocking="render" />
      </head>
      <body>{children}</body>
    </html>
  );
}

const mainFonts = [
  '/fonts/atkinson-hyperlegible-next.5.3.0.latin.woff2',
  '/fonts/source-serif-4.5.3.1.latin.woff2',
];
