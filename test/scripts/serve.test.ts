import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../scripts/serve.mjs';
import { folderWith } from '../support/cli.ts';

const house = folderWith({ 'secret.txt': 'outside' });
const dist = join(house.path, 'dist');
let serving: Serving;
beforeAll(async () => {
  const files: Record<string, string | Buffer> = { 'index.html': '<!doctype html>首页', 'assets/main-AbCd1234.js': 'export {}', 'assets/geos.wasm': Buffer.from([0, 97, 115, 109]), '.sources': 'hash', '数据.geojson': '{}' };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), content);
  }
  symlinkSync(join(house.path, 'secret.txt'), join(dist, 'link.txt'));
  serving = await serve({ folder: dist, port: 0 });
});
afterAll(async () => { await serving.close(); house.remove(); });

/** Paths go out exactly as written: fetch would tidy `..` away before the server sees it. */
function get(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: serving.port, path, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: response.statusCode!, headers: response.headers as Record<string, string>, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });
}

test('the page, with a policy that lets nothing in from elsewhere', async () => {
  const { status, headers, body } = await get('/');
  expect([status, headers['content-type'], body.toString()]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html>首页']);
  const policy = headers['content-security-policy'];
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test.each([['/assets/main-AbCd1234.js', 'text/javascript; charset=utf-8', /immutable/], ['/assets/geos.wasm', 'application/wasm', /no-cache/], [`/${encodeURIComponent('数据.geojson')}`, 'application/geo+json; charset=utf-8', /no-cache/]])('%s has its type and its time to live', async (path, type, cache) => {
  const { status, headers } = await get(path);
  expect([status, headers['content-type']]).toEqual([200, type]);
  expect(headers['cache-control']).toMatch(cache);
});

describe('nothing but what is in the folder', () => {
  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..%2fsecret.txt', '/..\\secret.txt', '//etc/passwd', '/.sources', '/%00', '/%zz', '/link.txt', '/assets', '/nowhere.js'])('%s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toMatch(/outside|hash|root:/);
  });
  test('nothing is taken in', async () => expect((await get('/', { method: 'POST' })).status).toBe(405));
});

test('packed for those who can unpack, not sent again to those who have it, and only the head when only that is asked', async () => {
  const packed = await get('/', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body).toString()).toBe('<!doctype html>首页');
  const again = await get('/', { headers: { 'if-none-match': packed.headers['etag'] } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await get('/', { method: 'HEAD' });
  expect([head.status, head.body.length, Number(head.headers['content-length'])]).toEqual([200, 0, Buffer.byteLength('<!doctype html>首页')]);
});

test('a busy port is followed by the next, and only this machine is served', async () => {
  const second = await serve({ folder: dist, port: serving.port });
  expect(second.port).toBeGreaterThan(serving.port);
  expect(second.url).toBe(`http://127.0.0.1:${second.port}/`);
  await second.close();
  await expect(serve({ folder: dist, port: serving.port, tries: 1 })).rejects.toThrow(/EADDRINUSE/);
});
