import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Credit } from '@/features/credits/credit';
import type { PhotoInput } from '@/features/photos/mutations';
import { storePhoto } from '@/features/photos/renditions';
import { CONTENT } from './front-matter';

export type PreparedPhoto = PhotoInput;

const DemoPhoto = z.strictObject({
  file: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  alt: z.string(),
  evidence: z.string(),
  credit: z.strictObject({
    kind: Credit.shape.kind.default('photo'),
    title: z.string().nullable().default(null),
    creators: z.array(z.strictObject({ name: z.string(), url: z.string().nullable().default(null) })),
    source: z.strictObject({ name: z.string(), url: z.string().nullable() }).optional(),
    license: z.string(),
  }),
});

/** Stores the demonstration photos and their resized copies; by far the longest part of a first start. */
export async function preparePhotos(dataDir: string): Promise<Map<string, PreparedPhoto>> {
  const listed = z
    .record(z.string(), DemoPhoto)
    .parse(parse(await readFile(path.join(CONTENT, 'photos.yaml'), 'utf8')));
  const prepared = Object.entries(listed).map(
    async ([key, photo]) => [key, await prepare(dataDir, photo)] as const,
  );
  return new Map(await Promise.all(prepared));
}

async function prepare(dataDir: string, photo: z.infer<typeof DemoPhoto>): Promise<PreparedPhoto> {
  const credit = Credit.parse({
    ...photo.credit,
    source: photo.credit.source ?? { name: null, url: null },
    licenseUrl: null,
    changes: null,
    copyright: null,
    courtesy: false,
    permissionFrom: null,
    warnings: [],
    rest: null,
  });
  const { alt, evidence } = photo;
  if (!photo.file)
    return { width: photo.width ?? 3, height: photo.height ?? 2, alt, evidence, credit, file: null };
  const original = await readFile(path.join(CONTENT, 'photos', photo.file));
  const { key, width, height, renditions } = await storePhoto(dataDir, original, credit);
  return { width, height, alt, evidence, credit, file: { key, renditions } };
}
