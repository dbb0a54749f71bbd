import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * The built site in a process of its own, as `npm start` runs it; resolves when it listens.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.WritableStream} [log] what it prints
 */
export async function startSite(env, log) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      printed = (printed + chunk).slice(-4000);
      log?.write(chunk);
    });
  const closed = once(child, 'close');
  const ended = closed.then(() => 'ended');
  const first = await Promise.race([once(child, 'message').then(() => 'listening'), ended]);
  if (first === 'ended') throw new Error(`The site did not start.\n${printed}`);
  return {
    url: `http://localhost:${env.PORT}`,
    pid: Number(child.pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await closed;
      clearTimeout(late);
    },
  };
}
