import { readdirSync, readFileSync } from 'node:fs';

// Linux counts in hundredths of a second on every machine it runs on (proc(5), USER_HZ).
const TICK_MS = 10;

/** Processor time that a process and its living descendants have used so far, in milliseconds. Linux only. @param {number} pid */
export function processorTime(pid) {
  const all = processes();
  const family = new Set([pid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return all.filter((one) => family.has(one.pid)).reduce((total, { ticks }) => total + ticks, 0) * TICK_MS;
}

/** Resident memory of one process in bytes. @param {number} pid */
export function residentMemory(pid) {
  const [, kB] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB) * 1024;
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The second field is a name in brackets, which may hold spaces and brackets.
        const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(parent), ticks: Number(rest[9]) + Number(rest[10]) }];
      } catch {
        return []; // it ended meanwhile
      }
    });
}
