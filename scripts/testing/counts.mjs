import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, failures: string[] }} Counts */

/**
 * What a Vitest report says; a skipped test counts as failed, and so does a file that could not be loaded.
 * @param {string} file @returns {Promise<Counts>}
 */
export async function vitestCounts(file) {
  const report = await readReport(file, 'Vitest');
  if (typeof report === 'string') return { passed: 0, failed: 1, failures: [report] };
  const counts = none();
  for (const { name, status, message, assertionResults } of report.testResults) {
    for (const test of assertionResults)
      count(counts, test.status === 'passed', `${name}: ${test.fullName}`, test);
    if (status === 'failed' && assertionResults.every((/** @type {any} */ one) => one.status === 'passed'))
      count(counts, false, name, { failureMessages: [message] });
  }
  return counts;
}

/**
 * What a Playwright report says; only what went as expected at the first try has passed.
 * @param {string} file @returns {Promise<Counts>}
 */
export async function playwrightCounts(file) {
  const report = await readReport(file, 'Playwright');
  if (typeof report === 'string') return { passed: 0, failed: 1, failures: [report] };
  const counts = none();
  for (const spec of report.suites.flatMap(specsOf))
    for (const test of spec.tests) {
      const errors = test.results.flatMap((/** @type {any} */ one) => one.errors ?? []);
      count(counts, test.status === 'expected', `${spec.file}: ${spec.title}`, {
        failureMessages: errors.map((/** @type {any} */ error) => error.message),
        status: test.status,
      });
    }
  for (const error of report.errors) count(counts, false, 'Playwright', { failureMessages: [error.message] });
  return counts;
}

/** @returns {Counts} */
const none = () => ({ passed: 0, failed: 0, failures: [] });

/** @param {any} suite @returns {any[]} */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * @param {Counts} counts @param {boolean} passed @param {string} name
 * @param {{ status?: string, failureMessages?: (string | undefined)[] }} why
 */
function count(counts, passed, name, { status = '', failureMessages = [] }) {
  if (passed) {
    counts.passed += 1;
    return;
  }
  counts.failed += 1;
  const words = failureMessages.filter(Boolean).join('\n') || status;
  counts.failures.push(`${name}\n${words.split('\n').slice(0, 30).join('\n')}`);
}

/** @param {string} file @param {string} tool @returns {Promise<any>} a sentence where there is no report */
const readReport = (file, tool) =>
  readFile(file, 'utf8').then(JSON.parse, () => `${tool} ended without a report.`);
