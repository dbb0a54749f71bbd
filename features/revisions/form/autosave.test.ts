import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyResource } from '../draft';
import { Autosave, type SaveAnswer, type SaveState } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = (title: string) => ({ ...emptyResource('news'), title });

/** A server that answers when it is told to. */
function setUp() {
  const calls: { title: string; lockVersion: number; answer: (answer: SaveAnswer | Error) => void }[] = [];
  const states: SaveState[] = [];
  const saved: string[] = [];
  const autosave = new Autosave({
    lockVersion: 1,
    savedAt: 'before',
    save: (content, lockVersion) =>
      new Promise((resolve, reject) => {
        calls.push({
          title: content.title,
          lockVersion,
          answer: (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)),
        });
      }),
    onState: (state) => states.push(state),
    onSaved: ({ title }) => saved.push(title),
  });
  const ok = (lockVersion: number): SaveAnswer => ({
    done: { saved: { lockVersion, savedAt: `v${lockVersion}` } },
  });
  return { autosave, calls, states, saved, ok };
}

test('a change is saved a second after the typing stops', async () => {
  const { autosave, calls, states, saved, ok } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(990);
  expect(calls).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(20);
  expect(calls).toMatchObject([{ title: 'A', lockVersion: 1 }]);
  expect(states.at(-1)).toEqual({ is: 'saving' });
  calls[0]?.answer(ok(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ is: 'saved', at: 'v2' });
  expect(saved).toEqual(['A']);
});

test('typing without a pause is saved within two seconds', async () => {
  const { autosave, calls } = setUp();
  for (let typed = 0; typed < 20; typed += 1) {
    autosave.change(draft(`A${typed}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(calls.length).toBeGreaterThan(0);
});

test('one save is in flight at a time, and the next builds on its version', async () => {
  const { autosave, calls, states, ok } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  autosave.change(draft('B'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls).toHaveLength(1);
  calls[0]?.answer(ok(2));
  await vi.advanceTimersByTimeAsync(0);
  // Not said to be saved: B is not.
  expect(states.at(-1)).toEqual({ is: 'changed' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]).toMatchObject({ title: 'B', lockVersion: 2 });
});

test('what the server did not answer is sent again, with what was typed since', async () => {
  const { autosave, calls, states, ok } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  calls[0]?.answer(new Error('away'));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ is: 'waiting' });
  autosave.change(draft('AB'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]).toMatchObject({ title: 'AB', lockVersion: 1 });
  calls[1]?.answer(ok(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ is: 'saved', at: 'v2' });
});

test('a save that was stored though its answer was lost is no conflict with oneself', async () => {
  const { autosave, calls, states, ok } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  calls[0]?.answer(new Error('killed'));
  await vi.advanceTimersByTimeAsync(0);
  autosave.change(draft('AB'));
  await vi.advanceTimersByTimeAsync(1_000);
  calls[1]?.answer({
    done: { conflict: { lockVersion: 2, savedAt: 'then', savedBy: 'Me', content: draft('A') } },
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(states.some(({ is }) => is === 'conflict')).toBe(false);
  expect(calls[2]).toMatchObject({ title: 'AB', lockVersion: 2 });
  calls[2]?.answer(ok(3));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ is: 'saved' });
});

test('typing while the server does not answer does not hasten the tries', async () => {
  const { autosave, calls } = setUp();
  autosave.change(draft('A'));
  for (let typed = 0; typed < 100; typed += 1) {
    await vi.advanceTimersByTimeAsync(100);
    autosave.change(draft(`A${typed}`));
    calls.at(-1)?.answer(new Error('away'));
  }
  expect(calls.length).toBeLessThan(6);
});

test('what the server refuses as it is waits for the next change', async () => {
  const { autosave, calls, states } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  calls[0]?.answer({ refused: { why: 'invalid', sentence: 'too long' } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(states.at(-1)).toEqual({ is: 'refused', sentence: 'too long' });
  autosave.change(draft('B'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]).toMatchObject({ title: 'B' });
});

test('a save of somebody whose session ended is tried again after they signed in', async () => {
  const { autosave, calls, states, ok } = setUp();
  autosave.change(draft('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  calls[0]?.answer({ refused: { why: 'signed-out', sentence: 'Sign in.' } });
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ is: 'signed-out' });
  await vi.advanceTimersByTimeAsync(1_000);
  calls[1]?.answer(ok(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ is: 'saved' });
});

test('after a conflict nothing is saved until somebody decides', async () => {
  const { autosave, calls, states } = setUp();
  autosave.change(draft('Mine'));
  await vi.advanceTimersByTimeAsync(1_000);
  const conflict = { lockVersion: 5, savedAt: 'now', savedBy: 'Bo', content: draft('Theirs') };
  calls[0]?.answer({ done: { conflict } });
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ is: 'conflict', conflict });
  autosave.change(draft('Mine still'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(await autosave.flush()).toBe(false);
  autosave.goOn(5, 'now');
  autosave.change(draft('Mine over theirs'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]).toMatchObject({ title: 'Mine over theirs', lockVersion: 5 });
});

test('flushing saves at once and says whether everything is saved', async () => {
  const { autosave, calls, ok } = setUp();
  expect(await autosave.flush()).toBe(true);
  autosave.change(draft('A'));
  const flushed = autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  calls[0]?.answer(ok(2));
  expect(await flushed).toBe(true);
  expect(autosave.lockVersion).toBe(2);
});
