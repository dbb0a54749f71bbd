import { readEnv } from '@/lib/env';

/** Run before anything that takes time: a wrong setting stops the start with the one line that names it. */
try {
  readEnv(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
