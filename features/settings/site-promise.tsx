import { Text } from '@/features/resources/text';
import type { TextTree } from '@/lib/text-tree';
import { dayInWords } from '@/lib/time';

/** What the site promises, from its settings, with whom to write to and when it was last looked at. */
export function SitePromise({
  title,
  text,
  reviewedOn,
  contactMail,
}: {
  title: string;
  text: TextTree;
  reviewedOn: string | null;
  contactMail: string;
}) {
  return (
    <div className="prose story-measure">
      <h1>{title}</h1>
      {text.content.length > 0 ? (
        <Text tree={text} figures={[]} />
      ) : (
        <p>Whoever runs this site has not written this page yet.</p>
      )}
      {contactMail && (
        <p>
          Our mail address is <a href={`mailto:${contactMail}`}>{contactMail}</a>.
        </p>
      )}
      {reviewedOn && (
        <p className="meta">
          Last reviewed <time dateTime={reviewedOn}>{dayInWords(reviewedOn)}</time>.
        </p>
      )}
    </div>
  );
}
