import { makePreviewLink } from '@/features/revisions/preview/mutations';
import { unique } from './acts';
import { readyDraft, started } from './drafts';
import { ask, base, expect, test } from './fixtures';
import { type Member, member } from './members';
import { sessionOf } from './staff';

type Stored = { fileKey: string; fileName: string; mediaType: string; bytes: number };
type Visitor = Member & { cookie: string };
const visitor = async (role: 'contributor' | 'editor'): Promise<Visitor> => {
  const person = await member(role);
  return { ...person, cookie: await sessionOf(person) };
};

async function upload({ cookie }: Visitor, text: string): Promise<Stored> {
  const headers = { cookie, origin: base.origin, 'x-file-name': 'notes.txt' };
  const { status, text: answer } = await ask('/api/uploads', { method: 'POST', headers, body: text });
  expect(status).toBe(200);
  const { fileKey, fileName, mediaType, bytes } = JSON.parse(answer);
  return { fileKey, fileName, mediaType, bytes };
}
const open = ({ cookie }: Visitor, { fileKey }: Stored) =>
  ask(`/api/uploads/${fileKey}`, { headers: { cookie } });

test.describe('the files of a draft', { tag: '@changes' }, () => {
  test('open for who writes on it, whoever brought the same file first, and for nobody else', async () => {
    const [editor, maker, named, other] = await Promise.all([
      visitor('editor'),
      visitor('contributor'),
      visitor('contributor'),
      visitor('contributor'),
    ]);
    const text = unique('What is in it');
    await upload(editor, text);
    const file = await upload(maker, text);
    expect((await open(maker, file)).status).toBe(404);
    const attachments = [{ type: 'other' as const, title: 'Notes', ...file }];
    const people = [{ name: 'N', affiliation: '', url: '', staffId: named.id }];
    await started('document', maker, await readyDraft('document', { attachments, people }));
    for (const person of [editor, maker, named]) {
      const { status, text: said, headers } = await open(person, file);
      expect([status, said]).toEqual([200, text]);
      expect(headers['content-disposition']).toMatch(/^attachment/);
    }
    expect((await open(other, file)).status).toBe(404);
  });

  test('open for the reader of its preview link, and no others do', async ({ page }) => {
    const editor = await visitor('editor');
    const [shown, hidden] = [await upload(editor, unique('Shown')), await upload(editor, unique('Hidden'))];
    const attachments = [{ type: 'other' as const, title: 'Notes', ...shown }];
    const item = await started('document', editor, await readyDraft('document', { attachments }));
    const token = await makePreviewLink({ of: item.of, id: item.id, days: 3, byId: editor.id });
    await page.goto(`/preview/${token}`);
    const href = (await page.getByRole('link', { name: /Notes/ }).getAttribute('href')) ?? '';
    const { status, text, headers } = await ask(href);
    expect([status, text]).toEqual([200, expect.stringContaining('Shown')]);
    expect(headers['cache-control']).toBe('private, no-store');
    expect((await ask(`/preview/${token}/file/${hidden.fileKey}`)).status).toBe(404);
    expect((await ask(`/preview/elsewhere/file/${shown.fileKey}`)).status).toBe(404);
  });
});
