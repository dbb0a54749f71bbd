import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { rawSql } from '@/db/client';
import { log } from './log';
import type { Prepared } from './prepared';

/** What the front did, counted where it happens: plain numbers, since most visits cost little more than one of these. */
export const counts = {
  prepared: 0,
  renderings: 0,
  stale: 0,
  /** Requests that are being answered, but for those of prepared pages, which take no time. */
  underWay: 0,
  byStatus: new Map<number, number>(),
};

export const countStatus = (status: number) =>
  void counts.byStatus.set(status, (counts.byStatus.get(status) ?? 0) + 1);

/**
 * Serves the figures in the Prometheus text format on a port of its own, to this machine alone: they say how much is read
 * and whether mail leaves, which is nobody else's.
 */
export function serveMetrics(port: number, prepared: Prepared): Server {
  const registry = registryOf(prepared);
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': registry.contentType });
    response.end(await registry.metrics());
  });
  server.on('error', (error) => log.fault('the figures cannot be served', error));
  return server.listen(port, '127.0.0.1');
}

function registryOf(prepared: Prepared): Registry {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const follows = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  follows('commonshelf_prepared_hits_total', 'Pages answered from prepared bytes', () => counts.prepared);
  follows('commonshelf_renderings_total', 'Pages asked of the renderer', () => counts.renderings);
  follows('commonshelf_stale_answers_total', 'Last good pages sent for want of better', () => counts.stale);
  new Counter({
    name: 'commonshelf_requests_total',
    help: 'Answers by their status',
    labelNames: ['status'],
    registers,
    collect() {
      this.reset();
      for (const [status, number] of counts.byStatus) this.inc({ status }, number);
    },
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('commonshelf_requests_under_way', 'Requests that are being answered', () => counts.underWay);
  gauge('commonshelf_prepared_pages', 'Pages kept in memory', () => prepared.size);
  gauge('commonshelf_prepared_bytes', 'Memory that they take', () => prepared.bytes);
  new Gauge({
    name: 'commonshelf_jobs',
    help: 'Jobs that wait for a worker, and those that gave up',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, number] of Object.entries(await jobs())) this.set({ state }, number);
    },
  });
  new Gauge({
    name: 'commonshelf_mails',
    help: 'Mails by their state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const { state, number } of await mails()) this.set({ state }, number);
    },
  });
  return registry;
}

/** With the database away the other figures still come. */
const jobs = async (): Promise<Record<string, number>> => {
  const [row] = await rawSql()<{ waiting: number; failed: number }[]>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts)::int as failed
    from graphile_worker.jobs`.catch(() => []);
  return { ...row };
};

const mails = () =>
  rawSql()<{ state: string; number: number }[]>`
    select state::text, count(*)::int as number from mails group by state`.catch(() => []);
