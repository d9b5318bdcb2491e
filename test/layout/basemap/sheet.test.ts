import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { BasemapPlace, crsByCode, decodeImage, drawSheet, FrameView, Pyramid, sheetFiles, UserError, writePdf, type Basemap, type DrawnBasemap, type MapFrame, type PageEnding, type Pixels } from '../../../geo/index.ts';
import type { ImageMark, Mark } from '../../../geo/layout/drawing.ts';
import { drawn, pictureOf } from '../../support/basemaps.ts';
import { blankSheet } from '../../support/blank-sheet.ts';
import { testFaces } from '../../support/faces.ts';
import { hasPoppler, NO_POPPLER, pagePng } from '../../support/poppler.ts';
import { sheetSource } from '../../support/sheet-source.ts';

/** A green picture with one magenta square of pixels, by whose middle its place is measured. */
const MARK = { column: 407, row: 233, size: 9 };
const isMark = (column: number, row: number) => Math.abs(column - MARK.column) <= MARK.size / 2 && Math.abs(row - MARK.row) <= MARK.size / 2;
const PLAN = pictureOf(600, 500, (column, row) => (isMark(column, row) ? [255, 0, 255] : [210, 235, 205]));
/** A plan of the neighbour's zone, scanned at an angle, 0.5 m a pixel; its middle is that of the frame. */
const AT = [115.4, 30.2] as const;
function turned(by: number, metres: number, crs: string): Partial<Basemap> {
  const [cos, sin] = [Math.cos(by * Math.PI / 180) * metres, Math.sin(by * Math.PI / 180) * metres];
  const [x, y] = crsByCode(crs).fromDegrees(...AT);
  return { crs, ground: { a: cos, b: sin, d: sin, e: -cos, c: x - 300 * cos - 250 * sin, f: y - 300 * sin + 250 * cos } };
}
const CASES: [string, Partial<Basemap>, Partial<MapFrame>][] = [
  ['upright in the frame’s own zone', turned(0, 0.5, 'EPSG:4547'), { crs: 'EPSG:4547' }],
  ['of the zone beside, turned by 23°, in a frame turned by -17°', turned(23, 0.5, 'EPSG:4548'), { crs: 'EPSG:4547', rotation: -17 }],
  ['in degrees', { crs: 'EPSG:4490', ground: { a: 0.5e-5, b: 0, c: AT[0] - 300 * 0.5e-5, d: 0, e: -0.5e-5, f: AT[1] + 250 * 0.5e-5 } }, { crs: 'EPSG:4547', rotation: 40 }],
];
const frame = (rest: Partial<MapFrame>) => blankSheet({ centre: AT, scale: 2000, ...rest });
const files = async (ending: PageEnding, basemaps: readonly DrawnBasemap[], rest: Partial<MapFrame>, dpi = 300) => sheetFiles(ending, { layouts: [frame(rest)], source: sheetSource([], { basemaps }), faces: await testFaces(), author: '', dpi, keywords: [] });
/** Middle of what is magenta, mm on the page. */
function middleOf({ width, rgb }: Pick<Pixels, 'width' | 'rgb'>, dpi: number): [number, number] {
  let ink = 0, x = 0, y = 0;
  for (let i = 0; i < rgb.length / 3; i++) {
    // Red or blue with as little green: shares of the mark.
    const share = Math.max(0, Math.min(rgb[3 * i], rgb[3 * i + 2]) - rgb[3 * i + 1] - 10);
    ink += share;
    x += share * (i % width + 0.5);
    y += share * (Math.floor(i / width) + 0.5);
  }
  return [x / ink * 25.4 / dpi, y / ink * 25.4 / dpi];
}
/** Where the georeference has the middle of the mark on the page, mm. */
function expected(rest: Partial<Basemap>, of: Partial<MapFrame>): [number, number] {
  const view = new FrameView(frame(of).elements[0] as MapFrame), place = new BasemapPlace(drawn(PLAN, rest).basemap);
  return view.fromDegrees(...place.toDegrees(MARK.column + 0.5, MARK.row + 0.5));
}

describe.each(CASES)('a mark of a plan %s', (_, rest, of) => {
  const wanted = () => expected(rest, of);
  it('lies in the PNG within 0.1 mm of its true place', async () => {
    const { files: [{ bytes }] } = await files('png', [drawn(PLAN, rest)], of), [x, y] = middleOf(decodeImage(bytes, 'image/png'), 300);
    expect(Math.hypot(x - wanted()[0], y - wanted()[1])).toBeLessThan(0.05);
  });
  it.skipIf(!hasPoppler)(`and in the page of the PDF as poppler paints it${NO_POPPLER}`, async () => {
    const { files: [{ bytes }] } = await files('pdf', [drawn(PLAN, rest)], of), [x, y] = middleOf(decodeImage(pagePng(bytes, 300), 'image/png'), 300);
    expect(Math.hypot(x - wanted()[0], y - wanted()[1])).toBeLessThan(0.1);
  });
});

const images = (marks: readonly Mark[]): ImageMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? images(mark.marks) : mark.kind === 'image' ? [mark] : []));
const sizeOf = ({ bytes, type, width }: ImageMark) => { const pixels = decodeImage(bytes, type); return { ...pixels, dpi: pixels.width / width * 25.4 }; };
const drawing = async (basemaps: readonly DrawnBasemap[], rest: Partial<MapFrame>) => drawSheet(frame(rest), sheetSource([], { basemaps }), await testFaces());

/** As if the picture went on to all sides. */
const wide = (source: DrawnBasemap): DrawnBasemap => ({ ...source, basemap: { ...source.basemap, width: 60_000, height: 50_000, ground: { ...source.basemap.ground, c: source.basemap.ground.c - 100, f: source.basemap.ground.f + 100 } } });

describe('the resolution', () => {
  // 0.5 m at 1:2000 is 0.25 mm on paper: 101.6 dpi.
  it('is the frame’s where the picture is finer, the picture’s own where it is not', async () => {
    const fine = drawn(PLAN, turned(0, 0.1, 'EPSG:4547'));
    expect(sizeOf(images((await drawing([fine], { crs: 'EPSG:4547', basemapDpi: 150 })).marks)[0]).dpi).toBeCloseTo(150, 6);
    expect(sizeOf(images((await drawing([fine], { crs: 'EPSG:4547' })).marks)[0]).dpi).toBeCloseTo(300, 6);
    const own = sizeOf(images((await drawing([drawn(PLAN, turned(0, 0.5, 'EPSG:4547'))], { crs: 'EPSG:4547' })).marks)[0]);
    expect(own.dpi).toBeCloseTo(101.6, 1);
    expect(Math.abs(own.width - 600)).toBeLessThanOrEqual(1);
  });
  it('is told where it is poor for print', async () => {
    expect((await drawing([drawn(PLAN, turned(0, 0.5, 'EPSG:4547'))], {})).leftOut).toEqual([]);
    expect((await drawing([drawn(PLAN, turned(0, 1, 'EPSG:4547'))], {})).leftOut).toEqual([{ code: 'layout.basemap-coarse', frame: 'map', layer: 'basemap-1', text: '1986 年总图扫描 (51 dpi)' }]);
  });
  it('beyond what a file can be is refused, with one that can', async () => {
    const paper = { size: 'free', width: 1100, height: 800 } as const, large = { ...frame({ crs: 'EPSG:4547', box: { x: 0, y: 0, width: 1100, height: 800 }, basemapDpi: 600, scale: 100 }), paper };
    const faces = await testFaces(), fine = sheetSource([], { basemaps: [drawn(PLAN, turned(0, 0.004, 'EPSG:4547'))] }), covering = sheetSource([], { basemaps: [wide(drawn(PLAN, turned(0, 0.004, 'EPSG:4547')))] });
    expect(images(drawSheet(large, fine, faces).marks)).toHaveLength(1);
    const refused = (() => { try { return drawSheet(large, covering, faces); } catch (error) { return error; } })();
    expect(refused).toMatchObject({ code: 'layout.basemap-large', params: { most: 80, width: 25985, height: 18898 } });
    expect((refused as UserError).params['fitting']).toBe(242);
  });
});

describe('on a sheet a basemap', () => {
  it('lies under all layers, cut off at its own edge and the frame’s, as a layer of its own', async () => {
    const source = drawn(PLAN, turned(23, 0.5, 'EPSG:4548')), { marks } = await drawing([source], { crs: 'EPSG:4547' });
    const ground = marks.flatMap((mark) => (mark.kind === 'group' ? mark.marks : [])).find((mark) => mark.kind === 'group' && mark.id === 'map-ground');
    if (ground?.kind !== 'group') throw new Error('the frame has no ground');
    const [plain, picture] = ground.marks;
    expect(plain.kind).toBe('path');
    expect(picture).toMatchObject({ kind: 'group', id: 'map-basemap-1', layer: { id: 'basemap-1', title: '1986 年总图扫描' } });
    const layers = ((await PDFDocument.load(await writePdf(await drawing([source], {}), await testFaces(), { title: '图', date: '2026-11-25' }))).catalog.lookup(PDFName.of('OCProperties'), PDFDict)).lookup(PDFName.of('OCGs'), PDFArray);
    expect(layers.asArray().map((_, i) => layers.lookup(i, PDFDict).lookup(PDFName.of('Name'), PDFHexString).decodeText())).toEqual(['1986 年总图扫描']);
    const svg = new TextDecoder().decode((await files('svg', [source], {})).files[0].bytes);
    expect(svg).toContain('inkscape:label="1986 年总图扫描"');
  });
  it('is shown where the frame chooses it, and weaker where it wants that', async () => {
    const source = drawn(PLAN, turned(0, 0.5, 'EPSG:4547'));
    expect(images((await drawing([source], { layers: [] })).marks)).toEqual([]);
    expect(images((await drawing([source], { layers: ['basemap-1'] })).marks)).toHaveLength(1);
    const weak = sizeOf(images((await drawing([source], { basemapStrength: 0.5 })).marks)[0]);
    // Half way from the colour of the frame, #fbfaf7, to that of the picture.
    expect([...weak.rgb.subarray(0, 3)]).toEqual([231, 243, 226]);
  });
  it('elsewhere leaves no mark', async () => {
    expect(images((await drawing([drawn(PLAN, turned(0, 0.5, 'EPSG:4547'))], { centre: [114, 22] })).marks)).toEqual([]);
  });
  it('that cannot be read is an error, not half a sheet', async () => {
    const cut = PLAN.slice(0, PLAN.length - 300), broken: DrawnBasemap = { ...drawn(PLAN, turned(0, 0.5, 'EPSG:4547')), picture: new Pyramid(() => decodeImage(cut, 'image/png')) };
    for (const ending of ['pdf', 'svg', 'png', 'tif'] as const) await expect(files(ending, [broken], {}, 96)).rejects.toThrow(UserError);
  });
});
