import { Mark } from '@tiptap/core';

const numberOf = (name: string) => (element: HTMLElement) => Number(element.dataset[name]) || null;
const attributeOf = (name: string, data: string) => ({
  default: null,
  parseHTML: numberOf(name),
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] ? { [`data-${data}`]: attrs[name] } : {}),
});

/** A link to an address, or to something of the site by its number. In the field it is not followed. */
export const TargetLink = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  excludes: 'link',
  addAttributes: () => ({
    href: {
      default: null,
      parseHTML: (element: HTMLElement) => {
        const href = element.getAttribute('href') ?? '';
        return /^(https?:\/\/|mailto:)/i.test(href) ? href : null;
      },
      renderHTML: ({ href }: Record<string, unknown>) => (href ? { href, rel: 'noopener' } : {}),
    },
    topicId: attributeOf('topicId', 'topic-id'),
    resourceId: attributeOf('resourceId', 'resource-id'),
    photoId: attributeOf('photoId', 'photo-id'),
  }),
  parseHTML: () => [
    { tag: 'a[href^="http"]' },
    { tag: 'a[href^="mailto:"]' },
    { tag: 'a[data-topic-id]' },
    { tag: 'a[data-resource-id]' },
    { tag: 'a[data-photo-id]' },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, class: 'writing-link' }, 0],
});
