import { visitorRoute } from '@/auth/guards';
import { pictureFile, previewedBy } from '@/features/revisions/preview/queries';
import { referencesOf } from '@/lib/text-tree';
import { hashOf } from '@/lib/tokens';
import { pictureResponse } from './picture';
import { workingCopyOf } from './queries';

/** A photo of the one draft that a preview link shows, and of no other. */
export const sharedPictureRoute = visitorRoute(async (request) => {
  const [, , token = '', , id = ''] = new URL(request.url).pathname.split('/');
  const owner = await previewedBy(hashOf(token));
  const copy = owner && (await workingCopyOf(owner));
  if (!copy) return pictureResponse(undefined);
  const { content } = copy;
  const { photoIds } = referencesOf('body' in content ? content.body : content.introduction);
  const shown = [...photoIds, ...(content.hero ? [content.hero.photoId] : [])];
  return pictureResponse(shown.includes(Number(id)) ? await pictureFile(Number(id)) : undefined);
});
