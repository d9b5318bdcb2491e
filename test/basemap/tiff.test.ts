import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BasemapPlace, crsByCode, decodeImage, drawSheet, openPicture, sheetFiles, UserError, type Pixels } from '../../geo/index.ts';
import { readTiffPicture } from '../../geo/basemap/tiff-picture.ts';
import { pictureOf } from '../support/basemaps.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { folderWith } from '../support/cli.ts';
import { testFaces } from '../support/faces.ts';
import { numbers } from '../support/numbers.ts';
import { png } from '../support/png.ts';
import { hasGdalinfo, NO_GDALINFO } from '../support/poppler.ts';
import { sheetSource } from '../support/sheet-source.ts';

/** A plan of few colours, and a photograph of many, smooth, since readers spread the colours of a JPEG between its pixels in ways of their own; 0.5 m a pixel, at the false easting of 114° E. */
const PLAN = pictureOf(75, 53, (column, row) => [[255, 255, 255], [200, 30, 30], [20, 90, 160], [0, 0, 0]][(column >> 3) + (row >> 2) & 3] as [number, number, number]);
const PHOTO = pictureOf(75, 53, (column, row) => [column * 3, row * 4, column * 2 + row]);
const PALETTED = png({ width: 75, height: 53, depth: 8, color: 3, palette: [[250, 240, 200], [200, 30, 30], [20, 90, 160]].flat(), rows: Array.from({ length: 53 }, (_, row) => [0, ...Array.from({ length: 75 }, (_x, column) => ((column >> 2) + (row >> 3)) % 3)]) });
const PLACE = ['-a_srs', 'EPSG:4547', '-a_ullr', '500000', '3340000', '500037.5', '3339973.5'];

/** What GDAL makes of a picture: a GeoTIFF, and what it reads in that, band by band. */
function tiffOf(picture: Uint8Array, ...options: string[]): { tiff: Uint8Array; theirs: Pixels } {
  const folder = folderWith({});
  const at = (name: string) => `${folder.path}/${name}`;
  const run = (program: string, ...args: string[]) => { if (spawnSync(program, ['-q', ...args]).status !== 0) throw new Error(`${program} failed`); };
  try {
    writeFileSync(at('a.png'), picture);
    run('gdal_translate', '-of', 'GTiff', ...PLACE, ...options, at('a.png'), at('a.tif'));
    run('gdal_translate', '-of', 'PNG', ...(picture === PALETTED ? ['-expand', 'rgb'] : []), at('a.tif'), at('b.png'));
    return { tiff: new Uint8Array(readFileSync(at('a.tif'))), theirs: decodeImage(new Uint8Array(readFileSync(at('b.png'))), 'image/png') };
  } finally {
    folder.remove();
  }
}
const worst = (a: Uint8Array, b: Uint8Array) => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), a.length === b.length ? 0 : Infinity);
const open = (name: string, bytes: Uint8Array) => openPicture([{ name, bytes }]);

describe.skipIf(!hasGdalinfo)(`a GeoTIFF as GDAL writes it${NO_GDALINFO}`, () => {
  it.each<[string, string[]]>([
    ['in strips', []], ['packed by LZW with differences', ['-co', 'COMPRESS=LZW', '-co', 'PREDICTOR=2']], ['in tiles', ['-co', 'TILED=YES', '-co', 'BLOCKXSIZE=16', '-co', 'BLOCKYSIZE=16', '-co', 'COMPRESS=DEFLATE']],
    ['in grey', ['-b', '1']], ['with transparency', ['-b', '1', '-b', '2', '-b', '3', '-b', '1', '-colorinterp', 'red,green,blue,alpha']], ['in one bit a pixel', ['-b', '3', '-scale', '0', '255', '0', '1', '-co', 'NBITS=1']],
  ])('%s has the pixels that GDAL reads', (_, options) => {
    const { tiff, theirs } = tiffOf(PHOTO, ...options), ours = readTiffPicture(tiff);
    expect(worst(ours.rgb, theirs.rgb)).toBe(0);
    if (theirs.alpha) expect(worst(ours.alpha!, theirs.alpha)).toBe(0);
    else expect(ours.alpha).toBeNull();
  });
  it.each([['as brightness and differences of colour', ['-co', 'PHOTOMETRIC=YCBCR']], ['as red, green and blue', []]])('packed as JPEG %s is what libjpeg makes of it', (_, options) => {
    const { tiff, theirs } = tiffOf(PHOTO, '-co', 'COMPRESS=JPEG', '-co', 'JPEG_QUALITY=95', '-co', 'TILED=YES', '-co', 'BLOCKXSIZE=32', '-co', 'BLOCKYSIZE=32', ...options);
    const differences = readTiffPicture(tiff).rgb.map((value, i) => Math.abs(value - theirs.rgb[i]));
    expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(2);
  });
  it('with a palette has its colours', () => {
    const { tiff, theirs } = tiffOf(PALETTED, '-co', 'COMPRESS=LZW');
    expect(worst(readTiffPicture(tiff).rgb, theirs.rgb)).toBe(0);
    expect([...theirs.rgb.subarray(0, 3)]).toEqual([250, 240, 200]);
  });
  it('lies in its CRS, without any file beside it', async () => {
    const { opened } = await open('正射.tif', tiffOf(PHOTO).tiff), place = new BasemapPlace({ ...opened, crs: opened.crs! });
    expect(opened).toMatchObject({ crs: 'EPSG:4547', width: 75, height: 53, guesses: [{ reason: 'stated' }] });
    expect(crsByCode('EPSG:4547').fromDegrees(...place.toDegrees(75, 53)).map((value) => Math.round(value * 1e4) / 1e4)).toEqual([500_037.5, 3_339_973.5]);
  });
  it('is kept as a JPEG where it is a photograph, without loss where it is drawn', async () => {
    const [plan, photo] = [await open('plan.tif', tiffOf(PLAN).tiff), await open('ortho.tif', tiffOf(PHOTO).tiff)];
    expect([plan.opened.type, photo.opened.type]).toEqual(['image/png', 'image/jpeg']);
    expect(worst(decodeImage(plan.bytes, 'image/png').rgb, decodeImage(PLAN, 'image/png').rgb)).toBe(0);
  });
  it('that means nothing at its edge is not seen there', () => {
    const { tiff } = tiffOf(PLAN, '-a_nodata', '255'), { alpha } = readTiffPicture(tiff);
    expect([alpha![0], alpha![8]]).toEqual([0, 255]);
  });
  it('of another kind is refused with what it is', async () => {
    for (const [what, options] of [['16 bit', ['-ot', 'UInt16']], ['INTERLEAVE=BAND', ['-co', 'INTERLEAVE=BAND']]] as const) {
      await expect(open('a.tif', tiffOf(PHOTO, ...options).tiff)).rejects.toMatchObject({ code: 'basemap.tiff', params: { file: 'a.tif', what } });
    }
  });
});

describe('a sheet that was written as GeoTIFF', () => {
  const written = async () => {
    const layout = blankSheet({ scale: 5000, crs: 'EPSG:4547' });
    return { layout, files: (await sheetFiles('tif', { layouts: [layout], source: sheetSource([]), faces: await testFaces(), author: '', dpi: 96, keywords: [] })).files };
  };
  it('is a basemap where its frame lies', async () => {
    const { layout, files: [{ bytes }] } = await written(), { opened } = await open('sheet.tif', bytes);
    const [{ corners: [, , , upperLeft] }] = drawSheet(layout, sheetSource([]), await testFaces()).frames, { a, b, c, d, e, f } = opened.ground, perMm = 96 / 25.4;
    expect(opened.crs).toBe('EPSG:4547');
    expect([a * upperLeft.x * perMm + b * upperLeft.y * perMm + c, d * upperLeft.x * perMm + e * upperLeft.y * perMm + f]).toEqual([expect.closeTo(upperLeft.east, 3), expect.closeTo(upperLeft.north, 3)]);
  });
  it('and damaged is refused in words, never otherwise', async () => {
    const { files: [{ bytes }] } = await written(), next = numbers(9);
    for (let round = 0; round < 60; round++) {
      const damaged = bytes.slice(0, round % 3 === 0 ? Math.floor(next() * bytes.length) : bytes.length), view = new DataView(damaged.buffer), tags = view.byteLength > 8 ? Math.min(view.getUint32(4, true), damaged.length - 1) : 0;
      for (let i = 0; i < 3 && damaged.length > tags + 40; i++) damaged[tags + Math.floor(next() * Math.min(200, damaged.length - tags))] = Math.floor(next() * 256);
      await open('x.tif', damaged).catch((error: unknown) => { if (!(error instanceof UserError)) throw error; });
    }
  });
});
