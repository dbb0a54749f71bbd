import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { freePort } from '../scripts/embedded/cluster.mjs';
import { until } from './site.mjs';

const program = ['/usr/sbin/nginx', 'nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

/**
 * One page as a plain file behind nginx, compressed beforehand: the very bytes that the site sends.
 * @template Result
 * @param {Buffer} gzipped
 * @param {(nginx: { url: string, pid: number }) => Promise<Result>} work
 */
export async function withNginx(gzipped, work) {
  if (!program) throw new Error('nginx is not installed (Debian: "apt-get install nginx-light").');
  const folder = await mkdtemp(path.join(tmpdir(), 'commonshelf-nginx-'));
  const port = await freePort();
  await mkdir(path.join(folder, 'files'));
  await chmod(folder, 0o755); // started by root, its workers are somebody else
  await writeFile(path.join(folder, 'files/page.html.gz'), gzipped);
  await writeFile(path.join(folder, 'files/page.html'), gunzipSync(gzipped));
  await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}/page.html`;
  try {
    await until(async () => (await fetch(url)).status === 200);
    return await work({ url, pid: child.pid ?? 0 });
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {number} port */
const configuration = (folder, port) => `
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr;
events { worker_connections 512; }
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  types { text/html html; }
  access_log off;
  sendfile on;
  gzip_static on;
  gzip_vary on;
  keepalive_requests 10000000;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}
`;
