/** One line of JSON an event, without personal data; a fault says where it was. */
export const log = {
  note: (what: string, facts: Record<string, unknown> = {}) => write('note', what, facts),
  fault: (what: string, error: unknown) =>
    write('fault', what, {
      error: error instanceof Error ? error.message : String(error),
      code: (error as { code?: unknown } | null)?.code,
    }),
};

function write(level: string, what: string, facts: Record<string, unknown>) {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, what, ...facts })}\n`);
}
