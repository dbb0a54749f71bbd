import { defineConfig } from 'vitest/config';

const pure = ['auth', 'features', 'lib', 'server', 'lint', 'scripts', 'components', 'islands', 'jobs'];

/** What needs the database of the test site (`npm test` sets DATABASE_URL) comes after what needs none. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure.map((folder) => `${folder}/**/*.test.ts`), testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'database', include: ['db/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
