import type { StaffRole } from '@/db/schema';
import type { Person } from './person';

/** What an act is about, as far as it decides who may do it. */
export type Item = {
  kind: 'topic' | 'news' | 'webinar' | 'document' | 'photo';
  id: number;
  createdById: number | null;
  /** Staff whom its working copy names as authors or presenters. */
  namedIds: number[];
  /** Visitors can see it. */
  isPublic: boolean;
};

type Rule = (person: Person, item: Item | undefined) => boolean;

const atLeast =
  (role: StaffRole): Rule =>
  (person) =>
    ranks[person.role] >= ranks[role];
const ranks: Record<StaffRole, number> = { contributor: 0, editor: 1, admin: 2 };

/** A contributor's own: what they made or are named on. Topics are an editor's. */
const own: Rule = (person, item) =>
  atLeast('editor')(person, item) ||
  (item !== undefined &&
    item.kind !== 'topic' &&
    (item.createdById === person.id || item.namedIds.includes(person.id)));

const unpublishedPhoto: Rule = (person, item) =>
  atLeast('editor')(person, item) || (item?.kind === 'photo' && !item.isPublic);

/** Everything that staff can do, and who may. What is not in here cannot be done. */
const rules = {
  /** The desk, the lists, the chooser of links, one's own sessions. */
  'be-staff': atLeast('contributor'),
  'create-resource': atLeast('contributor'),
  'create-topic': atLeast('editor'),
  /** The edit page and its side doors: history, comparison, preview, export. */
  read: own,
  /** Saving, revisions, submitting, restoring, preview links. */
  write: own,
  publish: atLeast('editor'),
  withdraw: atLeast('editor'),
  trash: atLeast('editor'),
  /** A webinar's time, state, room and recording. */
  'change-course': atLeast('editor'),
  upload: atLeast('contributor'),
  'see-photos': atLeast('contributor'),
  'create-photo': atLeast('contributor'),
  'write-photo': unpublishedPhoto,
  'manage-people': atLeast('admin'),
  'manage-settings': atLeast('admin'),
  'see-mail': atLeast('admin'),
  'see-log': atLeast('admin'),
} satisfies Record<string, Rule>;

export type Act = keyof typeof rules;
export const acts = Object.keys(rules) as Act[];

/** Whether a person may do an act, on an item where it is about one. The one place that decides it. */
export const authorize = (person: Person | undefined, act: Act, item?: Item): boolean =>
  person !== undefined && rules[act](person, item);
