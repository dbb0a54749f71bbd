import { readFileSync } from 'node:fs';

export type SeedEntry = { title: string; line: string };

/** The page that the topic page must read as; seed-page.txt is what its visitors see, paragraph by paragraph. */
export function seedPage() {
  const text = readFileSync('e2e/seed-page.txt', 'utf8');
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
  const [title = '', alt = '', , credit = '', heading = '', ...rest] = paragraphs;
  return { title, alt, credit, heading, entries: entriesOf(rest) };
}

/** An entry is a title, a line with kind and date, and the paragraphs of its teaser. */
function entriesOf(paragraphs: string[]): SeedEntry[] {
  return paragraphs.flatMap((line, index) =>
    line.startsWith('Publish Date: ') ? [{ title: paragraphs[index - 1] ?? '', line }] : [],
  );
}
