'use client';

import type { ResourceDraft, TopicDraft } from '../draft';
import { AttachmentsField } from './attachments-field';
import { DatesFields } from './dates-fields';
import type { Part } from './form-part';
import { HeroField } from './hero-field';
import { LineField } from './line-field';
import { LinksField } from './links-field';
import { PeopleField } from './people-field';
import { TeaserField } from './teaser-field';
import { TextField } from './text-field';
import { TopicFields } from './topic-fields';
import { TopicsField } from './topics-field';
import { WebinarFields } from './webinar-fields';

/** What a story, webinar or document has below its title. */
export function ResourceParts(part: Part<ResourceDraft> & { announced: boolean; base: string }) {
  const { kind, draft, update, errorOf, choices } = part;
  return (
    <>
      {kind === 'webinar' && <WebinarFields {...part} />}
      <LineField
        id="summary"
        label="Summary"
        hint="One or two sentences under the title."
        error={errorOf('summary')}
        value={draft.summary}
        onChange={(summary) => update({ summary })}
        long
      />
      <TeaserField {...part} />
      <TextField
        label="Text"
        error={errorOf('text')}
        value={draft.body}
        onChange={(body) => update({ body })}
        photos={choices.photos}
      />
      <HeroField {...part} update={update as Part['update']} />
      <TopicsField {...part} />
      <PeopleField {...part} />
      <DatesFields {...part} />
      {kind !== 'news' && <AttachmentsField {...part} />}
      <LinksField {...part} />
    </>
  );
}

/** What a topic has below its title. */
export function TopicParts(part: Part<TopicDraft>) {
  const { draft, update, errorOf, choices } = part;
  return (
    <>
      <TextField
        label="Introduction"
        error={errorOf('text')}
        value={draft.introduction}
        onChange={(introduction) => update({ introduction })}
        photos={choices.photos}
      />
      <HeroField {...part} update={update as Part['update']} />
      <TopicFields {...part} />
    </>
  );
}
