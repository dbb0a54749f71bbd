import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. What it prints is kept back and shown only when it fails; `say` passes it on.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, say?: (line: string) => void, plain?: boolean }} options `plain`: what it
 * printed is the whole message of its failure
 */
export function run(command, args, { env = process.env, say, plain = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    const take = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      if (say && chunk.toString().trim()) say(chunk.toString().trimEnd());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve(printed);
      if (plain) return reject(new Error(printed.trim()));
      reject(new Error(`${[command, ...args].join(' ')} failed.\n${say ? '' : printed.slice(-4000)}`));
    });
  });
}
