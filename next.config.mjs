import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  // Each copy of the site (DATA_DIR) generates its own pages; scripts/prepare.mjs names the folder.
  distDir: process.env.DIST_DIR ?? '.next',
  cacheHandler: fileURLToPath(new URL('./server/page-cache.mjs', import.meta.url)),
  cacheMaxMemorySize: 32 * 1024 * 1024,
  serverExternalPackages: ['postgres', 'sharp', 'graphile-worker'],
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // `npm run check` runs the compiler over everything, tests and scripts included.
  typescript: { ignoreBuildErrors: true },
};
