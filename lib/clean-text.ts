/** Without what neither the database nor a feed can hold: NUL, and halves of characters. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');
