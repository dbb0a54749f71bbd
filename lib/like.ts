/** A pattern for `ilike` that finds what holds the text, whose own `%` and `_` stand for themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
