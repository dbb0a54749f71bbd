// <video-facade data-provider="youtube" data-id="…" data-title="…"><a href="…">Watch …</a></video-facade>
// The video site is contacted on a click, never before. Without scripts the link leads there.

const players: Record<string, (id: string) => string | undefined> = {
  youtube: (id) =>
    /^[\w-]+$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0` : undefined,
  // An unlisted video's id carries its key: 123456/abcdef.
  vimeo: (id) => {
    const [, video, key] = /^(\d+)(?:\/(\w+))?$/.exec(id) ?? [];
    return video && `https://player.vimeo.com/video/${video}?autoplay=1&dnt=1${key ? `&h=${key}` : ''}`;
  },
};

class VideoFacade extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.play);
  }

  private play(event: MouseEvent) {
    const link = (event.target as Element).closest('a');
    const { provider = '', id = '', title } = this.dataset;
    const src = players[provider]?.(id);
    if (!link || !src || event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();

    const player = Object.assign(document.createElement('iframe'), {
      src,
      title: title || link.textContent.trim(),
      allow: 'autoplay; fullscreen; encrypted-media; picture-in-picture',
      allowFullscreen: true,
      // YouTube refuses to play (error 153) where the site's own policy hides the origin.
      referrerPolicy: 'strict-origin-when-cross-origin',
      className: 'block aspect-video w-full border-0',
    });
    this.replaceChildren(player);
    player.focus();
  }
}

function opensElsewhere(event: MouseEvent) {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

customElements.define('video-facade', VideoFacade);

export {};
