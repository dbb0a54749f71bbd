import { expect, test } from 'vitest';
import { phaseAt, statusWord } from './phase';

const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const webinar = { state: 'scheduled', startsAt: at('14:00'), endsAt: at('15:00'), recordedAt: null } as const;

test('a webinar goes from scheduled to under way to held to recorded', () => {
  expect(phaseAt(webinar, at('13:59:59.999'))).toBe('scheduled');
  expect(phaseAt(webinar, at('14:00'))).toBe('under-way');
  expect(phaseAt(webinar, at('14:59:59.999'))).toBe('under-way');
  expect(phaseAt(webinar, at('15:00'))).toBe('held');
  expect(phaseAt({ ...webinar, recordedAt: at('16:00') }, at('17:00'))).toBe('recorded');
});

test('postponed and cancelled hold whatever the clock says', () => {
  for (const state of ['postponed', 'cancelled'] as const)
    for (const time of ['13:00', '14:30', '16:00'])
      expect(phaseAt({ ...webinar, state }, at(time))).toBe(state);
});

test('a list says a word only where there is something to say', () => {
  expect(statusWord('scheduled')).toBeNull();
  expect(statusWord('cancelled')).toBe('Cancelled');
});
