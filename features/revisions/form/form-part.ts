import type { KnownPhotos } from '@/features/writing/figure-node';
import type { ChosenPhoto } from '@/features/writing/wish';
import type { Draft, PersonDraft, ResourceDraft, TopicDraft } from '../draft';

export type Kind = 'topic' | 'news' | 'webinar' | 'document';

/** What a form chooses from. */
export type Choices = {
  topics: { id: number; title: string; parentId: number | null }[];
  people: PersonDraft[];
  staff: { id: number; name: string }[];
  licences: { key: string; name: string }[];
  /** The site's own. */
  zone: string;
  photos: KnownPhotos;
};

/** What each part of the form is given. */
export type Part<Content extends Draft = Draft> = {
  kind: Kind;
  draft: Content;
  update: (change: Partial<Content> | ((latest: Content) => Partial<Content>)) => void;
  /** A photo that was chosen just now. */
  learn: (photo: ChosenPhoto) => void;
  errorOf: (field: string) => string | undefined;
  choices: Choices;
};
export type ResourcePart = Part<ResourceDraft>;
export type TopicPart = Part<TopicDraft>;
