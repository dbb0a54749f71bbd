import { staffRoute } from '@/auth/guards';
import { pictureFile } from '@/features/revisions/preview/queries';
import { pictureResponse } from './picture';

/** The file of a photo for previews of staff, also of one that is not public. */
export const pictureRoute = staffRoute<{ id: string }>({ act: 'see-photos' }, async (_request, { params }) =>
  pictureResponse(await pictureFile(Number(params.id) || 0)),
);
