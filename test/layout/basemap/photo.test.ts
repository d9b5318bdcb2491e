import { describe, expect, it } from 'vitest';
import { BasemapPlace, crsByCode, decodeImage, drawSheet, encodeJpeg, FrameView, pyramidOf, sheetFiles, type Basemap, type DrawnBasemap, type MapFrame, type Pixels } from '../../../geo/index.ts';
import type { ImageMark, Mark } from '../../../geo/layout/drawing.ts';
import { basemapOf, pictureOf } from '../../support/basemaps.ts';
import { blankSheet } from '../../support/blank-sheet.ts';
import { testFaces } from '../../support/faces.ts';
import { hasPoppler, NO_POPPLER, pagePng } from '../../support/poppler.ts';
import { sheetSource } from '../../support/sheet-source.ts';

const AT = [114, 30.2] as const, MARK = { column: 408, row: 232 };
/** A green photograph with a bright square of 16 pixels, by whose middle its place is measured, and grain. */
const PLAIN = pictureOf(600, 500, (column, row) => (Math.abs(column + 0.5 - MARK.column) < 8 && Math.abs(row + 0.5 - MARK.row) < 8 ? [255, 0, 255] : [120 + (column * 7 + row * 13) % 29, 165, 110 + (column * 11 + row * 5) % 31]));
const PHOTO = encodeJpeg(decodeImage(PLAIN, 'image/png'));
/** 0.25 m a pixel, around the middle of the frame, turned by some degrees. */
function photo(turn: number, rest: Partial<Basemap> = {}): DrawnBasemap {
  const cos = Math.cos(turn * Math.PI / 180) / 4, sin = Math.sin(turn * Math.PI / 180) / 4, [x, y] = crsByCode('EPSG:4547').fromDegrees(...AT);
  const ground = { a: cos, b: sin, d: sin, e: -cos, c: x - 300 * cos - 250 * sin, f: y - 300 * sin + 250 * cos };
  return { basemap: basemapOf(PLAIN, { type: 'image/jpeg', fileName: 'ortho.jpg', size: PHOTO.length, ground, ...rest }), picture: pyramidOf(PHOTO, 'image/jpeg') };
}
const sheet = (rest: Partial<MapFrame> = {}) => blankSheet({ centre: AT, scale: 2000, crs: 'EPSG:4547', ...rest });
const images = (marks: readonly Mark[]): ImageMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? images(mark.marks) : mark.kind === 'image' ? [mark] : []));
const imageIn = async (source: DrawnBasemap, rest: Partial<MapFrame> = {}) => images(drawSheet(sheet(rest), sheetSource([], { basemaps: [source] }), await testFaces()).marks)[0];
const pdf = async (source: DrawnBasemap, rest: Partial<MapFrame> = {}, sheets = 1) => {
  const layouts = Array.from({ length: sheets }, (_, i) => ({ ...sheet(rest), id: `s${i}`, name: `图${i}` }));
  return (await sheetFiles('pdf', { layouts, source: sheetSource([], { basemaps: [source] }), faces: await testFaces(), author: '', dpi: 300, keywords: [] })).files[0].bytes;
};
const holds = (file: Uint8Array) => Buffer.from(file).includes(Buffer.from(PHOTO));

/** Middle of the square, mm on the page. */
function middleOf({ width, rgb }: Pixels, dpi: number): [number, number] {
  let ink = 0, x = 0, y = 0;
  for (let i = 0; i < rgb.length / 3; i++) {
    const share = Math.max(0, Math.min(rgb[3 * i], rgb[3 * i + 2]) - rgb[3 * i + 1] - 40);
    ink += share;
    x += share * (i % width + 0.5);
    y += share * (Math.floor(i / width) + 0.5);
  }
  return [x / ink * 25.4 / dpi, y / ink * 25.4 / dpi];
}

describe('an orthophoto on a sheet', () => {
  it('that lies straight in the frame is in the PDF as it was delivered, once for all sheets that show it', async () => {
    expect((await imageIn(photo(0))).bytes).toBe(PHOTO);
    const [one, three] = [await pdf(photo(0)), await pdf(photo(0), {}, 3)];
    expect([holds(one), holds(three)]).toEqual([true, true]);
    expect(three.length - one.length).toBeLessThan(PHOTO.length / 2);
  });
  it.each<[string, DrawnBasemap, Partial<MapFrame>]>([
    ['turned', photo(11), {}], ['in a turned frame', photo(0), { rotation: 30 }], ['of which a corner is seen', photo(0), { centre: [AT[0] + 0.0022, AT[1] + 0.0004] }],
    ['finer than the paper', photo(0), { basemapDpi: 100 }], ['shown weaker', photo(0), { basemapStrength: 0.5 }],
  ])('%s is coded anew, as a photograph', async (_, source, rest) => {
    const { bytes, type } = await imageIn(source, rest);
    expect([type, bytes === PHOTO]).toEqual(['image/jpeg', false]);
    expect(bytes.length).toBeLessThan(2 * PHOTO.length);
    expect(holds(await pdf(source, rest))).toBe(false);
  });
  it.skipIf(!hasPoppler).each([[0, 0], [11, 0], [0, 30]])(`turned by %i° in a frame turned by %i° lies within 0.1 mm of its true place${NO_POPPLER}`, async (turn, rotation) => {
    const source = photo(turn), view = new FrameView(sheet({ rotation }).elements[0] as MapFrame), wanted = view.fromDegrees(...new BasemapPlace(source.basemap).toDegrees(MARK.column, MARK.row));
    const [x, y] = middleOf(decodeImage(pagePng(await pdf(source, { rotation }), 300), 'image/png'), 300);
    expect(Math.hypot(x - wanted[0], y - wanted[1])).toBeLessThan(0.1);
  });
  it('that is damaged is an error, not half a sheet', async () => {
    const cut = Uint8Array.of(...PHOTO.slice(0, PHOTO.length / 2), 0xff, 0xd9);
    await expect(pdf({ ...photo(0), picture: pyramidOf(cut, 'image/jpeg') })).rejects.toMatchObject({ name: 'UserError' });
  });
});
