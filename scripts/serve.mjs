import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Nothing from any other host, no inline script, no eval; WebAssembly for the geometry kernel, blobs for workers and pictures. */
const POLICY = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self' blob:", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self' blob: data:", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.geojson': 'application/geo+json; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8', '.map': 'application/json; charset=utf-8', '.webmanifest': 'application/manifest+json',
};
const PACKABLE = /^(text|application)\/|svg/;
/** The bundler puts a hash of the content into these names. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * Serves a folder of files on the loopback address, to this machine alone.
 *
 * @param {{ folder: string, port?: number, tries?: number }} options `port` 0 takes any free one; a busy one is followed by
 *   the next, `tries` times
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, port = 4173, tries = 20 }) {
  const root = realpathSync(folder);
  const packed = new Map();
  const server = createServer((request, response) => answer(root, packed, request, response));
  const taken = await listen(server, port, port === 0 ? 1 : tries);
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function listen(server, port, tries) {
  return new Promise((resolve, reject) => {
    const refused = (error) => (error.code === 'EADDRINUSE' && tries > 1 && port < 65535 ? resolve(listen(server, port + 1, tries - 1)) : reject(error));
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(server.address().port);
    });
  });
}

function answer(root, packed, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  const path = pathOf(request.url ?? '/');
  const file = path === null ? null : fileAt(root, path);
  if (!file) return plain(response, 404, 'There is no such file.');
  const type = TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream';
  const etag = `"${file.size.toString(36)}-${Math.round(file.changed).toString(36)}"`;
  const headers = { ...HEADERS, 'Content-Type': type, ETag: etag, 'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache' };
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  if (PACKABLE.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return sendPacked(packed, file, etag, headers, request, response);
  response.writeHead(200, { ...headers, 'Content-Length': file.size });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file.path).on('error', () => response.destroy()).pipe(response);
}

/** The path of a request as a name of a file, or null where it is none: not decodable, a step upwards, a hidden file. */
function pathOf(url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.'))) return null;
  return path.endsWith('/') ? `${path}index.html` : path;
}

function fileAt(root, path) {
  try {
    const real = realpathSync(join(root, path));
    const stat = statSync(real);
    return stat.isFile() && real.startsWith(root + sep) ? { path: real, size: stat.size, changed: stat.mtimeMs } : null;
  } catch {
    return null;
  }
}

/** Packed once and kept: the program is a few megabytes. */
function sendPacked(packed, file, etag, headers, request, response) {
  const known = packed.get(file.path);
  const body = known?.etag === etag ? known.body : gzipSync(readFileSync(file.path), { level: 6 });
  packed.set(file.path, { etag, body });
  response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding', 'Content-Length': body.length });
  return response.end(request.method === 'HEAD' ? undefined : body);
}

function plain(response, status, sentence, headers = {}) {
  response.writeHead(status, { ...HEADERS, ...headers, 'Content-Type': TYPES['.txt'] });
  response.end(`${sentence}\n`);
}
