import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { goodFor, type MailFacts, mailText, maskedText } from './texts';

const facts: MailFacts = {
  siteName: 'Commonshelf',
  name: 'Ada',
  link: 'https://shelf.example.org/sign-in/aB3_-x',
  until: 'until 3:15 PM ET on 24 November 2026',
  by: 'Grace Hopper',
};
const occasions = Object.keys(goodFor) as (keyof typeof goodFor)[];

test.each(occasions)(
  '%s: text and HTML both show the link, until when it is good, and what it does',
  (occasion) => {
    const { text, html } = mailText(occasion, facts);
    for (const form of [text, html]) {
      expect(form).toContain(facts.link);
      expect(form).toContain(facts.until);
      expect(form).toContain('opening the link signs nobody in');
    }
    expect(html).toContain(`<a href="${facts.link}">`);
  },
);

test.each(occasions)('%s: nothing is fetched by who opens it', (occasion) => {
  expect(mailText(occasion, facts).html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/i);
});

test.each(occasions)('%s: others read the text without its link', (occasion) => {
  const { subject, text, html } = maskedText(occasion, facts);
  expect(text).toContain('[link, shown only to the recipient]');
  for (const form of [subject, text, html]) expect(form).not.toMatch(/sign-in\/\w|https?:/);
});

test('an invitation says who invited, where somebody did', () => {
  expect(mailText('invitation', facts).subject).toBe('Grace Hopper invited you to write on Commonshelf');
  expect(mailText('invitation', { ...facts, by: null }).subject).toBe(
    'You are invited to write on Commonshelf',
  );
});

test('a name is text, in the HTML and in the subject', async () => {
  const { subject, html } = mailText('invitation', {
    ...facts,
    name: '<b>Ada</b> & "Co"',
    by: 'Eve\r\nBcc: x',
  });
  expect(subject).toBe('Eve Bcc: x invited you to write on Commonshelf');
  expect(html).not.toContain('<b>');
  const read = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  expect(read.text).toContain('Hello <b>Ada</b> & "Co",');
});
