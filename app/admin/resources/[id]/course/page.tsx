import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ItemNav } from '@/features/desk/item-nav';
import { openItem } from '@/features/desk/item-page';
import { courseOf, workingCopyOf } from '@/features/revisions/queries';
import { CourseForms } from '@/features/webinars/admin/course-forms';
import { phaseAt } from '@/features/webinars/phase';
import { timeRange, weekdayAndDay } from '@/lib/time';

export const metadata: Metadata = { title: 'Time and state' };

/** What changes of an announced webinar at once, apart from its texts. */
export default async function CoursePage({ params }: { params: Promise<{ id: string }> }) {
  const { owner, item, base } = await openItem('resource', (await params).id, 'change-course');
  const [course, copy] = await Promise.all([courseOf(owner.id), workingCopyOf(owner)]);
  if (!course || !copy || item.trashedAt) notFound();
  return (
    <>
      <h1 dir="auto">{copy.content.title}</h1>
      <ItemNav base={base} here="course" kind={item.kind} item={item} mayPublish />
      <p className="measure mt-6">
        {weekdayAndDay(course.startsAt, course.zone)},{' '}
        {timeRange(course.startsAt, course.minutes, course.zone)}
      </p>
      <p className="measure mt-2 text-ink-2">
        What you change here visitors see at once; it needs no publishing and stands in the log.
      </p>
      <CourseForms
        id={owner.id}
        phase={phaseAt(course, new Date())}
        local={course.localStart.replace(' ', 'T').slice(0, 16)}
        zone={course.zone}
        minutes={course.minutes}
        roomUrl={course.roomUrl ?? ''}
        registration={course.registration === 'external' ? 'external' : 'none'}
        registrationUrl={course.registrationUrl ?? ''}
        recordingUrl={course.recordingUrl ?? ''}
      />
    </>
  );
}
