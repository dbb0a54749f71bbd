/** Parts a cue's text by its voices, `<v Ana Ruiz>Hello</v>`; what no voice span names has no speaker. */
export function voices(text: string): { speaker: string | null; text: string }[] {
  const [unnamed = '', ...named] = text.split(/<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|<\/v>/);
  const spoken = [{ speaker: null as string | null, text: plainText(unnamed) }];
  for (let index = 0; index < named.length; index += 2) {
    spoken.push({ speaker: plainText(named[index] ?? '') || null, text: plainText(named[index + 1] ?? '') });
  }
  return spoken.filter((voice) => voice.text !== '');
}

/** One line of text without tags, karaoke times and `{\an8}`, its entities decoded. It may hold `<`: it is no HTML. */
export function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>|<\d+:[\d:.]+>|\{\\[^{}]*\}/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function entity(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return entities[name] ?? written;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

const entities: Record<string, string | undefined> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200E',
  rlm: '\u200F',
};
