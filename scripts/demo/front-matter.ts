import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { attachmentType, hue, registrationKind, topicKind, webinarState } from '@/db/schema';

const Photo = z.union([
  z.strictObject({ key: z.string(), alt: z.string(), caption: z.string().optional() }),
  z.strictObject({ key: z.string(), decorative: z.literal(true), caption: z.string().optional() }),
]);
export type DemoPhotoUse = z.infer<typeof Photo>;

const Attachment = z.union([
  z.strictObject({ type: z.enum(attachmentType.enumValues), title: z.string(), file: z.string() }),
  z.strictObject({ type: z.enum(attachmentType.enumValues), title: z.string(), url: z.string() }),
]);
export type DemoAttachment = z.infer<typeof Attachment>;

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const shared = {
  title: z.string(),
  summary: z.string(),
  teaser: z.string().max(300).optional(),
  topics: z.array(z.string()).min(1),
  photo: Photo.optional(),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })).default([]),
};

export const DemoTopic = z.strictObject({
  title: z.string(),
  kind: z.enum(topicKind.enumValues),
  parent: z.string().optional(),
  position: z.number(),
  hue: z.enum(hue.enumValues),
  photo: Photo.optional(),
});
export type DemoTopic = z.infer<typeof DemoTopic>;

export const DemoStory = z.strictObject({
  ...shared,
  date: day,
  authors: z.array(z.string()).min(1),
  corrected: day.optional(),
  reviewed: day.optional(),
  textLicence: z.string().optional(),
});

export const DemoDocument = z.strictObject({
  ...shared,
  date: day,
  authors: z.array(z.string()).min(1),
  licence: z.string(),
  attachments: z.array(Attachment).min(1),
});

/** A start is a wall time, or counted from the day or the minute of loading, so that some webinars are always to come. */
export const DemoStart = z.union([
  z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  z.strictObject({ inDays: z.number(), at: z.string() }),
  z.strictObject({ inMinutes: z.number() }),
]);
export type DemoStart = z.infer<typeof DemoStart>;

export const DemoWebinar = z.strictObject({
  ...shared,
  presenters: z.array(z.string()).min(1),
  start: DemoStart,
  offset: z.string().optional(),
  zone: z.string(),
  minutes: z.number(),
  state: z.enum(webinarState.enumValues).default('scheduled'),
  stateReason: z.string().optional(),
  registration: z
    .strictObject({ kind: z.enum(registrationKind.enumValues), url: z.string().optional() })
    .default({ kind: 'none' }),
  cost: z.string().optional(),
  captions: z.boolean().default(false),
  contactHours: z.string().optional(),
  recording: z.string().optional(),
  transcript: z.string().optional(),
  attachments: z.array(Attachment).default([]),
});

export type Demo<Front> = { slug: string; front: Front; markdown: string };

export const CONTENT = path.resolve('db/demo');

/** Every Markdown file of a folder of the demonstration content, its front matter checked. */
export async function readDemo<Front>(folder: string, schema: z.ZodType<Front>): Promise<Demo<Front>[]> {
  const names = (await readdir(path.join(CONTENT, 'content', folder))).filter((name) => name.endsWith('.md'));
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(path.join(CONTENT, 'content', folder, name), 'utf8');
      const [, head, markdown] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      if (head === undefined || markdown === undefined)
        throw new Error(`${folder}/${name} has no front matter`);
      const front = schema.safeParse(parse(head, { schema: 'core' }));
      if (!front.success) throw new Error(`${folder}/${name}: ${z.prettifyError(front.error)}`);
      return { slug: name.slice(0, -3), front: front.data, markdown };
    }),
  );
}
