import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeImage, encodeJpeg, encodePng, type Pixels } from '../../../geo/index.ts';
import { numbers } from '../../support/numbers.ts';
import { hasGdalinfo, NO_GDALINFO } from '../../support/poppler.ts';

/** Roofs, streets and trees seen from above, more or less: edges, slopes and grain. */
function photo(width: number, height: number): Pixels {
  const next = numbers(11), rgb = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const roof = x % 41 < 25 && y % 33 < 20, grain = next() * 8;
    rgb.set((roof ? [190, 110 + x % 30, 90] : [90 + 20 * Math.sin(x / 17), 120 + 20 * Math.cos(y / 13), 80]).map((value) => Math.round(value + grain)), 3 * (y * width + x));
  }
  return { width, height, rgb, alpha: null };
}
/** Signal to noise, decibel: 30 is seen when looked for, 35 is not. */
const fidelity = (a: Uint8Array, b: Uint8Array) => 10 * Math.log10(255 * 255 / (a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0) / a.length));

describe('pixels written as JPEG', () => {
  it.each([[160, 96], [75, 53], [1, 1], [17, 16]])('%i by %i come back nearly as they were', (width, height) => {
    const picture = photo(width, height), again = decodeImage(encodeJpeg(picture), 'image/jpeg');
    expect([again.width, again.height]).toEqual([width, height]);
    expect(fidelity(picture.rgb, again.rgb)).toBeGreaterThan(30);
  });
  it('have every colour of a plain picture within two steps', () => {
    for (const color of [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 0, 255], [12, 200, 99]]) {
      const rgb = Uint8Array.from({ length: 3 * 32 * 32 }, (_, i) => color[i % 3]), again = decodeImage(encodeJpeg({ width: 32, height: 32, rgb }), 'image/jpeg').rgb;
      expect(Math.max(...again.map((value, i) => Math.abs(value - color[i % 3])))).toBeLessThanOrEqual(2);
    }
  });
  it('of the coarsest noise still are whole files', () => {
    const next = numbers(3), rgb = Uint8Array.from({ length: 3 * 64 * 64 }, () => (next() < 0.5 ? 0 : 255));
    for (const quality of [1, 50, 100]) expect(decodeImage(encodeJpeg({ width: 64, height: 64, rgb }, quality), 'image/jpeg')).toMatchObject({ width: 64, height: 64 });
  });
  it('take a fraction of the room of a PNG', () => {
    const picture = photo(640, 480);
    expect(encodeJpeg(picture).length).toBeLessThan(encodePng(picture).length / 4);
  });
  it.skipIf(!hasGdalinfo)(`are read by libjpeg as they are here${NO_GDALINFO}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'undercroft-jpeg-')), bytes = encodeJpeg(photo(75, 53));
    try {
      writeFileSync(join(folder, 'a.jpg'), bytes);
      expect(spawnSync('gdal_translate', ['-q', '-of', 'PNG', join(folder, 'a.jpg'), join(folder, 'a.png')]).status).toBe(0);
      const theirs = decodeImage(new Uint8Array(readFileSync(join(folder, 'a.png'))), 'image/png'), ours = decodeImage(bytes, 'image/jpeg');
      expect(fidelity(theirs.rgb, ours.rgb)).toBeGreaterThan(30);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
