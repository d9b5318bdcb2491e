import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../geo/layout/drawing.ts';
import { decodePng } from '../../../geo/layout/image/png.ts';
import { readPng } from '../../../geo/layout/image/png-chunks.ts';
import { writePdf } from '../../../geo/layout/pdf/index.ts';
import { mainFrame, rasterise, worldFile, writePng, writeTiff } from '../../../geo/layout/raster/index.ts';
import { area, drawing, frame, line, text } from '../../support/drawings.ts';
import { testFaces } from '../../support/faces.ts';
import { numbers } from '../../support/numbers.ts';
import { difference, painted } from '../../support/pixels.ts';
import { png } from '../../support/png.ts';
import { hasGdalinfo, hasPoppler, NO_GDALINFO, NO_POPPLER, pagePng, readWith } from '../../support/poppler.ts';

const pixels = png({ width: 3, height: 2, depth: 8, color: 6, rows: [[0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 128], [0, 0, 0, 0, 255, 255, 255, 0, 255, 9, 9, 9, 0]] });
function sheet(): readonly Mark[] {
  const next = numbers(21), at = () => 20 + next() * 160;
  const blobs = Array.from({ length: 60 }, (_, i): Mark => {
    const x = at(), y = at() * 0.7, ring = (radius: number) => Array.from({ length: 16 }, (_k, k) => [x + radius * Math.cos(k * Math.PI / 8), y + radius * Math.sin(k * Math.PI / 8)]).flat();
    return { ...area([ring(12), ring(5)], ['#8dd3c7', '#fb8072', '#80b1d3'][i % 3], 0.6), stroke: { color: '#333333', opacity: 1, width: 0.5, dash: i % 4 === 0 ? [2, 1] : undefined, square: i % 4 === 1 } };
  });
  const names = Array.from({ length: 25 }, (_, i) => text(`瀍河${i}号 Block`, at(), at() * 0.7, { size: 3 + i % 5, angle: i % 3 === 0 ? 30 : 0, anchor: i % 2 ? 'middle' : 'start', weight: i % 5 ? 'regular' : 'bold', halo: { color: '#ffffff', width: 0.5 } }));
  return [{ kind: 'group', id: 'a', clip: [[15, 15, 180, 20, 170, 120, 30, 130]], marks: blobs }, { kind: 'image', bytes: pixels, type: 'image/png', x: 150, y: 10, width: 33, height: 22 }, ...names, line([0, 0, 200, 140])];
}
const SHEET = drawing(sheet(), { width: 200, height: 140, frames: [frame(4547, [20, 10, 100, 80], 486_000, 3_320_000, 5), frame(4547, [150, 100, 20, 20], 486_000, 3_320_000, 50)] });

describe.skipIf(!hasPoppler)(`beside an independent reader${NO_POPPLER}`, () => {
  // Readers put letters on whole pixels or quarters of one, which areas and images are not subject to.
  it.each([['areas, lines and clips', ['group', 'path'], 0.3], ['images', ['image'], 0.05], ['letters with halos', ['text'], 2.5]])('the page of the PDF looks like the picture: %s', async (_, kinds, most) => {
    const part = { ...SHEET, marks: SHEET.marks.filter(({ kind }) => kinds.includes(kind)) };
    const own = await painted(part, 150), other = decodePng(readPng(pagePng(await writePdf(part, await testFaces(), { title: '图', date: '2026-11-25' }), 150)));
    expect(difference(own, other)).toBeLessThan(most);
    expect(difference(own, { ...own, rgb: own.rgb.map(() => 255) })).toBeGreaterThan(3 * most);
  });
});

describe('PNG', () => {
  it('holds every pixel and the dpi', async () => {
    const bytes = await writePng(SHEET, await testFaces(), { dpi: 120, rows: 50 }), own = await painted(SHEET, 120);
    const { width, height, rgb } = decodePng(readPng(bytes));
    expect([width, height]).toEqual([945, 662]);
    expect(Buffer.compare(rgb, own.rgb)).toBe(0);
    const at = Buffer.from(bytes).indexOf('pHYs');
    expect(Buffer.from(bytes).readUInt32BE(at + 4)).toBe(4724);
  });
  it('is told row by row and can be stopped', async () => {
    const done: number[] = [];
    await expect(writePng(SHEET, await testFaces(), { dpi: 120, rows: 300, onBand: (rows, of) => { done.push(rows, of); if (rows >= 600) throw new Error('stopped'); } })).rejects.toThrow('stopped');
    expect(done).toEqual([300, 662, 600, 662]);
  });
  it('is refused with a way out where no file can hold it, never made smaller', async () => {
    const faces = await testFaces();
    for (const dpi of [72, 95.9, 601, NaN]) await expect(writePng(SHEET, faces, { dpi })).rejects.toMatchObject({ code: 'layout.raster-dpi' });
    expect(() => rasterise(drawing([], { width: 1600, height: 1600 }), faces, { dpi: 600 })).toThrow(/raster-large.*"fitting":549/);
    expect(rasterise(drawing([], { width: 1189, height: 841 }), faces, { dpi: 600 })).toMatchObject({ width: 28087, height: 19867 });
  });
});

const origin = (info: string) => /Origin = \(([-\d.]+),([-\d.]+)\)/.exec(info)!.slice(1).map(Number);
describe.skipIf(!hasGdalinfo)(`as GDAL reads it${NO_GDALINFO}`, () => {
  it('a TIFF has pixels, dpi, CRS and place', async () => {
    const faces = await testFaces(), info = readWith('gdalinfo', await writeTiff(SHEET, faces, { dpi: 200, rows: 100 }), ['-checksum', '#'], 'sheet.tif');
    expect(info).toContain('Size is 1575, 1103');
    expect(info).toContain('TIFFTAG_XRESOLUTION=200');
    expect(info).toContain('ID["EPSG",4547]]');
    // The frame's upper left corner is 20 and 10 mm from the paper's, at 5 m a millimetre.
    const [east, north] = origin(info);
    expect([east, north]).toEqual([expect.closeTo(486_000 - 100, 4), expect.closeTo(3_320_000 + 450, 4)]);
    const sums = (text: string) => [...text.matchAll(/Checksum=(\d+)/g)].map(([, sum]) => sum);
    expect(sums(info)).toEqual(sums(readWith('gdalinfo', await writePng(SHEET, faces, { dpi: 200 }), ['-checksum', '#'], 'sheet.png')));
  });
  it('a picture with its world file lies where the frame does', async () => {
    const info = readWith('gdalinfo', await writePng(SHEET, await testFaces(), { dpi: 100 }), ['#'], 'sheet.png', { 'sheet.pgw': worldFile(mainFrame(SHEET)!, 100) });
    expect(origin(info)).toEqual([expect.closeTo(485_900, 4), expect.closeTo(3_320_450, 4)]);
    expect(info).toContain('Pixel Size = (1.27');
  });
  it('so does a map that is turned', async () => {
    const { corners } = frame(4547, [20, 10, 100, 80], 486_000, 3_320_000, 5, 30), turned = { ...SHEET, frames: [{ epsg: 4547, corners }] }, dpi = 127;
    const terms = (info: string) => [.../GeoTransform =\s+([^\n]+)\n\s+([^\n]+)/.exec(info)!.slice(1).join(',').matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
    const tiff = terms(readWith('gdalinfo', await writeTiff(turned, await testFaces(), { dpi }), ['#'], 'sheet.tif'));
    const world = terms(readWith('gdalinfo', await writePng(turned, await testFaces(), { dpi }), ['#'], 'sheet.png', { 'sheet.pgw': worldFile(turned.frames[0], dpi) }));
    // Five pixels a millimetre: the corners of the frame are at whole pixels.
    for (const [a, b, c, d, e, f] of [tiff, world]) for (const { x, y, east, north } of corners) expect(Math.hypot(a + b * 5 * x + c * 5 * y - east, d + e * 5 * x + f * 5 * y - north)).toBeLessThan(0.001);
  });
});
