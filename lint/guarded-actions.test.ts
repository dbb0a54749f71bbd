import { describe, expect, test } from 'vitest';
import { guardedActions } from './guarded-actions.mjs';
import { sourceOf } from './source.mjs';

const faults = (file: string, text: string) =>
  guardedActions([sourceOf(file, text)]).map((fault) => fault.slice(`${file}: `.length));
const actions = (body: string) =>
  faults(
    'features/stories/actions.ts',
    `'use server';\nimport { staffAction, visitorAction, type Guard } from '@/auth/guards';\n${body}`,
  );
const unguarded = (name: string) => [`${name} is not made by staffAction or visitorAction of auth/`];

describe('an actions.ts', () => {
  test('may export what a guard made, and types', () => {
    expect(actions('export const saveAction = staffAction({ run }); export type Saved = 1;')).toEqual([]);
    expect(actions('export const joinAction = visitorAction({ run }); const inner = () => {};')).toEqual([]);
  });

  test.each([
    ['saveAction', 'export async function saveAction() {}'],
    ['saveAction', 'export const saveAction = async () => {};'],
    ['saveAction', 'export const saveAction = bypass({ run });'],
    ['saveAction', 'export const saveAction = wrap(staffAction({ run }));'],
    ['saveAction', 'export let saveAction;'],
    ['an export', 'export const { saveAction } = staffAction({ run });'],
    ['the default export', 'export default staffAction({ run });'],
    ['the default export', 'export default async function saveAction() {}'],
    ['what it exports by name', 'const saveAction = staffAction({ run }); export { saveAction };'],
    ['what it exports by name', "export { saveAction } from './more';"],
    ['all that it exports from elsewhere', "export * from './more';"],
    ['Saver', 'export class Saver {}'],
  ])('may not export %s: %s', (name, body) => {
    expect(actions(body)).toEqual(unguarded(name));
  });

  test('takes its guards from auth/ and nowhere else', () => {
    const save = 'export const saveAction = staffAction({ run });';
    const at = (guard: string) => faults('features/stories/actions.ts', `'use server'; ${guard} ${save}`);
    expect(at("import { staffAction } from './guard';")).toEqual(unguarded('saveAction'));
    expect(at('const staffAction = (action) => action;')).toEqual(unguarded('saveAction'));
    expect(at("import { staffAction } from '@/auth/guards';")).toEqual([]);
  });

  test('is for staff or for visitors', () => {
    expect(
      actions('export const aAction = staffAction({ run }); export const bAction = visitorAction({ run });'),
    ).toEqual(['what staff do and what visitors do are in files of their own']);
  });

  test('says that it serves, and its names say what they are', () => {
    expect(actions('export const save = staffAction({ run });')).toEqual(['save does not end in Action']);
    expect(faults('features/stories/visitor-actions.ts', 'export type Saved = 1;')).toEqual([
      "an actions.ts begins with 'use server'",
    ]);
  });
});

test('server actions are nowhere else', () => {
  const told = ['a server action belongs in an actions.ts'];
  expect(faults('app/admin/save.ts', "'use server'; export async function save() {}")).toEqual(told);
  expect(faults('app/admin/page.tsx', "const save = async () => { 'use server'; };")).toEqual(told);
  expect(faults('app/admin/page.tsx', "const says = 'use server';")).toEqual([]);
});

test('a routes.ts exports what staffRoute or visitorRoute made, and not both', () => {
  const guard = "import { staffRoute, staffAction } from '@/auth/guards';";
  const routes = (body: string) => faults('features/photos/routes.ts', `${guard} ${body}`);
  expect(routes('export const uploadPhoto = staffRoute({ run });')).toEqual([]);
  expect(routes('export async function POST() {}')).toEqual([
    'POST is not made by staffRoute or visitorRoute of auth/',
  ]);
  expect(routes('export const upload = staffAction({ run });')).toEqual([
    'upload is not made by staffRoute or visitorRoute of auth/',
  ]);
  const visitors = "import { staffRoute, visitorRoute } from '@/auth/guards';";
  const mixed = `${visitors} export const a = staffRoute({ run }); export const b = visitorRoute(run);`;
  expect(faults('features/photos/routes.ts', mixed)).toEqual([
    'what staff do and what visitors do are in files of their own',
  ]);
});
