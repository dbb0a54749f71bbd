import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Journeys on the built site, which `npm test` starts and names in BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.data-test/results/journeys',
  timeout: 60_000,
  expect: { timeout: 5_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env.RESULTS_FILE ?? '.data-test/results/e2e.json' }]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    launchOptions: { executablePath: findChromium(), args: quiet, chromiumSandbox: process.getuid?.() !== 0 },
  },
  projects: [
    { name: 'reading', grepInvert: /@changes/ },
    { name: 'changing', grep: /@changes/, workers: 1, fullyParallel: false },
  ],
});
