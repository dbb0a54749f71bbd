import type { Occasion } from '@/db/outbox';

type MailText = { subject: string; text: string; html: string };

export type MailFacts = {
  siteName: string;
  name: string;
  link: string;
  /** Until when the link is good, as it follows "It is good". */
  until: string;
  /** Who invited them; null is the operator. */
  by: string | null;
};

/** How long the link of an occasion is good, in minutes. */
export const goodFor: Record<Occasion, number> = { 'sign-in': 15, invitation: 3 * 24 * 60 };

/** What staff call a mail of this occasion. */
export const occasionWords = (occasion: string) => words[occasion as Occasion] ?? occasion;

/** The text of a mail, as plain text and as HTML that says the same. */
export function mailText(occasion: Occasion, facts: MailFacts): MailText {
  const { subject, before, button, after } = contents[occasion](facts);
  const { link } = facts;
  return {
    subject: subject.replace(/\s+/g, ' '),
    text: `${[...before, link, ...after].join('\n\n')}\n`,
    html: [
      '<!doctype html>',
      '<html lang="en"><head><meta charset="utf-8"></head>',
      '<body style="font: 16px/1.5 sans-serif; max-width: 36em">',
      ...before.map(paragraph),
      `<p><a href="${escaped(link)}">${escaped(button)}</a></p>`,
      `<p>If the link does not open, copy this address into your browser:<br>${escaped(link)}</p>`,
      ...after.map(paragraph),
      '</body></html>',
    ].join('\n'),
  };
}

/** The same text for others than its recipient: nobody else gets the link. */
export const maskedText = (occasion: Occasion, facts: Omit<MailFacts, 'link' | 'until'>) =>
  mailText(occasion, {
    ...facts,
    link: '[link, shown only to the recipient]',
    until: `for ${spans[occasion]} from when it is sent`,
  });

/** `before` and `after` stand around the link. */
type Content = { subject: string; before: string[]; button: string; after: string[] };

const contents: Record<Occasion, (facts: MailFacts) => Content> = {
  'sign-in': ({ siteName, name, until }) => ({
    subject: `Sign in to ${siteName}`,
    before: [
      `Hello ${name},`,
      `Somebody, most likely you, asked for a link to sign in to ${siteName} with this mail address. The link opens a page with a button, and the button signs you in. It is good ${until}, and once.`,
    ],
    button: `Sign in to ${siteName}`,
    after: [
      'If you did not ask for it, you need not do anything: opening the link signs nobody in, and without this mail nobody can use it.',
    ],
  }),
  invitation: ({ siteName, name, by, until }) => ({
    subject: by ? `${by} invited you to write on ${siteName}` : `You are invited to write on ${siteName}`,
    before: [
      `Hello ${name},`,
      `${by ? `${by} invited you` : 'You are invited'} to write on ${siteName}. The link opens a page with a button, and the button signs you in for the first time. It is good ${until}, and once.`,
    ],
    button: 'Accept the invitation',
    after: [
      'Afterwards, or if the link is no longer good, ask for a new one on the page where one signs in. There is no password: each time, a link comes to this mail address.',
      'If you did not expect this, you need not do anything: opening the link signs nobody in, and without you nothing happens.',
    ],
  }),
};

const words: Record<Occasion, string> = { 'sign-in': 'Link to sign in', invitation: 'Invitation' };
const spans: Record<Occasion, string> = { 'sign-in': '15 minutes', invitation: 'three days' };

const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
