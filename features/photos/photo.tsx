import { CreditLine } from '@/features/credits/credit-line';
import { imagePolicy, mayBeShown } from '@/features/credits/policy';
import { type PublishedPhoto, publishedPhoto, type Rendition } from './queries';

/** A use as pages know it: the photo is asked for here, and with it its credit. */
export type ShownUse = {
  photoId: number;
  alt: string | null;
  decorative: boolean;
  caption: string | null;
  /** In a preview, where the photo may stand on no public page yet. */
  photo?: PublishedPhoto;
};

type Props = {
  use: ShownUse;
  /** The `sizes` of the layout it stands in. */
  sizes: string;
  /** The first picture of a page is fetched at once, the others when they come into view. */
  first?: boolean;
};

/**
 * The only place that shows a photo. What its licence forbids cannot be asked for here: a photo that may not be
 * changed is shown whole and untouched, one whose licence wants a credit never stands without it, and one that nobody
 * cleared is not shown at all.
 */
export async function Photo({ use, sizes, first = false }: Props) {
  const photo = use.photo ?? (await publishedPhoto(use.photoId));
  if (!photo || !mayBeShown(photo.credit)) return null;
  const policy = imagePolicy(photo.credit.license);
  const alt = use.decorative ? '' : (use.alt ?? '');
  return (
    <figure>
      {photo.renditions.length > 0 ? (
        <Picture photo={photo} alt={alt} sizes={sizes} first={first} whole={policy.crop === 'no'} />
      ) : (
        <OwedFile photo={photo} alt={alt || photo.alt || 'A photo that is not here yet.'} />
      )}
      <figcaption className="credit">
        {use.caption && <span className="block text-ink-2">{use.caption}</span>}
        <CreditLine credit={photo.credit} />
      </figcaption>
    </figure>
  );
}

type PictureProps = { photo: PublishedPhoto; alt: string; sizes: string; first: boolean; whole: boolean };

function Picture({ photo, alt, sizes, first, whole }: PictureProps) {
  const webp = photo.renditions.filter(({ format }) => format === 'webp');
  const fallback = webp.find(({ width }) => width >= 800) ?? webp.at(-1);
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet(photo, 'avif')} sizes={sizes} />
      <img
        className={classesOf(photo, whole)}
        src={fallback?.href}
        srcSet={srcSet(photo, 'webp')}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={alt}
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding={first ? undefined : 'async'}
      />
    </picture>
  );
}

const classesOf = ({ width, height }: PublishedPhoto, whole: boolean) =>
  ['photo', height > width && 'photo-upright', whole && 'photo-whole'].filter(Boolean).join(' ');

const srcSet = (photo: PublishedPhoto, format: Rendition['format']) =>
  photo.renditions
    .filter((rendition) => rendition.format === format)
    .map(({ href, width }) => `${href} ${width}w`)
    .join(', ');

/** The credit is recorded, the file is owed: its alternative text in a frame of its proportions. */
function OwedFile({ photo, alt }: { photo: PublishedPhoto; alt: string }) {
  return (
    <div className="grid border border-hairline bg-sunk">
      <svg
        aria-hidden="true"
        className="col-start-1 row-start-1 block h-auto w-full"
        viewBox={`0 0 ${photo.width} ${photo.height}`}
      />
      <p className="col-start-1 row-start-1 m-auto max-w-prose p-6 text-center font-serif text-ink-2">
        {alt}
      </p>
    </div>
  );
}
