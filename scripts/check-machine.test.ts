import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import { checkDisk, checkNode, checkPort, checkReachable } from './check-machine.mjs';

const servers: net.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it('names the Node that is needed', () => {
  checkNode();
  for (const version of ['20.19.0', '20.20.2', '22.0.0']) checkNode(version, '>=20.19');
  for (const version of ['20.18.3', '20.9.0', '18.20.4']) {
    expect(() => checkNode(version, '>=20.19')).toThrow(
      `Node ${version} is too old: install Node 20.19 or newer (nodejs.org) and start again.`,
    );
  }
});

it.each([undefined, '127.0.0.1'])('says that a port is taken, on %s', async (host) => {
  const port = await listening(host);
  await expect(checkPort(port)).rejects.toThrow(
    `Port ${port} is in use by another program. Stop it, or start with PORT=${port + 1} npm start.`,
  );
  servers.pop()?.close();
  await checkPort(port);
});

it('says how much disk space is missing', async () => {
  await checkDisk(tmpdir(), 1);
  await expect(checkDisk(tmpdir(), 1e9)).rejects.toThrow(
    /^Only \d+ MB are free where .+ is\. Free at least 1000000000 MB and start again\.$/,
  );
});

it('says that the database does not answer, without its password', async () => {
  const port = await listening('127.0.0.1');
  const url = `postgres://user:s3cret@127.0.0.1:${port}/name`;
  await checkReachable(url);
  servers.pop()?.close();
  await expect(checkReachable(url)).rejects.toThrow(
    `The database at 127.0.0.1:${port} does not answer. Start it, or unset DATABASE_URL to use the embedded one.`,
  );
});

it('says that DATABASE_URL is no address, without quoting it', async () => {
  for (const url of ['s3cret', 'mysql://user:s3cret@host/name', 'postgres://user:s3cret@host:port/name']) {
    await expect(checkReachable(url)).rejects.toThrow(/^DATABASE_URL (is not|must)(?!.*s3cret)/);
  }
});

async function listening(host?: string) {
  const server = net.createServer((socket) => socket.destroy());
  servers.push(server);
  server.listen({ port: 0, host });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
