import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cruise, faultsOf } from './architecture.mjs';

/** Who imports what, as it should be. */
const sound: [string, ...string[]][] = [
  ['app/(public)/page.tsx', 'features/topics/queries', 'features/topics/ask-form', 'islands/built.json'],
  ['app/admin/page.tsx', 'auth/session', 'features/topics/editor'],
  ['components/ui/button.tsx', 'lib/time'],
  ['db/cache.ts', 'lib/time'],
  ['db/client.ts', 'lib/time'],
  ['db/write.ts', 'db/client'],
  ['auth/session.ts', 'db/client'],
  [
    'features/topics/queries.ts',
    'db/client',
    'db/cache',
    'features/stories/queries',
    'features/credits/format',
  ],
  ['features/topics/mutations.ts', 'db/client', 'db/write', 'features/resources/mutations'],
  ['features/topics/actions.ts', 'auth/session', 'features/topics/mutations', 'features/topics/input'],
  ['features/topics/input.ts'],
  ['features/topics/ask-form.tsx', 'features/topics/actions'],
  ['features/topics/editor.tsx', 'components/ui/button'],
  ['features/stories/queries.ts', 'db/cache'],
  ['features/stories/mutations.ts', 'db/write'],
  ['features/stories/actions.ts'],
  ['features/stories/input.ts'],
  ['features/credits/format.ts'],
  ['features/resources/mutations.ts', 'db/write'],
  ['features/resources/published.ts', 'db/client'],
  ['islands/local-time.ts', 'islands/clock'],
  ['islands/clock.ts'],
  ['jobs/handlers.ts', 'features/topics/mutations'],
  ['lib/time.ts'],
  ['lib/other.ts', 'lib/one'],
  ['lib/time.test.ts', 'lib/time', 'server/main'],
  ['lint/names.ts'],
  ['server/main.ts', 'jobs/handlers', 'db/client'],
  ['instrumentation.ts', 'jobs/handlers'],
  ['scripts/fill.ts', 'lint/names', 'db/write', 'features/topics/mutations', 'server/main'],
  ['e2e/fixtures.ts', 'features/topics/mutations', 'db/client'],
];

/** The rule, who breaks it, and by importing what. */
const broken: [string, string, string][] = [
  ['layers: app', 'app/a.tsx', 'db/client'],
  ['layers: app', 'app/b.tsx', 'jobs/handlers'],
  ['layers: app', 'app/c.tsx', 'server/main'],
  ['layers: instrumentation', 'instrumentation.ts', 'app/admin/page'],
  ['layers: server', 'server/a.ts', 'app/admin/page'],
  ['layers: jobs', 'jobs/a.ts', 'auth/session'],
  ['layers: features', 'features/topics/a.ts', 'jobs/handlers'],
  ['layers: features', 'features/topics/b.tsx', 'app/admin/page'],
  ['layers: auth', 'auth/a.ts', 'features/topics/queries'],
  ['layers: db', 'db/a.ts', 'auth/session'],
  ['layers: components', 'components/ui/a.tsx', 'features/topics/editor'],
  ['layers: lib', 'lib/a.ts', 'db/client'],
  ['layers: islands', 'islands/a.ts', 'lib/time'],
  ['layers: lint', 'lint/a.ts', 'scripts/fill'],
  ['no-cycles', 'lib/one.ts', 'lib/other'],
  ['found', 'lib/b.ts', 'lib/nowhere'],
  ['nobody-imports-tests', 'scripts/a.ts', 'e2e/fixtures'],
  ['nobody-imports-tests', 'lib/c.ts', 'lib/time.test'],
  ['islands-are-imported-by-nothing', 'scripts/b.ts', 'islands/local-time'],
  ['another-feature', 'features/topics/c.ts', 'features/stories/mutations'],
  ['another-feature', 'features/topics/d.ts', 'features/stories/input'],
  ['another-feature', 'features/topics/e.tsx', 'features/stories/actions'],
  ['app-writes-by-actions', 'app/d.tsx', 'features/topics/mutations'],
  ['database-client', 'features/topics/f.ts', 'db/client'],
  ['cached-reads', 'features/topics/g.tsx', 'db/cache'],
  ['cached-reads', 'features/stories/mutations.ts', 'db/cache'],
  ['writes', 'features/stories/queries.ts', 'db/write'],
  ['plain-links-and-pictures', 'app/(public)/a.tsx', 'next/link'],
  ['plain-links-and-pictures', 'features/topics/h.tsx', 'next/image'],
  ['public-pages-know-no-visitor', 'app/(public)/b.tsx', 'next/headers'],
  ['public-pages-know-no-visitor', 'app/(public)/c.tsx', 'auth/session'],
  ['public-pages-need-no-script', 'app/(public)/d.tsx', 'features/topics/editor'],
];
const packages = ['next/link', 'next/image', 'next/headers'];
const clientFiles = ['features/topics/editor.tsx', 'features/topics/ask-form.tsx'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'architecture-'));
  const tsconfig = { compilerOptions: { paths: { '@/*': ['./*'] }, moduleResolution: 'bundler' } };
  put('tsconfig.json', JSON.stringify(tsconfig));
  put('package.json', JSON.stringify({ dependencies: { next: '16.4.5' } }));
  put('node_modules/next/package.json', JSON.stringify({ name: 'next', version: '16.4.5' }));
  for (const name of packages) put(`node_modules/${name}.js`, 'export default {};');
  put('islands/built.json', '{}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what may be imported is, and everything else is told by its rule', async () => {
  const imports = new Map(sound.map(([file, ...targets]) => [file, targets]));
  for (const [, file, target] of broken) imports.set(file, [...(imports.get(file) ?? []), target]);
  for (const [file, targets] of imports) put(file, sourceText(file, targets));

  const faults = faultsOf(await cruise(folder)).map((fault) => fault.replace(/\.(tsx?|js)$/, ''));
  const wanted = broken.map(
    ([rule, file, target]) =>
      `${rule}: ${file} → ${packages.includes(target) ? 'node_modules/' : ''}${target}`,
  );
  expect(faults.map(withAlias).sort()).toEqual(wanted.map(withAlias).sort());
});

test('a cruise that read no imports is no proof', () => {
  const modules = [{ source: 'lib/time.ts', dependencies: [] }];
  expect(faultsOf({ modules, summary: { violations: [] } })).toEqual([
    '1 modules were cruised, and not one dependency was found in TypeScript',
  ]);
  expect(faultsOf({ modules: [], summary: { violations: [] } })).toHaveLength(1);
});

function sourceText(file: string, targets: string[]) {
  const directive = clientFiles.includes(file) ? "'use client';\n" : '';
  const lines = targets.map((target, index) =>
    packages.includes(target)
      ? `import it${index} from '${target}';`
      : `import it${index} from '@/${target}';`,
  );
  return `${directive}${lines.join('\n')}\nexport default [${targets.map((_, index) => `it${index}`)}];\n`;
}

/** What cannot be found is told by the name it was asked for. */
const withAlias = (fault: string) => fault.replace('→ @/', '→ ');

function put(file: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
