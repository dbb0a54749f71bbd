import { Node } from '@tiptap/core';
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';

export type KnownPhotos = Record<number, { thumbnail: string | null; credit: string }>;
export type FigureOptions = {
  /** Asked anew at each rendering: photos are added while one writes. */
  photos: () => KnownPhotos;
  edit: (position: number) => void;
};

/** A photo in the text: which one, and what this use says of it. */
export const figure = ({ photos, edit }: FigureOptions) =>
  Node.create({
    name: 'figure',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      photoId: {
        default: null,
        parseHTML: (element: HTMLElement) => Number(element.dataset.photo) || null,
        renderHTML: ({ photoId }: Record<string, unknown>) => ({ 'data-photo': photoId }),
      },
      alt: {
        default: null,
        parseHTML: (element: HTMLElement) => element.dataset.alt || null,
        renderHTML: ({ alt }: Record<string, unknown>) => (alt ? { 'data-alt': alt } : {}),
      },
      decorative: {
        default: false,
        parseHTML: (element: HTMLElement) => element.dataset.decorative === 'yes',
        renderHTML: ({ decorative }: Record<string, unknown>) =>
          decorative ? { 'data-decorative': 'yes' } : {},
      },
      caption: {
        default: null,
        parseHTML: (element: HTMLElement) => element.dataset.caption || null,
        renderHTML: ({ caption }: Record<string, unknown>) => (caption ? { 'data-caption': caption } : {}),
      },
    }),
    parseHTML: () => [{ tag: 'figure[data-photo]' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
    addNodeView: () =>
      ReactNodeViewRenderer((view: ReactNodeViewProps) => (
        <FigureView {...view} known={photos} edit={edit} />
      )),
  });

type ViewProps = ReactNodeViewProps & { known: FigureOptions['photos']; edit: FigureOptions['edit'] };

function FigureView({ node, selected, getPos, deleteNode, known, edit }: ViewProps) {
  const { photoId, alt, decorative, caption } = node.attrs;
  const photo = known()[photoId];
  const words = decorative ? 'Decorative: not read aloud' : alt || 'No alternative text yet';
  return (
    <NodeViewWrapper
      className={`writing-frame ${selected ? 'writing-selected' : ''}`}
      contentEditable={false}
    >
      {photo?.thumbnail && (
        <div
          {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
          className="h-40 w-full bg-contain bg-left bg-no-repeat"
          style={{ backgroundImage: `url(${photo.thumbnail})` }}
        />
      )}
      <p className={decorative || alt ? 'meta' : 'error'}>{words}</p>
      {caption && <p>{caption}</p>}
      <p className="meta">{photo?.credit ?? `Photo ${photoId}`}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className="button-quiet button-small"
          onClick={() => {
            const position = getPos();
            if (position !== undefined) edit(position);
          }}
        >
          Change what it says
        </button>
        <button type="button" className="button-quiet button-small" onClick={() => deleteNode()}>
          Remove the photo
        </button>
      </p>
    </NodeViewWrapper>
  );
}
