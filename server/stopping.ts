/**
 * Finishes what is under way when the process is told to stop, for ten seconds at most. Started by a script of ours, it
 * ends with it, also when that one is killed.
 */
export function onStop(finish: () => Promise<unknown>) {
  let stopping = false;
  async function stop() {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), 10_000).unref();
    await finish();
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
}
