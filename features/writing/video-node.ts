import { Node } from '@tiptap/core';

const dataOf = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.dataset[name] ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: attrs[name] }),
});

/** A video by its site and number; in the field it is a frame with its title. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    provider: dataOf('provider'),
    videoId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset.video ?? '',
      renderHTML: ({ videoId }: Record<string, unknown>) => ({ 'data-video': videoId }),
    },
    title: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset.title ?? '',
      renderHTML: ({ title }: Record<string, unknown>) => ({ 'data-title': title }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-provider][data-video]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, class: 'writing-frame' },
    `Video on ${node.attrs.provider === 'vimeo' ? 'Vimeo' : 'YouTube'}: “${node.attrs.title}”`,
  ],
});
