/** The number in `/page/2`: from 2 on, written the one way; the first page has an address of its own. */
export function laterPage(text: string): number | undefined {
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  return number >= 2 ? number : undefined;
}
