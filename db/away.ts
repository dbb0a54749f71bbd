/** What drivers and Postgres say while it is not there: stopping, starting, or out of reach. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
]);

/** Whether an error is of the database being away, and a later try may succeed. */
export function isAway(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (codes.has(String((one as { code?: unknown }).code))) return true;
  return false;
}
