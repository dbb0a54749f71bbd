/** Characters as a reader counts them: an accent or a joined sign is no character of its own. */
export const visibleLength = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
