import { z } from 'zod';
import { RowId } from '@/lib/row-id';
import { type Draft, ResourceDraft, TopicDraft } from './draft';

/** What is edited: a topic, or a story, webinar or document. */
export const Owner = z.strictObject({ of: z.enum(['topic', 'resource']), id: RowId });
export type Owner = z.infer<typeof Owner>;

export function parseDraft(of: 'topic', content: unknown): TopicDraft;
export function parseDraft(of: 'resource', content: unknown): ResourceDraft;
export function parseDraft(of: Owner['of'], content: unknown): Draft;
export function parseDraft(of: Owner['of'], content: unknown): Draft {
  return of === 'topic' ? TopicDraft.parse(content) : ResourceDraft.parse(content);
}
