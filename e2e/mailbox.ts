import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';

/** All mails to somebody, the oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = process.env.MAILBOX ?? '';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
  );
  return mails.filter(({ to }) =>
    [to].flat().some((one) => one?.value.some((each) => each.address === address)),
  );
}

/** The newest mail to somebody, when at least `count` have come. */
export async function mailTo(address: string, count = 1): Promise<ParsedMail> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) {
    const mails = await mailsTo(address);
    const last = mails.at(-1);
    if (last && mails.length >= count) return last;
  }
  throw new Error(`no mail to ${address} came`);
}

/** The link in a mail's text. */
export const linkIn = ({ text }: ParsedMail): string => /https?:\/\/\S+/.exec(text ?? '')?.[0] ?? '';
