import type { Metadata } from 'next';
import { Preview, PreviewBanner } from '@/features/desk/preview';
import { editedItem } from '@/features/revisions/item/queries';
import { previewedBy } from '@/features/revisions/preview/queries';
import { hashOf } from '@/lib/tokens';

export const metadata: Metadata = { title: 'Preview' };

/** For somebody without an account: one draft, as long as the link is good. */
export default async function SharedPreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const owner = await previewedBy(hashOf(token));
  const item = owner && (await editedItem(owner));
  if (!owner || !item || item.trashedAt)
    return (
      <>
        <h1>This preview is not here any more</h1>
        <p className="mt-3">The link has expired or was taken back. Ask who sent it to you for a new one.</p>
      </>
    );
  return (
    <>
      <PreviewBanner />
      <Preview
        owner={owner}
        item={item}
        picture={(photoId) => `/preview/${token}/picture/${photoId}`}
        file={(fileKey) => `/preview/${token}/file/${fileKey}`}
      />
    </>
  );
}
