import type { Metadata } from 'next';
import { env } from './env';

/** What a page says of itself to browsers, search engines and who shares it; `path` is its one address. */
export function pageMetadata(page: {
  title: string;
  siteName: string;
  description?: string | null | undefined;
  path: string;
  image?: { href: string; width: number; height: number; alt: string } | undefined;
}): Metadata {
  const { title, siteName, path, image } = page;
  const description = page.description ?? undefined;
  return {
    metadataBase: new URL(env().SITE_URL),
    title: title === siteName ? title : `${title} · ${siteName}`,
    description,
    alternates: { canonical: path },
    openGraph: {
      title,
      description,
      url: path,
      siteName,
      type: 'website',
      images: image && [{ url: image.href, width: image.width, height: image.height, alt: image.alt }],
    },
  };
}
