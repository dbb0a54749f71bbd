import { fileURLToPath } from 'node:url';
import { run } from '../scripts/run.mjs';
import { processorTime } from './processor.mjs';

const autocannon = fileURLToPath(import.meta.resolve('autocannon'));

/** @typedef {{ perSecond: number, cpuMs: number, p50: number, p99: number }} Round */

/**
 * Asks for one address over 32 kept connections, each asking again once it is answered. Answers that are not a page, or
 * not all of one length, make the round void.
 * @param {{ url: string, pid: number, seconds: number }} target `pid` of the server whose processor time is counted
 * @returns {Promise<Round>} in milliseconds: processor time a request; latency of the middle one, in whole milliseconds,
 * and of the slowest hundredth
 */
export async function fire({ url, pid, seconds }) {
  const before = processorTime(pid);
  const options = ['-c', '32', '-d', String(seconds), '-H', 'accept-encoding=gzip', '--json', '-n'];
  const printed = await run(process.execPath, [autocannon, ...options, url]);
  const used = processorTime(pid) - before;
  const { requests, throughput, latency, errors, non2xx } = JSON.parse(printed.slice(printed.indexOf('{')));
  if (errors > 0 || non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers without a page`);
  const bytes = throughput.total / requests.total;
  if (!Number.isInteger(bytes))
    throw new Error(`${url}: answers of several lengths, ${bytes} bytes on average`);
  return { perSecond: requests.average, cpuMs: used / requests.total, p50: latency.p50, p99: latency.p99 };
}
