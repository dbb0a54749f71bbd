import { visitorRoute } from '@/auth/guards';
import { fileResponse, noFile } from '@/features/uploads/file-response';
import { usesOfDraft } from '@/lib/text-tree';
import { hashOf } from '@/lib/tokens';
import { pictureResponse } from './picture';
import { pictureFile, previewedBy } from './preview/queries';
import { workingCopyOf } from './queries';

/** A photo of the one draft that a preview link shows, and of no other. */
export const sharedPictureRoute = visitorRoute(async (request) => {
  const { content, id } = await shared(request);
  if (!content) return pictureResponse(undefined);
  const text = 'body' in content ? content.body : content.introduction;
  const shown = [...usesOfDraft(text), ...(content.hero ? [content.hero] : [])].map(({ photoId }) => photoId);
  return pictureResponse(shown.includes(Number(id)) ? await pictureFile(Number(id)) : undefined);
});

/** The same of a file. */
export const sharedFileRoute = visitorRoute(async (request) => {
  const { content, id } = await shared(request);
  const attached = content && 'attachments' in content ? content.attachments : [];
  const theirs = attached.some((one) => 'fileKey' in one && one.fileKey === id);
  return theirs ? fileResponse(request, id) : noFile();
});

/** What `/preview/[token]/…/[id]` is asked for. */
async function shared(request: Request) {
  const [, , token = '', , id = ''] = new URL(request.url).pathname.split('/');
  const owner = await previewedBy(hashOf(token));
  return { id, content: owner && (await workingCopyOf(owner))?.content };
}
