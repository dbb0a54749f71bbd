import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type Runner, run } from 'graphile-worker';
import { handlers } from './handlers';
import { beat } from './heartbeat';

type Report = (what: string, error: unknown) => void;

/** Does the jobs that are due until it is stopped; a database that goes away stops nothing for good. */
export function startWorker(connectionString: string, report: Report): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  const silence = beat();
  let runner: Runner | undefined;
  const work = async () => {
    while (!stopped.signal.aborted) {
      try {
        runner = await run({
          connectionString,
          concurrency: 2,
          // A timed job starts this late at most.
          pollInterval: 400,
          noHandleSignals: true,
          taskList: handlers,
          crontab: '17 3 * * * tidy',
          logger: new Logger(() => (level, message, meta) => {
            if (level === 'error') report(`the worker: ${message}`, meta?.error);
          }),
        });
        if (stopped.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        report('the worker stopped and starts again', error);
      }
      await wait(1000, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopped.abort();
      silence();
      await runner?.stop().catch(() => {});
      await done;
    },
  };
}
