'use client';

import { usePhotoChooser } from '@/features/photos/admin/photo-chooser';
import { UseFields } from '@/features/writing/use-fields';
import type { Part } from './form-part';

/** The photo beside the headline: which, and what it says here. */
export function HeroField({ draft, update, errorOf, learn, choices }: Part) {
  const { choose, dialog } = usePhotoChooser();
  const { hero } = draft;

  async function pick() {
    const photo = await choose();
    if (!photo) return;
    learn(photo);
    update({ hero: { photoId: photo.id, alt: photo.alt, decorative: false, caption: null } });
  }

  const known = hero && choices.photos[hero.photoId];
  return (
    <fieldset className="field-group" id="hero" tabIndex={-1}>
      <legend className="legend">Photo beside the headline</legend>
      {errorOf('hero') && <p className="error">{errorOf('hero')}</p>}
      {hero ? (
        <div className="mt-2 grid gap-4 md:grid-cols-[14rem_1fr]">
          <div>
            {known?.thumbnail ? (
              <div
                {...(hero.alt ? { role: 'img', 'aria-label': hero.alt } : { 'aria-hidden': true })}
                className="h-40 bg-sunk bg-contain bg-center bg-no-repeat"
                style={{ backgroundImage: `url(${known.thumbnail})` }}
              />
            ) : (
              <p className="grid h-40 place-items-center bg-sunk p-3 text-center text-ink-2">
                Its file is owed
              </p>
            )}
            <p className="meta mt-1">{known?.credit ?? `Photo ${hero.photoId}`}</p>
            <p className="mt-2 flex flex-wrap gap-2">
              <button type="button" className="button-quiet button-small" onClick={pick}>
                Choose another
              </button>
              <button
                type="button"
                className="button-quiet button-small"
                onClick={() => update({ hero: null })}
              >
                Remove it
              </button>
            </p>
          </div>
          <div>
            <UseFields
              id="hero"
              words={{ alt: hero.alt ?? '', decorative: hero.decorative, caption: hero.caption ?? '' }}
              onChange={({ alt, decorative, caption }) =>
                update({ hero: { ...hero, alt: alt || null, decorative, caption: caption || null } })
              }
            />
          </div>
        </div>
      ) : (
        <p className="mt-2">
          <button type="button" className="button-quiet" onClick={pick}>
            Choose a photo
          </button>
        </p>
      )}
      {dialog}
    </fieldset>
  );
}
