import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gbkLetter } from '../../geo/io/gbk.ts';
import { unzip, zip, zipPaths } from '../../geo/io/zip.ts';
import { inWideNumbers } from '../support/wide-zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const packed = (files: Record<string, Uint8Array>) => zipSync(files, { mtime: new Date(1980, 0, 1) });
const refused = (archive: Uint8Array) => unzip(archive).then(() => 'read', (error: { code?: string }) => error.code);
/** Changes two bytes that stand at `offset` of every header with this mark. */
function stamped(archive: Uint8Array, mark: number, offset: number, value: number): Uint8Array {
  const copy = archive.slice(), view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === mark) view.setUint16(at + offset, value, true);
  return copy;
}
const ROW = 0x02014b50;

describe('archives', () => {
  it('are unpacked, without folders and what macOS adds', async () => {
    const archive = packed({ 'a/b.txt': bytes('hello'), 'a/': new Uint8Array(0), '__MACOSX/a/._b.txt': bytes('x') });
    expect((await unzip(archive)).map(({ path, bytes: content }) => [path, new TextDecoder().decode(content)])).toEqual([['a/b.txt', 'hello']]);
  });
  it('come back from writing, the same bytes each time, with Chinese names', async () => {
    const files = [{ name: '停车设施.dbf', bytes: bytes('x'.repeat(1000)) }];
    expect(await zip(files)).toEqual(await zip(files));
    expect((await unzip(await zip(files)))[0].path).toBe('停车设施.dbf');
  });
  it('are read where their numbers stand in 64 bits, as programs write them that do not know the sizes before', async () => {
    const content = bytes('地下空间'.repeat(20)), archive = inWideNumbers(packed({ 'a.txt': content }));
    expect((await unzip(archive)).map(({ path, bytes: found }) => [path, found])).toEqual([['a.txt', content]]);
    // Behind something that a program put in front of it, and with the record of 64 bits cut away.
    expect((await unzip(new Uint8Array([...bytes('MZ…'), ...archive]))).map(({ path }) => path)).toEqual(['a.txt']);
    expect(await refused(new Uint8Array([...archive.subarray(0, archive.length - 98), ...archive.subarray(archive.length - 42)]))).toBe('archive.damaged');
  });
  it('have names of Chinese Windows decoded', () => {
    const name = [...'人防工程.shp'].flatMap((letter) => gbkLetter(letter)!);
    const archive = stamped(packed({ [String.fromCharCode(...name.map(() => 0x61))]: bytes('x') }), ROW, 8, 0);
    const view = new DataView(archive.buffer);
    for (let at = 0; at + 4 < archive.length; at++) if (view.getUint32(at, true) === ROW) archive.set(name, at + 46);
    expect(zipPaths(archive)).toEqual(['人防工程.shp']);
  });

  it.each<[string, Uint8Array, string]>([
    ['no archive', bytes('PK but nothing else in here'), 'archive.damaged'],
    ['a path out of it', packed({ '../evil.shp': bytes('x') }), 'archive.path'],
    ['a path from the root', packed({ '/etc/evil': bytes('x') }), 'archive.path'],
    ['a path from a drive', packed({ 'c:evil': bytes('x') }), 'archive.path'],
    ['a bomb', packed({ 'zeros.shp': new Uint8Array(40 * 1024 * 1024) }), 'archive.bomb'],
    ['a password', stamped(packed({ 'a.shp': bytes('x') }), ROW, 8, 1), 'archive.locked'],
    ['another method', stamped(packed({ 'a.shp': bytes('x') }), ROW, 10, 12), 'archive.method'],
    ['too many files', packed(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}`, new Uint8Array(0)]))), 'archive.too-many'],
    ['a size that is not so', stamped(packed({ 'a.shp': bytes('some text that is packed') }), ROW, 24, 9), 'archive.damaged'],
    ['a cut end', packed({ 'a.shp': bytes('x') }).slice(0, -4), 'archive.damaged'],
  ])('are refused for %s', async (_, archive, code) => {
    expect(await refused(archive)).toBe(code);
  });

  it('are refused by the stated size before anything is unpacked', async () => {
    const archive = packed({ 'a.shp': bytes('x') }), view = new DataView(archive.buffer);
    for (let at = 0; at + 4 < archive.length; at++) if (view.getUint32(at, true) === ROW) view.setUint32(at + 24, 0x7fffffff, true);
    expect(await refused(archive)).toBe('archive.too-large');
  });
  it('are refused where a byte has changed', async () => {
    const archive = packed({ 'a.txt': bytes('a line of text, a line of text, a line of text') });
    archive[38] ^= 0x10;
    expect(await refused(archive)).toBe('archive.damaged');
  });
});
