/** Straight quotation marks and apostrophes as a printer sets them. */
export function typographic(text: string): string {
  return text
    .replace(/^"(?=[\s.,;:!?)]|$)/, '”')
    .replace(/(^|[\s([—–‘])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([—–“])'(?!\d\ds)/g, '$1‘')
    .replaceAll("'", '’');
}
