export type VideoAddress = { provider: 'youtube' | 'vimeo'; videoId: string };

/** The video of an address on YouTube or Vimeo; nothing for any other address. */
export function videoAt(address: string): VideoAddress | undefined {
  const absolute = /^https?:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  if (!URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  const host = url.hostname.replace(/^(www|m|music)\./, '');
  const parts = url.pathname.split('/').filter(Boolean);
  if (host === 'youtu.be') return youtube(parts[0]);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    if (parts[0] === 'watch') return youtube(url.searchParams.get('v') ?? undefined);
    return ['embed', 'shorts', 'live', 'v'].includes(parts[0] ?? '') ? youtube(parts[1]) : undefined;
  }
  if (host === 'vimeo.com') return vimeo(parts[0], parts[1]);
  if (host === 'player.vimeo.com' && parts[0] === 'video')
    return vimeo(parts[1], url.searchParams.get('h') ?? undefined);
  return undefined;
}

const youtube = (id: string | undefined): VideoAddress | undefined =>
  id && /^[\w-]{11}$/.test(id) ? { provider: 'youtube', videoId: id } : undefined;

/** An unlisted video has a key behind its number. */
function vimeo(id: string | undefined, key: string | undefined): VideoAddress | undefined {
  if (!id || !/^\d{6,12}$/.test(id)) return undefined;
  return { provider: 'vimeo', videoId: key && /^\w+$/.test(key) ? `${id}/${key}` : id };
}
