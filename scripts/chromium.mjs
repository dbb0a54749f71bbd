import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser of the journeys and of Lighthouse. CHROMIUM_PATH, when set, is the only place looked at.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  return (chosen ? [chosen] : PLACES).find(isProgram);
}

/**
 * The browser, installed from Debian's packages if there is none and we may.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new Error(
      `CHROMIUM_PATH names no program (${process.env.CHROMIUM_PATH}): correct it, or unset it.`,
    );
  }
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) throw missing();
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) aptGet(args);
  const installed = findChromium();
  if (!installed) throw missing();
  return installed;
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('/usr/bin/apt-get', ['-q', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status === 0) return;
  const why = run.stderr.trim().split('\n').at(-1);
  throw new Error(
    `The browser could not be installed ("apt-get ${args.join(' ')}": ${why}): install it by hand, or set CHROMIUM_PATH.`,
  );
}

function missing() {
  return new Error(
    'The tests need a browser: install Chromium (Debian: "sudo apt-get install chromium"), or set CHROMIUM_PATH.',
  );
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
