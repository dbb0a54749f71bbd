/** `rtl` where the first letter of a text is written from right to left (Unicode UAX 9, rule P2), else nothing. */
export function directionOf(text: string): 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : undefined;
}
