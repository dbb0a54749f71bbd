import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that takes every mail and puts it into a folder, one file each, in the order in which they came.
 * @param {string} folder emptied first
 */
export async function openMailbox(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let number = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', async () => {
        number += 1;
        const file = path.join(folder, `${String(number).padStart(5, '0')}.eml`);
        // Whole at once: a test that looks meanwhile never reads half a mail.
        await writeFile(`${file}.part`, Buffer.concat(chunks));
        await rename(`${file}.part`, file);
        done();
      });
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.server.address());
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder: path.resolve(folder),
    close: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}
