/** Where the site's things are. Every link and every tag of an address is made here, so that no path is typed twice. */
const folders = { news: '/news', webinar: '/webinars', document: '/documents' } as const;
type ResourceKind = keyof typeof folders;

export const addressOf = (resource: { kind: ResourceKind; slug: string }) =>
  `${folders[resource.kind]}/${resource.slug}`;

/** The kind of resource whose pages are in a folder such as `webinars`. */
export const kindIn = (folder: string): ResourceKind | undefined =>
  (Object.keys(folders) as ResourceKind[]).find((kind) => folders[kind] === `/${folder}`);

export const topicAddress = (slug: string) => `/topics/${slug}`;

export const photoAddress = (id: number) => `/photos/${id}`;

export const mediaAddress = (rendition: { fileKey: string; format: string }) =>
  `/media/${rendition.fileKey}.${rendition.format}`;

/** By what the file holds, so that it outlives every republishing of what it belongs to. */
export const attachmentPath = (file: { fileKey: string; fileName: string }) =>
  `/attachments/${file.fileKey.slice(0, 16)}/${file.fileName}`;

export const attachmentAddress = (file: { fileKey: string; fileName: string }) =>
  encodeURI(attachmentPath(file)).replace(/[?#]/g, encodeURIComponent);
