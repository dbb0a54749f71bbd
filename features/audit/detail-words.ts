/** `from: editor · to: admin`: what a log entry keeps beside its act, for a person. */
export const detailWords = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${inWords(name)}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' · ');

/** `setAt` becomes `set at`. */
const inWords = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
