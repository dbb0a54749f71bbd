// The load of driver-restart.test.ts, in a process of its own so that a throw outside every promise is seen.
// Arguments: the driver's module, the database's address. Says 'ready'; on 'back' it checks for 5 seconds and reports.
import { setTimeout as sleep } from 'node:timers/promises';

const [, , driver = '', url = ''] = process.argv;
const { default: postgres } = await import(driver);
const sql = postgres(url, { max: 5, backoff: () => 0.2, connect_timeout: 5, onnotice() {} });
const outside = new Set();
process.on('uncaughtException', (error) => outside.add(error.message));
process.on('unhandledRejection', (error) => outside.add(`unhandled: ${error}`));

let stopping = false;
let pending = 0;
let heard = 0;
let refused = 0;

await sql`create table load (batch uuid, part int)`;
await sql.listen('news', () => {
  heard += 1;
});
const loops = Array.from({ length: 16 }, (_, i) =>
  keepDoing(i < 2 ? slowTransaction : i % 2 ? transaction : query),
);
process.once('message', report);
process.send?.('ready');

/** @param {() => Promise<unknown>} work */
async function keepDoing(work) {
  while (!stopping) {
    pending += 1;
    await work().catch(() => {
      refused += 1;
      return sleep(20);
    });
    pending -= 1;
  }
}

function query() {
  return sql`select ${Math.random()}::float8, pg_sleep(0.005)`;
}

// The pause stands for what a transaction awaits besides the database (a file, a hash): in it, other work of the pool
// has the closed connection opened again.
function slowTransaction() {
  return transaction(1_200);
}

function transaction(pause = 0) {
  const batch = crypto.randomUUID();
  return sql.begin(async (/** @type {import('postgres').TransactionSql} */ tx) => {
    await tx`insert into load values (${batch}, 1)`;
    await (pause ? sleep(pause) : tx`select pg_sleep(0.02)`);
    await tx`insert into load values (${batch}, 2)`;
  });
}

async function report() {
  const checks = { connections: 0, transaction: false, notified: false, torn: -1, took: 0 };
  const began = Date.now();
  await Promise.race([sleep(5_000), check(checks).catch(() => {})]);
  checks.took = Date.now() - began;
  process.send?.({ ...checks, pending, refused, outside: [...outside] }, undefined, undefined, () =>
    process.exit(),
  );
}

/** @param {{ connections: number, transaction: boolean, notified: boolean, torn: number }} checks */
async function check(checks) {
  stopping = true;
  await Promise.all(loops);
  const busy = Array.from({ length: 5 }, () => sql`select pg_backend_pid() as pid, pg_sleep(0.3)`);
  checks.connections = new Set((await Promise.all(busy)).map(([row]) => row.pid)).size;
  checks.transaction = await sql
    .begin((/** @type {import('postgres').TransactionSql} */ tx) => tx`select 1`)
    .then(() => true);
  const before = heard;
  await sql.notify('news', 'back');
  await sleep(200);
  checks.notified = heard > before;
  const torn = await sql`select batch from load group by batch having count(*) <> 2`;
  checks.torn = torn.length;
}
