import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeImage, drawSheet, FrameView, type Mark } from '../../geo/index.ts';
import { testFaces } from '../support/faces.ts';
import { hasGdaltransform, NO_GDALTRANSFORM, transformed } from '../support/gdal.ts';
import { hasPoppler, NO_POPPLER, pagePng, readWith } from '../support/poppler.ts';
import { asked, caseNames, expectedPage, expectedPath, layoutOf, pdfOf, readCase, sourceOf } from './cases.ts';

/** Writes the expected pages anew: look at them before they are kept. */
const UPDATE = process.env['UNDERCROFT_UPDATE_GOLDEN'] === '1';
const DPI = 60;
/**
 * Of 255: a sample that is further off is another colour. Versions of a reader smooth edges differently, so a share of the pixels may be; an
 * element that is missing or lies 1.5 mm beside its place is more than that within its own part of the page.
 */
const OTHER = 80, PARTS = 8, SHARE_OF_PART = 0.012;

describe.skipIf(!hasPoppler).each(caseNames())(`%s, as poppler reads it${NO_POPPLER}`, (name) => {
  let bytes: Uint8Array;
  beforeAll(async () => { bytes = await pdfOf(name); });

  it('is the expected page', () => {
    const png = pagePng(bytes, DPI);
    if (UPDATE) writeFileSync(expectedPath(name), png);
    const page = decodeImage(png, 'image/png'), expected = decodeImage(expectedPage(name)!, 'image/png');
    expect([page.width, page.height]).toEqual([expected.width, expected.height]);
    expect(worstPart(page, expected)).toBeLessThan(SHARE_OF_PART);
  });

  it('would not be, with any one element 1.5 mm beside its place', async () => {
    const expected = decodeImage(expectedPage(name)!, 'image/png'), layout = layoutOf(name);
    for (const { id } of layout.elements) {
      const elements = layout.elements.map((element) => (element.id === id ? { ...element, box: { ...element.box, x: element.box.x + 1.5, y: element.box.y + 1.5 } } : element));
      expect([id, worstPart(decodeImage(pagePng(await pdfOf(name, { ...layout, elements }), DPI), 'image/png'), expected) > SHARE_OF_PART]).toEqual([id, true]);
    }
  });

  it('says what the layout asks and what the map names', () => {
    // Long texts are broken into lines, and cells of a table lie beside each other.
    const bare = (text: string) => text.replace(/\s/g, ''), written = bare(readWith('pdftotext', bytes, ['-raw', '#', '-']));
    expect([...asked(layoutOf(name)), ...readCase(name).names].filter((text) => !written.includes(bare(text)))).toEqual([]);
  });

  it('has all its fonts in it, cut to what is written', () => {
    const rows = readWith('pdffonts', bytes, ['#']).split('\n').slice(2).filter((row) => row !== '');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+NotoSansSC-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });
});

interface Page { width: number; height: number; rgb: Uint8Array }
/** The page in 8 by 8 parts: the greatest share of a part's pixels that are of another colour. */
function worstPart({ width, height, rgb }: Page, expected: Page): number {
  const off = new Uint32Array(PARTS * PARTS), all = new Uint32Array(PARTS * PARTS);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const part = Math.floor(y * PARTS / height) * PARTS + Math.floor(x * PARTS / width);
      all[part]++;
      if ([0, 1, 2].some((k) => Math.abs(rgb[i + k] - expected.rgb[i + k]) > OTHER)) off[part]++;
    }
  }
  return Math.max(...off.map((count, part) => count / all[part] * 1e6)) / 1e6;
}

const GRIDS = caseNames().flatMap((name) => layoutOf(name).elements.flatMap((element) => (element.kind === 'map' && element.grid !== null ? [[name, element.id] as const] : [])));
describe.skipIf(!hasGdaltransform)(`grids as PROJ has them${NO_GDALTRANSFORM}`, () => {
  it.each(GRIDS)('%s, frame %s: lines cross where the coordinates lie that they are marked with', async (name, id) => {
    const layout = layoutOf(name), frame = layout.elements.flatMap((element) => (element.kind === 'map' && element.id === id ? [element] : []))[0], view = new FrameView(frame);
    const crossings = crossingsOf(gridOf(drawSheet(layout, sourceOf(name), await testFaces()).marks, id));
    expect(crossings.length).toBeGreaterThan(3);
    const degrees = transformed(view.plane.code, 'EPSG:4490', crossings.map(({ east, north }) => [east, north]));
    crossings.forEach(({ at }, k) => {
      const [x, y] = view.fromDegrees(...degrees[k]);
      expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.05);
    });
  });
});

interface GridLine { value: number; line: readonly number[] }
/** Just inside the frame from a line's end: 0.8 mm along the edge's normal, 0.5 mm beside the line. */
const BESIDE = Math.hypot(0.8, 0.5);
/** The lines of a frame's grid, each with the number that stands at its end. */
function gridOf(marks: readonly Mark[], id: string): GridLine[] {
  const group = find(marks, `${id}-grid`)!;
  const paths = group.marks.flatMap((mark) => (mark.kind === 'path' ? mark.lines : [])), words = group.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  return paths.map((line) => {
    const near = words.find(({ x, y }) => [[line[0], line[1]], [line[2], line[3]]].some(([u, v]) => Math.abs(Math.hypot(x - u, y - v) - BESIDE) < 1e-6))!;
    return { value: Number(near.text.replaceAll(' ', '')), line };
  });
}
function find(marks: readonly Mark[], id: string): (Mark & { kind: 'group' }) | null {
  for (const mark of marks) {
    if (mark.kind !== 'group') continue;
    const found = mark.id === id ? mark : find(mark.marks, id);
    if (found) return found;
  }
  return null;
}
/** Where eastings (six digits, or eight with the number of a zone) and northings (seven) cross on the paper, mm. */
function crossingsOf(lines: readonly GridLine[]): { east: number; north: number; at: [number, number] }[] {
  const [norths, easts] = [lines.filter(({ value }) => value >= 1e6 && value < 1e7), lines.filter(({ value }) => value < 1e6 || value >= 1e7)];
  return easts.flatMap(({ value: east, line: [ax, ay, bx, by] }) => norths.map(({ value: north, line: [cx, cy, dx, dy] }) => {
    const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
    return { east, north, at: [ax + t * (bx - ax), ay + t * (by - ay)] as [number, number] };
  }));
}
