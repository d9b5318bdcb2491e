import { describe, expect, it } from 'vitest';
import { cutSection, drawSheet, openSource, sectionContext, sectionDxf, sectionSheet, sheetFiles, type Drawing, type SectionLineElement } from '../../geo/index.ts';
import type { GroupMark, Mark, PathMark } from '../../geo/layout/drawing.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { hasPoppler, NO_POPPLER, readWith } from '../support/poppler.ts';
import { box, degrees, layer, line, plane } from '../support/section-town.ts';
import { sheetSource } from '../support/sheet-source.ts';

/** A site of 100 m of the line, from 3.0 to 10.8 m; a tunnel of 20 m of it. */
const LAYERS = [
  layer('constraint', [
    { id: 'tunnel', geometry: box(130, -20, 20, 40), properties: { kind: 'metro-structure', topDepth: 6, bottomDepth: 12.5 } }, { id: 'cable', geometry: line([140, -9], [140, 9]), properties: { kind: 'pipe' } },
    { id: 'sewer', geometry: line([10, -9], [10, 9]), properties: { kind: 'pipe', topDepth: 2, bottomDepth: null } }, { id: 'hidden', geometry: box(0, -5, 15, 10), properties: { kind: 'tunnel', topDepth: 5, bottomDepth: 9, secrecy: 'secret' } },
  ]),
  layer('road-project', [{ id: 'road', geometry: line([70, -80], [70, 80]), properties: { redLineWidth: 40 } }]),
  layer('candidate-site', [{ id: 'site', geometry: box(20, -10, 100, 20), properties: { name: '甲地块', source: 'drawn', topDepth: 3, bottomDepth: 10.8, levels: 2 } }]),
];
const element: SectionLineElement = { id: 's', kind: 'section-line', title: '剖面', box: { x: 30, y: 20, width: 380, height: 200 }, line: degrees([[0, 0], [160, 0]]), crs: plane.code, scale: 500, vertical: 200, from: 0, depth: 20, offset: null, layers: null, focus: 'site', trial: null };
/** 1296 x 720 points: readers that count in whole points see it as it is. */
const sheet = (more: Partial<SectionLineElement> = {}) => ({ ...blankSheet(), paper: { size: 'free' as const, width: 457.2, height: 254 }, elements: [{ ...element, ...more }] });
const SOURCE = sheetSource(LAYERS);
const drawn = async (more: Partial<SectionLineElement> = {}, source = SOURCE): Promise<Drawing> => drawSheet(sheet(more), source, await testFaces());
const groups = (marks: readonly Mark[]): GroupMark[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []));
const texts = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark.text] : []));
const named = ({ marks }: Drawing, start: string) => groups(marks).find(({ id }) => id.startsWith(start))!;
const paths = (group: GroupMark): PathMark[] => group.marks.filter((mark) => mark.kind === 'path');
const extent = (numbers: readonly number[]) => { const xs = numbers.filter((_, k) => k % 2 === 0), ys = numbers.filter((_, k) => k % 2 === 1); return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys), x: Math.min(...xs), y: Math.min(...ys) }; };
const POINT = 25.4 / 72;

describe('a section on a sheet', () => {
  it('is true to both of its scales: 100 m at 1:500 are 200.0 mm', async () => {
    const drawing = await drawn(), site = extent(paths(named(drawing, 's-site'))[0].lines[0]), tunnel = groups(drawing.marks).filter(({ id }) => id.startsWith('s-works')).map((group) => extent(paths(group).flatMap(({ lines }) => lines.flat()))).find(({ width }) => Math.abs(width - 40) < 0.1)!;
    expect([site.width, site.height]).toEqual([expect.closeTo(200, 1), expect.closeTo(39, 6)]);
    expect(tunnel.height).toBeCloseTo(32.5, 6);
    // 10 m from side to side, and 3 m deeper.
    expect([tunnel.x - site.x - site.width, tunnel.y - site.y]).toEqual([expect.closeTo(20, 1), expect.closeTo(15, 6)]);
    expect(extent(paths(named(drawing, 's-red-line')).flatMap(({ lines }) => lines.flat())).width).toBeCloseTo(80, 1);
    expect(texts(drawing.marks)).toEqual(expect.arrayContaining(['覆土 3.0', 'B1 3.9', 'B2 3.9', '-10.8', '剖面内宽 100.0 m', '10.0', '甲地块', '±0']));
    expect(texts(drawing.marks).find((text) => text.includes('1:500'))).toContain('竖向 1:200');
  });
  it('gives what is not known no end, and asks', async () => {
    const drawing = await drawn(), works = groups(drawing.marks).filter(({ id }) => id.startsWith('s-works'));
    const dashed = works.filter((group) => paths(group).some(({ stroke }) => stroke?.dash));
    expect(dashed).toHaveLength(2);
    for (const group of dashed) expect(paths(group).some(({ fill }) => fill)).toBe(false);
    expect(texts(drawing.marks).filter((text) => text === '?')).toHaveLength(2);
    expect(texts(drawing.marks).some((text) => text.includes('地面高程未知'))).toBe(true);
  });
  it('cuts nothing above the level of the sheet', async () => {
    expect(texts((await drawn()).marks).some((text) => text.startsWith('hidden'))).toBe(true);
    const within = sheetSource(LAYERS.map((one) => ({ ...one, features: one.features.filter(({ properties }) => properties['secrecy'] !== 'secret') })));
    expect(texts((await drawn({}, within)).marks).some((text) => text.startsWith('hidden'))).toBe(false);
  });
  it('stands on a paper that holds it, and a template keeps no place', async () => {
    const model = cutSection(element.line, LAYERS, sectionContext({ focus: 'site' }), element.crs), { box: _box, from: _from, depth: _depth, layers: _layers, id: _id, kind: _kind, ...wishes } = element;
    const made = sectionSheet({ ...wishes, scale: 200, vertical: 200 }, model, { language: 'zh', project: '紫荆市', date: '2026-11-26' });
    expect(made.paper).toMatchObject({ size: 'free' });
    const drawing = drawSheet(made, SOURCE, await testFaces());
    expect(drawing.leftOut).toEqual([]);
    expect(extent(paths(named(drawing, 'section-line-1-site'))[0].lines[0]).width).toBeCloseTo(500, 1);
    expect(texts((await drawn({ line: [] })).marks)).toContain('尚未指定剖面线');
  });
  it('says in SVG what it says on paper', async () => {
    const { files } = await sheetFiles('svg', { layouts: [sheet()], source: SOURCE, faces: await testFaces(), author: '', dpi: 300, keywords: [], project: null });
    const text = new TextDecoder().decode(files[0].bytes), group = /<g id="s-site[^>]*>\s*<path[^>]* d="([^"]+)"/.exec(text) ?? /<g[^>]*id="s-site[^"]*"[^>]*>[\s\S]*?\sd="([^"]+)"/.exec(text)!;
    const found = extent([...group[1].matchAll(/-?[\d.]+/g)].map(([value]) => Number(value)));
    expect(found.width).toBeGreaterThan(199.9);
    expect(found.width).toBeLessThan(200.1);
  });
  it.skipIf(!hasPoppler)(`says in PDF what it says on paper, as another program reads it${NO_POPPLER}`, async () => {
    const { files } = await sheetFiles('pdf', { layouts: [sheet()], source: SOURCE, faces: await testFaces(), author: '', dpi: 300, keywords: [], project: null });
    const svg = readWith('pdftocairo', files[0].bytes, ['-svg', '#', '-']);
    const boxes = [...svg.matchAll(/<path[^>]*?\sd="([^"]+)"([^>]*)>/g)].map(([, d, rest]) => {
      const scale = Math.abs(Number(/matrix\(([^,]+),/.exec(rest)?.[1] ?? 1)), { width, height } = extent([...d.matchAll(/-?[\d.]+/g)].map(([value]) => Number(value)));
      return { width: width * scale * POINT, height: height * scale * POINT };
    });
    expect(boxes.some(({ width, height }) => Math.abs(width - 200) <= 0.1 && Math.abs(height - 39) <= 0.1)).toBe(true);
  });
  it('goes out as DXF in metres, one to one, a layer a kind of data', async () => {
    const model = cutSection(element.line, LAYERS, sectionContext({ focus: 'site' }), element.crs), bytes = sectionDxf(model, 'zh');
    const { layers } = await openSource([{ name: 'section.dxf', bytes }], {});
    const lines = layers.flatMap(({ name, features }) => features.flatMap(({ geometry }) => (geometry && geometry.type !== 'Point' ? [{ name, ...extent(JSON.stringify(geometry.type === 'GeometryCollection' ? [] : geometry.coordinates).match(/-?[\d.]+/g)!.map(Number)) }] : [])));
    const of = (name: string) => lines.filter((one) => one.name === name);
    expect(of('候选选址').some(({ width, height }) => Math.abs(width - 100) < 1e-3 && Math.abs(height - 7.8) < 1e-3)).toBe(true);
    expect(of('约束要素').some(({ width, height }) => Math.abs(width - 20) < 1e-3 && Math.abs(height - 6.5) < 1e-3)).toBe(true);
    expect(of('约束要素-埋深未知').length).toBeGreaterThan(0);
    expect(layers.map(({ name }) => name)).toEqual(expect.arrayContaining(['道路改造项目-道路红线', '尺寸标注', '竖向分层', '地面线']));
  });
});
