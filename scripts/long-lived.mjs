import { spawn } from 'node:child_process';

/**
 * A program of ours that runs until it is stopped. Signals count from here on: one that comes before `run` keeps it
 * from starting.
 * @param {string} program
 */
export function longLived(program) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let stopping = false;
  // Ctrl-C reaches the program as well; this process waits for it, so that nothing is left behind.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => {
      stopping = true;
      if (signal === 'SIGTERM') child?.kill(signal);
    });

  /**
   * Resolves to its exit code when it has ended, which is 0 where it was stopped.
   * @param {NodeJS.ProcessEnv} env
   * @param {(message: any) => void} heard what it says when it is up
   * @returns {Promise<number>}
   */
  async function run(env, heard) {
    if (stopping) return 0;
    child = spawn(process.execPath, ['--import', 'tsx', program], {
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', heard);
    const ended = /** @type {Promise<number | null>} */ (
      new Promise((resolve) => child?.on('close', resolve))
    );
    const code = await ended;
    return stopping ? 0 : (code ?? 1);
  }

  return { run };
}
