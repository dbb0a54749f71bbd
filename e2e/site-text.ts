import { ask } from './fixtures';

/** What a page says, without its markup and scripts. */
export async function siteText(
  target: string,
  of?: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { text } = await ask(target, { headers, ...(of && { of }) });
  return text
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
