/** The cookie that keeps a refused mail address for the form, for ten minutes. */
export const TYPED = 'typed';
