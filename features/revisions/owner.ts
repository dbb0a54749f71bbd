import { eq, type SQL } from 'drizzle-orm';
import type { previewLinks, revisions, schedules, workingCopies } from '@/db/schema';
import type { Owner } from './owner-name';

type Column = { topicId: number } | { resourceId: number };
export const ownerColumn = ({ of, id }: Owner): Column =>
  of === 'topic' ? { topicId: id } : { resourceId: id };

type Owned = typeof workingCopies | typeof revisions | typeof schedules | typeof previewLinks;
export const isOf = (table: Owned, { of, id }: Owner): SQL =>
  eq(of === 'topic' ? table.topicId : table.resourceId, id);
