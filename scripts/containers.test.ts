import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Service = {
  image?: string;
  build?: { dockerfile: string };
  command?: string | string[];
  environment: Record<string, string>;
  volumes?: string[];
  depends_on?: string[] | Record<string, unknown>;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, null> };

const read = (file: string) => readFileSync(file, 'utf8');
const composeText = read('compose.yaml');
const { services, volumes }: Compose = parse(composeText, { merge: true });
const settings = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
const instructions = read('Containerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .trim()
  .split(/\n+/)
  .map((line) => line.split(/\s+/));
const paths = (file: string) => /^[\w.-]+\/[\w./-]*\.(?:mjs|ts|caddyfile|conf|service)$/.test(file);

test('the services are those that docs/operating.md speaks of', () => {
  expect(Object.keys(services)).toEqual(['web', 'worker', 'postgres', 'bucket', 'proxy']);
  const guide = read('docs/operating.md');
  for (const name of Object.keys(services)) expect(guide).toContain(`\`${name}\``);
});

test('each service waits for services and mounts volumes and files that are there', () => {
  for (const { depends_on = [], volumes: mounts = [] } of Object.values(services)) {
    const awaited = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
    for (const name of awaited) expect(services).toHaveProperty(name);
    for (const [from = ''] of mounts.map((mount) => mount.split(':')))
      expect(from.startsWith('./') ? existsSync(from) : from in volumes, from).toBe(true);
  }
});

test('web and worker are one image with the same settings and files; web does no jobs', () => {
  const { web, worker } = services;
  expect(web?.build?.dockerfile).toBe('Containerfile');
  expect([worker?.image, worker?.environment, worker?.volumes]).toEqual([
    web?.image,
    web?.environment,
    web?.volumes,
  ]);
  expect(web?.environment.WORKER).toBe('off');
});

test('every variable is in .env.example, and every setting there reaches the site', () => {
  const used = [composeText, read('deploy/compose.caddyfile')].flatMap((text) =>
    [...text.matchAll(/\$\{([A-Z_]+)|\{\$([A-Z_]+)/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  expect(used.length).toBeGreaterThan(10);
  for (const name of used) expect(settings).toContain(name);
  const fixed = Object.keys(services.web?.environment ?? {});
  const ofTheImage = instructions.filter(([word]) => word === 'ENV').flatMap(([, ...set]) => set);
  const given = [...fixed, ...ofTheImage.map((one) => one.split('=')[0]), ...used];
  expect(settings.filter((name) => !given.includes(name))).toEqual([]);
});

test('the Containerfile copies what is there, and all that the site is compiled from', () => {
  const copied = instructions.flatMap(([word, ...rest]) =>
    word === 'COPY' && !rest.some((one) => one.startsWith('--from=')) ? rest.slice(0, -1) : [],
  );
  for (const place of copied) expect(existsSync(place), place).toBe(true);
  const [, sources = ''] = /const SOURCES = \[([^\]]*)\]/.exec(read('scripts/prepare.mjs')) ?? [];
  const compiled = [...sources.matchAll(/'([^']+)'/g)].map(([, place = '']) => place);
  expect(compiled).toContain('app');
  for (const place of compiled)
    expect(
      copied.some((one) => place === one || place.startsWith(`${one}/`)),
      place,
    ).toBe(true);
});

test('the Containerfile is made of instructions, starts what is there, and runs as nobody’s root', () => {
  const words = instructions.map(([word]) => word);
  const known = ['ARG', 'FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'CMD'];
  expect(words.filter((word = '') => !known.includes(word))).toEqual([]);
  expect(words.filter((word) => word === 'FROM')).toHaveLength(2);
  expect(instructions.findLast(([word]) => word === 'USER')).toEqual(['USER', 'node']);
  const command: string[] = JSON.parse(instructions.at(-1)?.slice(1).join(' ') ?? '');
  const started = [...command, ...(services.worker?.command ?? [])].filter(paths);
  expect(started).toEqual(['scripts/start.mjs', 'scripts/worker.mjs']);
  for (const file of started) expect(existsSync(file), file).toBe(true);
  const { scripts } = JSON.parse(read('package.json'));
  for (const [, name = ''] of read('Containerfile').matchAll(/npm run ([a-z]+)/g))
    expect(scripts).toHaveProperty(name);
});

test.each(['web', 'worker'])('deploy/%s.service starts what is there', (name) => {
  const [, file = ''] = /^ExecStart=\S+ (\S+)/m.exec(read(`deploy/${name}.service`)) ?? [];
  expect(existsSync(file), file).toBe(true);
});

test('every file that docs/operating.md links to is there', () => {
  const linked = [...read('docs/operating.md').matchAll(/\]\((\.\.?\/[^)#]+|[\w.-]+\.md)/g)];
  expect(linked.length).toBeGreaterThan(5);
  for (const [, file = ''] of linked) expect(existsSync(`docs/${file}`), file).toBe(true);
});
