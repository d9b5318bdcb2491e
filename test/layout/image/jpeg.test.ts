import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeJpeg } from '../../../geo/layout/image/jpeg-decode.ts';
import { ZIGZAG } from '../../../geo/layout/image/jpeg-blocks.ts';
import { numbers } from '../../support/numbers.ts';
import { png } from '../../support/png.ts';
import { hasGdalinfo, NO_GDALINFO } from '../../support/poppler.ts';

/** 16 × 8 pixels, the left half 40 and the right half 200. */
const GREY = new Uint8Array(Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AAotW//Z', 'base64'));
const WIDTH = 75, HEIGHT = 53;
const color = (x: number, y: number) => [x * 3, y * 4, 128 + 60 * Math.sin(x / 9) * Math.cos(y / 7)].map(Math.round);

function jpegOf(...options: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-jpeg-'));
  try {
    const rows = Array.from({ length: HEIGHT }, (_, y) => [0, ...Array.from({ length: WIDTH }, (_x, x) => color(x, y)).flat()]);
    writeFileSync(join(folder, 'a.png'), png({ width: WIDTH, height: HEIGHT, depth: 8, color: 2, rows }));
    const { status } = spawnSync('gdal_translate', ['-q', '-of', 'JPEG', ...options, join(folder, 'a.png'), join(folder, 'a.jpg')]);
    if (status !== 0) throw new Error('gdal_translate failed');
    return new Uint8Array(readFileSync(join(folder, 'a.jpg')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const worst = (bytes: Uint8Array, wanted: (x: number, y: number) => readonly number[]) => {
  const { width, rgb } = decodeJpeg(bytes);
  return rgb.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted(Math.floor(i / 3) % width, Math.floor(i / 3 / width))[i % 3])), 0);
};

describe('a JPEG is decoded', () => {
  it('in grey', () => {
    expect(decodeJpeg(GREY)).toMatchObject({ width: 16, height: 8, alpha: null });
    expect(worst(GREY, (x) => [0, 0, 0].fill(x < 8 ? 40 : 200))).toBeLessThanOrEqual(1);
  });
  it('along the diagonals', () => {
    expect([...ZIGZAG.subarray(0, 11)]).toEqual([0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32]);
    expect(new Set(ZIGZAG).size).toBe(64);
  });
  it.skipIf(!hasGdalinfo).each([['in one go', []], ['by and by', ['-co', 'PROGRESSIVE=YES']], ['roughly', ['-co', 'QUALITY=60']]])(`in colour, written %s${NO_GDALINFO}`, (_, options) => {
    expect(worst(jpegOf('-co', 'QUALITY=95', ...options), color)).toBeLessThan(options.includes('QUALITY=60') ? 40 : 16);
  });
  it('or refused in words: four inks, arithmetic coding, cut off', () => {
    const changed = (from: number, to: number, offset = 0) => GREY.map((byte, i) => (i === GREY.indexOf(from, 20) + offset ? to : byte));
    expect(() => decodeJpeg(changed(0xc0, 0xc9))).toThrow(/image-jpeg/);
    for (let length = 2; length < GREY.length - 3; length++) expect(() => decodeJpeg(GREY.slice(0, length))).toThrow(/image-damaged/);
  });
  it('and never breaks in another way', () => {
    const next = numbers(4), files = [GREY, ...(hasGdalinfo ? [jpegOf('-co', 'PROGRESSIVE=YES'), jpegOf()] : [])];
    for (let round = 0; round < 300; round++) {
      const bytes = files[round % files.length].slice();
      for (let i = 0; i < 4; i++) bytes[2 + Math.floor(next() * (bytes.length - 2))] = Math.floor(next() * 256);
      try {
        decodeJpeg(bytes);
      } catch (error) {
        expect(error).toHaveProperty('name', 'UserError');
      }
    }
  });
});
