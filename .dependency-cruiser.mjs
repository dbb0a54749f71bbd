import { readdirSync, readFileSync } from 'node:fs';

/** Who may import whom, downwards only; docs/decisions say why. What is not named here (scripts, e2e, bench) may import everything. */
const mayImport = {
  app: ['app', 'features', 'auth', 'components', 'lib', 'islands/built\\.json'],
  'instrumentation\\.ts': ['server', 'jobs', 'features', 'auth', 'db', 'lib'],
  server: ['server', 'jobs', 'features', 'auth', 'db', 'lib'],
  jobs: ['jobs', 'features', 'db', 'lib'],
  features: ['features', 'auth', 'db', 'components', 'lib'],
  auth: ['auth', 'db', 'lib'],
  db: ['db', 'lib'],
  components: ['components', 'lib'],
  lib: ['lib'],
  islands: ['islands'],
  lint: ['lint'],
};
const ours =
  '^(app|auth|bench|components|db|e2e|features|instrumentation|islands|jobs|lib|lint|scripts|server)\\b';
/** Journeys, measurements and tests look at everything; nothing looks at them. */
const lookers = '^(e2e|bench)/|\\.test\\.tsx?$';

/** Files that hold the database client though they are not called queries.ts, and why. */
const clientHolders = [
  // The read that stories, webinars and documents share; resources/queries.ts has the lists.
  'features/resources/published\\.ts',
  // Parts of mutations, which are given a transaction and import its type.
  'features/resources/parts\\.ts',
  'features/revisions/readiness\\.ts',
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = Object.entries(mayImport).map(([layer, below]) => ({
  name: `layers: ${layer.replace(/\\.ts$/, '')}`,
  comment: `${layer} imports only ${below.join(', ')}`,
  severity: 'error',
  from: { path: `^${layer}(/|$)`, pathNot: lookers },
  to: { path: ours, pathNot: `^(${below.join('|')})(/|$)` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers,
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one file, or three',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'found',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: lookers },
      to: { path: lookers },
    },
    {
      name: 'islands-are-imported-by-nothing',
      comment:
        'they are built apart, so that a page needs no framework script; pages know the list of what was built',
      severity: 'error',
      from: { pathNot: '^islands/' },
      to: { path: '^islands/', pathNot: '^islands/built\\.json$' },
    },
    {
      name: 'another-feature',
      comment: 'a feature uses another’s queries, components and pure modules, never how it is written to',
      severity: 'error',
      from: { path: '^features/([^/]+)/', pathNot: lookers },
      to: {
        path: '^features/.+[/-](actions|routes|mutations|input)\\.tsx?$',
        pathNot: ['^features/$1/', '^features/(resources|revisions)/(mutations|input)\\.ts$'],
      },
    },
    {
      name: 'app-writes-by-actions',
      comment: 'routes compose: what changes something goes through an action and its guard',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^features/.*\\bmutations\\.ts$' },
    },
    {
      name: 'database-client',
      comment: 'reads are in queries.ts; mutations.ts take the type of a transaction from there (see lint/)',
      severity: 'error',
      from: {
        path: '^features/',
        pathNot: [lookers, '/(queries|mutations)\\.ts$', `^(${clientHolders.join('|')})$`],
      },
      to: { path: '^db/client\\.ts$' },
    },
    {
      name: 'cached-reads',
      comment: 'a cached read says what it depends on, in queries.ts',
      severity: 'error',
      from: { pathNot: [lookers, '^features/[^/]+/queries\\.ts$'] },
      to: { path: '^db/cache\\.ts$' },
    },
    {
      name: 'writes',
      comment:
        'what changes the public’s pages is a verb in mutations.ts; the one job chooses among those of three features',
      severity: 'error',
      from: {
        path: '^(features|auth|jobs)/',
        pathNot: [lookers, '/mutations\\.ts$', '^jobs/publish-scheduled\\.ts$'],
      },
      to: { path: '^db/write\\.ts$' },
    },
    {
      name: 'plain-links-and-pictures',
      comment: 'public pages need no framework script: links are <a>, pictures are features/photos/photo.tsx',
      severity: 'error',
      from: { path: '^(app/\\(public\\)|features|components)/' },
      to: { path: 'node_modules/next/(link|image|script|form|dynamic|legacy/image)\\.' },
    },
    {
      name: 'public-pages-know-no-visitor',
      comment: 'they are rendered once for everybody: no session, no cookie, no header',
      severity: 'error',
      from: { path: '^app/\\(public\\)/' },
      to: { path: '^auth/|node_modules/next/(headers|server)\\.' },
    },
    {
      name: 'public-pages-need-no-script',
      comment: 'a form’s own file, *-form.tsx, is the one kind of client file they may use',
      severity: 'error',
      from: { path: '^app/\\(public\\)/' },
      to: { reachable: true, path: `^(${['-', ...clientFiles()].join('|')})$`, pathNot: '-form\\.tsx$' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^(\\.next|\\.data|public)' },
    tsConfig: { fileName: 'tsconfig.json' },
    // What is imported for its type alone is a dependency as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/** Files that begin with 'use client', as patterns. */
function clientFiles() {
  const folders = ['app', 'components', 'features'];
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && /^['"]use client['"]/m.test(readFileSync(file, 'utf8')))
    .map((file) => file.replaceAll('\\', '/').replace(/[.()[\]]/g, '\\$&'));
}
