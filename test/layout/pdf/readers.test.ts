import { beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../../geo/layout/pdf/index.ts';
import { testFaces } from '../../support/faces.ts';
import { hasGdalinfo, hasPoppler, NO_GDALINFO, NO_POPPLER, readWith } from '../../support/poppler.ts';
import { drawing, frame, line, text } from '../../support/drawings.ts';

const TEXTS = ['瀍河回族区地下空间布局图（2035年）', 'B1层 停车 1,250个；P+R “换乘”', 'AVATAR office fi ffl №1 — 3.5 m²', '淠河路、瀍涧大道 12#地块〔2026〕', '10:30–18:00 / 100% ±0.5 ℃ 〇'];

describe.skipIf(!hasPoppler)(`as poppler reads it${NO_POPPLER}`, () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const marks = TEXTS.map((words, i) => text(words, 30, 40 + 20 * i, { size: 4 + i, weight: i % 2 ? 'bold' : 'regular', halo: i === 0 ? { color: '#ffffff', width: 0.4 } : undefined }));
    const layers = ['用地', '地下空间现状'].map((layer, i) => ({ kind: 'group' as const, id: `g${i}`, layer: { id: layer, title: layer }, marks: [line([10, 200 + i, 50, 200 + i])] }));
    bytes = await writePdf([drawing([...marks, ...layers]), drawing([text('第二张', 50, 50)], { title: '第二张', width: 297, height: 420 })], await testFaces(), {
      title: '规划图 <甲> & 乙', author: '张三', date: '2026-11-25T16:30:00+08:00', keywords: ['运行 ab12', 'cd34'], attachments: [{ name: '项目.gpkg', bytes: new Uint8Array(5000).fill(7), type: 'application/geopackage+sqlite3' }],
    });
  });

  it('all text comes out as it was written, in Chinese, Latin, digits and signs, rare letters among them', () => {
    const lines = readWith('pdftotext', bytes, ['-l', '1', '#', '-']).split('\n').map((words) => words.trim()).filter((words) => words !== '' && words !== '\f');
    expect(lines).toEqual(TEXTS);
  });
  it('text starts at its place and is as wide as it was set', async () => {
    const faces = await testFaces();
    const words = [...readWith('pdftotext', bytes, ['-bbox', '-l', '1', '#', '-']).matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)];
    const [, left, top, right, bottom] = words.find((match) => match[5].startsWith('瀍河'))!.map(Number);
    const mm = (points: number) => points * 25.4 / 72;
    expect(mm(left)).toBeCloseTo(30, 1);
    expect(mm(right - left)).toBeCloseTo(faces.width(TEXTS[0], 4), 1);
    expect(mm(top)).toBeLessThan(40);
    expect(mm(bottom)).toBeGreaterThan(40);
  });
  it('fonts are embedded, cut and have their letters', () => {
    const rows = readWith('pdffonts', bytes, ['#']).split('\n').slice(2).filter((row) => row !== '');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+NotoSansSC-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });
  it('paper, title, author, dates and keywords are as given', () => {
    const info = readWith('pdfinfo', bytes, ['-isodates', '-f', '1', '-l', '2', '#']);
    expect(info).toMatch(/Title: +规划图 <甲> & 乙\n/);
    expect(info).toMatch(/Author: +张三\n/);
    expect(info).toMatch(/Keywords: +运行 ab12, cd34\n/);
    expect(info).toMatch(/CreationDate: +2026-11-25T16:30:00\+08\n/);
    expect(info).toMatch(/Page +1 size: +1190\.55 x 841\.89 pts/);
    expect(info).toMatch(/Page +2 size: +841\.89 x 1190\.55 pts/);
    expect(readWith('pdfinfo', bytes, ['-meta', '#'])).toContain('<rdf:li xml:lang="x-default">规划图 &lt;甲&gt; &amp; 乙</rdf:li>');
  });
  it('the project is listed among its files', () => {
    expect(readWith('pdfdetach', bytes, ['-list', '#'])).toContain('项目.gpkg');
  });
});

const FRAMES: [name: string, epsg: number, east: number, north: number, degrees: number][] = [
  ['at latitude 20', 4544, 500_000, 2_212_000, 0], ['at latitude 30', 4547, 486_000, 3_320_000, 0], ['at latitude 45', 4547, 530_000, 4_984_000, 0],
  ['in a zone with its number', 4526, 38_500_000, 3_836_000, 0], ['turned by 30 degrees', 4547, 486_000, 3_320_000, 30], ['in UTM', 32650, 448_000, 3_400_000, 0],
];
describe.skipIf(!hasGdalinfo)(`the georeference as GDAL reads it${NO_GDALINFO}`, () => {
  it.each(FRAMES)('%s', async (_, epsg, east, north, degrees) => {
    const { corners } = frame(epsg, [20, 40, 300, 200], east, north, 5, degrees);
    const bytes = await writePdf(drawing([], { frames: [{ epsg, corners }] }), await testFaces(), { title: '图', date: '2026-11-25' });
    const info = readWith('gdalinfo', bytes, ['#']);
    expect(info).toContain(`ID["EPSG",${epsg}]]\n`);
    const outline = [.../NEATLINE=POLYGON \(\((.*?)\)\)/.exec(info)![1].matchAll(/([-\d.]+) ([-\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
    corners.forEach(({ east: e, north: n }) => expect(Math.min(...outline.map(([x, y]) => Math.hypot(x - e, y - n)))).toBeLessThan(0.01));
    // The page's own corner, as GDAL reckons it from the frame: 20 mm to the left and 40 mm above are 100 and 200 m.
    const upperLeft = origin(info), angle = degrees * Math.PI / 180, up = (200 + 40) * 5, right = -20 * 5;
    expect(Math.hypot(upperLeft[0] - (east + right * Math.cos(angle) + up * Math.sin(angle)), upperLeft[1] - (north - right * Math.sin(angle) + up * Math.cos(angle)))).toBeLessThan(1);
  });
  it('goes by the largest of several frames', async () => {
    const [small, large] = [frame(4547, [330, 10, 60, 40], 486_000, 3_320_000, 50), frame(4547, [20, 40, 300, 200], 486_000, 3_320_000, 5)];
    const info = readWith('gdalinfo', await writePdf(drawing([], { frames: [small, large] }), await testFaces(), { title: '图', date: '2026-11-25' }), ['#']);
    expect(Math.hypot(origin(info)[0] - (486_000 - 100), origin(info)[1] - (3_320_000 + 1200))).toBeLessThan(1);
  });
});
function origin(info: string): [number, number] {
  const plain = /Origin = \(([-\d.]+),([-\d.]+)\)/.exec(info) ?? /GeoTransform =\s+([-\d.]+),[^\n]*\n\s+([-\d.]+),/.exec(info)!;
  return [Number(plain[1]), Number(plain[2])];
}
