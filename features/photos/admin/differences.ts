import type { PhotoFields } from '../credit-fields';

export type Difference = { name: string; mine: string; theirs: string };

/** The fields in which two states of a photo differ, in the order of the form. */
export function differences(mine: PhotoFields, theirs: PhotoFields): Difference[] {
  const [ours, others] = [linesOf(mine), linesOf(theirs)];
  return ours.flatMap(([name, text], index) => {
    const other = others[index]?.[1] ?? '';
    return other === text ? [] : [{ name, mine: text, theirs: other }];
  });
}

function linesOf({ alt, evidence, credit }: PhotoFields): [string, string][] {
  const makers = credit.creators
    .filter(({ name, url }) => name.trim() || url.trim())
    .map(({ name, url }) => (url ? `${name.trim()} (${url.trim()})` : name.trim()));
  const lines: [string, string][] = [
    ['Alternative text', alt],
    ['Kind', credit.kind],
    ['Title', credit.title],
    ['Made by', makers.join(', ')],
    ['Source', credit.sourceName],
    ['Address of the source', credit.sourceUrl],
    ['Licence', credit.licence],
    ['Changes', credit.changes],
    ['Copyright notice', credit.copyright],
    ['By courtesy', credit.courtesy ? 'yes' : 'no'],
    ['Permission from', credit.permissionFrom],
    ['Evidence', evidence],
  ];
  return lines.map(([name, text]) => [name, text.trim()]);
}
