import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CreditFacts } from '@/features/photos/credit-facts';
import { UsedOn } from '@/features/photos/credit-list';
import { Photo } from '@/features/photos/photo';
import { pagesWithPhoto, publishedPhoto } from '@/features/photos/queries';
import { siteSettings } from '@/features/settings/queries';
import { photoAddress } from '@/lib/addresses';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ id: string }> };

/** Rendered when they are first asked for, and kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const photo = await photoAt((await params).id);
  const { siteName } = await siteSettings();
  return pageMetadata({
    title: titleOf(photo),
    siteName,
    description: photo.alt,
    path: photoAddress(photo.id),
  });
}

export default async function PhotoPage({ params }: Props) {
  const photo = await photoAt((await params).id);
  const pages = await pagesWithPhoto(photo.id);
  const use = { photoId: photo.id, alt: photo.alt, decorative: photo.alt === null, caption: null };
  return (
    <>
      <p className="kicker">
        <a href="/credits">Photo credits</a>
      </p>
      <h1 className="measure mt-2">{titleOf(photo)}</h1>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[6fr_5fr]">
        <Photo use={use} first sizes="(min-width: 76rem) 37rem, (min-width: 60rem) 52vw, 92vw" />
        <div>
          <CreditFacts photo={photo} />
          <h2 className="mt-8 text-lg">Used on</h2>
          <div className="mt-2">
            <UsedOn pages={pages} />
          </div>
        </div>
      </div>
    </>
  );
}

const titleOf = (photo: { id: number; alt: string | null; credit: { title: string | null } }) =>
  photo.credit.title ?? photo.alt ?? `Photo ${photo.id}`;

async function photoAt(id: string) {
  const photo = /^[1-9]\d{0,8}$/.test(id) ? await publishedPhoto(Number(id)) : null;
  return photo ?? notFound();
}
