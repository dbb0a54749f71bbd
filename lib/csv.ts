/** By this mark spreadsheets know UTF-8. */
const MARK = '\uFEFF';

/** A whole table. */
export const csv = (rows: (readonly string[])[]): string => `${MARK}${rows.map(csvRow).join('')}`;

/** A table that is sent piece by piece, each of whole rows; nothing is read before it is wanted. */
export function csvStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(MARK)),
    async pull(stream) {
      const { value, done } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
    cancel: () => void pieces.return(undefined),
  });
}

/** A row of a table, RFC 4180. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A cell that a spreadsheet would run as a formula is defused with an apostrophe (OWASP, CSV injection). */
function csvCell(text: string): string {
  const defused = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
