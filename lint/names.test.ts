import { expect, test } from 'vitest';
import { names } from './names.mjs';
import { sourceOf } from './source.mjs';

const faults = (file: string) => names([sourceOf(file, '')]).map((fault) => fault.slice(`${file}: `.length));

test.each([
  'app/(public)/topics/[slug]/page/[page]/page.tsx',
  'app/api/auth/[...nextauth]/route.ts',
  'app/credits.csv/route.ts',
  'features/topics/topic-tree.tsx',
  'db/schema/index.ts',
  'db/migrations/0000_first.sql',
  'patches/postgres+3.4.9.patch',
  'public/fonts/source-serif-4.5.3.1.latin.woff2',
  '.dependency-cruiser.mjs',
  'README.md',
  'Containerfile',
  '.containerignore',
])('%s is a name', (file) => expect(faults(file)).toEqual([]));

test.each([
  'features/topics/TopicTree.tsx',
  'features/topics/topic_tree.tsx',
  'features/Topics/queries.ts',
  'features/topics/[slug].tsx',
  'app/(Public)/page.tsx',
  'docs/Operating guide.md',
  'deploy/Caddyfile',
])('%s is not kebab-case', (file) => expect(faults(file)).toEqual(['names are kebab-case']));

test.each([
  ['lib/utils/dates.ts', 'utils'],
  ['features/helpers/a.ts', 'helpers'],
  ['app/services/a.ts', 'services'],
  ['features/topics/types.ts', 'types'],
  ['features/hooks/use-it.ts', 'hooks'],
  ['components/common/a.tsx', 'common'],
])('%s says nothing', (file, word) =>
  expect(faults(file)).toEqual([`“${word}” says nothing; name the thing`]),
);

test.each(['features/topics/index.ts', 'components/ui/index.tsx', 'lib/index.mjs'])(
  '%s is a barrel',
  (file) => expect(faults(file)).toEqual(['the only barrel is db/schema/index.ts']),
);
