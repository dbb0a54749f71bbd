'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { Field } from '@/components/admin/field';
import { ZoneField } from '@/features/webinars/admin/zone-field';
import { WritingField } from '@/features/writing/writing-field';
import { type DraftTree, finished, type TextTree } from '@/lib/text-tree';
import { changeSettingsAction } from '../actions';

type Given = {
  siteName: string;
  tagline: string;
  zone: string;
  contactMail: string;
  notice: string;
  accessibility: TextTree;
  accessibilityReviewedOn: string;
  privacy: TextTree;
  privacyReviewedOn: string;
};
type Texts = Record<
  'siteName' | 'tagline' | 'contactMail' | 'notice' | 'accessibilityReviewedOn' | 'privacyReviewedOn',
  string
>;

const nowhere = async () => [];

/** One form for everything, saved at once; these pages have no drafts. */
export function SettingsForm({ given }: { given: Given }) {
  const router = useRouter();
  const { accessibility, privacy, zone: givenZone, ...givenTexts } = given;
  const [texts, setTexts] = useState<Texts>(givenTexts);
  const [zone, setZone] = useState(givenZone);
  const [promises, setPromises] = useState<{ accessibility: DraftTree; privacy: DraftTree }>({
    accessibility: withoutFigures(accessibility),
    privacy: withoutFigures(privacy),
  });
  const [errors, setErrors] = useState<{ field: string; sentence: string }[]>([]);
  const [said, setSaid] = useState('');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence;

  async function send(event: FormEvent) {
    event.preventDefault();
    setErrors([]);
    setSaid('Saving …');
    const input = {
      ...texts,
      zone,
      accessibility: finished(promises.accessibility, []),
      privacy: finished(promises.privacy, []),
    };
    const answer = await changeSettingsAction(input).catch(() => undefined);
    setSaid('');
    if (answer && !answer.refused) {
      setSaid('Saved. Every page shows it.');
      return router.refresh();
    }
    const sentence = answer?.refused?.sentence ?? 'The server did not answer. What you typed is still here.';
    setErrors(answer?.refused?.errors.length ? answer.refused.errors : [{ field: 'siteName', sentence }]);
  }

  const line = (name: keyof Texts, label: string, hint?: string, type = 'text') => (
    <Field id={name} label={label} hint={hint} error={errorOf(name)}>
      {(control) => (
        <input
          {...control}
          type={type}
          className="input"
          dir="auto"
          value={texts[name]}
          onChange={({ target }) => setTexts({ ...texts, [name]: target.value })}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={errors} />
      {line('siteName', 'Name of the site')}
      {line('tagline', 'Tagline', 'One line in the footer.')}
      <ZoneField
        id="zone"
        hint="In which “today” is meant, and times are told to staff."
        error={errorOf('zone')}
        value={zone}
        onChange={setZone}
      />
      {line(
        'contactMail',
        'Mail address for visitors',
        'Shown where the site says how to reach it.',
        'email',
      )}
      {line('notice', 'Footer notice', 'A sentence about the whole site, if there is one to say.')}
      <div className="field mt-6">
        <WritingField
          id="accessibility"
          label="Accessibility statement"
          error={errorOf('accessibility')}
          value={promises.accessibility}
          onChange={(tree) => setPromises((before) => ({ ...before, accessibility: tree }))}
          findTargets={nowhere}
          photos={{}}
        />
      </div>
      {line('accessibilityReviewedOn', 'Accessibility statement reviewed on', undefined, 'date')}
      <div className="field mt-6">
        <WritingField
          id="privacy"
          label="Privacy statement"
          error={errorOf('privacy')}
          value={promises.privacy}
          onChange={(tree) => setPromises((before) => ({ ...before, privacy: tree }))}
          findTargets={nowhere}
          photos={{}}
        />
      </div>
      {line('privacyReviewedOn', 'Privacy statement reviewed on', undefined, 'date')}
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <button type="submit" className="button">
          Save
        </button>
        <span role="status" className="meta">
          {said}
        </span>
      </p>
    </form>
  );
}

/** These statements hold no photos. */
const withoutFigures = (tree: TextTree): DraftTree => ({
  type: 'doc',
  content: tree.content.filter((block) => block.type !== 'figure'),
});
