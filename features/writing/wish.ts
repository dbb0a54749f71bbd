/** Something of the site that a text can link to. */
export type Target = { kind: 'topic' | 'resource' | 'photo'; id: number; title: string; detail: string };
export type ChosenPhoto = { id: number; alt: string | null; thumbnail: string | null; credit: string };

/** What somebody wants to put into the text, or to change in it. */
export type Wish =
  | { to: 'link' | 'callout' | 'video' }
  | { to: 'figure'; photo: ChosenPhoto; position?: undefined }
  | { to: 'figure'; position: number; photo?: undefined };
