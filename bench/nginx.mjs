import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { freePort } from '../scripts/embedded/cluster.mjs';
import { until } from './site.mjs';

const program = ['/usr/sbin/nginx', 'nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

/** @typedef {{ path: string, bytes: Buffer, gzipped: boolean }} PlainFile `gzipped` files are sent as they are */

/** Where nginx has a page: `/index.html`, `/topics/spaces.html`. @param {string} page */
export const fileOf = (page) => (page === '/' ? '/index.html' : `${page}.html`);

/**
 * Plain files behind nginx, compressed beforehand: the very bytes that the site sends.
 * @template Result
 * @param {PlainFile[]} files
 * @param {(nginx: { url: string, pid: number }) => Promise<Result>} work
 */
export async function withNginx(files, work) {
  if (!program) throw new Error('nginx is not installed (Debian: "apt-get install nginx-light").');
  const folder = await mkdtemp(path.join(tmpdir(), 'commonshelf-nginx-'));
  const port = await freePort();
  await chmod(folder, 0o755); // started by root, its workers are somebody else
  for (const file of files) await lay(path.join(folder, 'files'), file);
  await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(async () => (await fetch(url + files[0]?.path)).status === 200);
    return await work({ url, pid: child.pid ?? 0 });
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {PlainFile} file */
async function lay(folder, { path: name, bytes, gzipped }) {
  const place = path.join(folder, name);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, gzipped ? gunzipSync(bytes) : bytes);
  if (gzipped) await writeFile(`${place}.gz`, bytes);
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
  types {
    text/html html; text/css css; text/javascript js; font/woff2 woff2;
    image/svg+xml svg; image/avif avif; image/webp webp;
  }
  access_log off;
  sendfile on;
  gzip_static on;
  gzip_vary on;
  keepalive_requests 10000000;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}
`;
