import { authorize } from '@/auth/authorize';
import type { Owner } from '@/features/revisions/owner-name';
import { openPreviewLinks } from '@/features/revisions/preview/queries';
import { PreviewLinks } from '@/features/revisions/preview-links';
import { siteSettings } from '@/features/settings/queries';
import { dayInWords } from '@/lib/time';
import { ItemNav } from './item-nav';
import { openItem } from './item-page';
import { Preview, PreviewBanner } from './preview';

/** The draft as a page, and the links that show it to others. */
export async function PreviewPage({ of, id }: { of: Owner['of']; id: string }) {
  const { owner, item, person, base } = await openItem(of, id);
  const [links, { zone }] = await Promise.all([openPreviewLinks(owner), siteSettings()]);
  return (
    <>
      <ItemNav
        base={base}
        here="preview"
        kind={item.kind}
        item={item}
        mayPublish={authorize(person, 'publish', item)}
      />
      <div className="mt-6">
        <PreviewBanner>
          {!item.trashedAt && (
            <PreviewLinks
              owner={owner}
              links={links.map(({ id: linkId, by, expiresAt }) => ({
                id: linkId,
                words: `by ${by}, good until ${dayInWords(expiresAt, zone)}`,
              }))}
            />
          )}
        </PreviewBanner>
        <div className="text-body">
          <Preview
            owner={owner}
            item={item}
            picture={(photoId) => `/api/pictures/${photoId}`}
            file={(fileKey) => `/api/uploads/${fileKey}`}
          />
        </div>
      </div>
    </>
  );
}
