import { describe, expect, it } from 'vitest';
import { drawSheet, FRESH_KINDS, freshElement, sheetFromText, sheetOnGround, templateText, UserError, type Layer, type MapFrame, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { FrameView } from '../../geo/layout/frame.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';
import { numbers } from '../support/numbers.ts';

const whole = (): SheetLayout => {
  const sheet = blankSheet({ layers: ['a'], grid: 0 }, [
    { id: 'i', kind: 'image', type: 'image/png', data: 'iVBORw0KGgo=', box: { x: 1, y: 1, width: 20, height: 20 } },
    { id: 't', kind: 'table', title: '表', rows: [['甲', '乙'], ['1', '2']], box: { x: 1, y: 1, width: 20, height: 20 } },
  ]);
  return { ...sheet, elements: [...sheet.elements, ...FRESH_KINDS.flatMap((kind) => freshElement(kind, sheet) ?? [])] };
};

describe('a template goes from office to office', () => {
  it('comes back as it was arranged, and tells nothing of project, place, people and figures', () => {
    const title = { id: 'head', kind: 'title' as const, box: { x: 1, y: 1, width: 90, height: 9 }, text: '机密市 · 人防工程布局图' };
    const sheet = { ...whole(), elements: [...whole().elements, title], titleBlock: { ...whole().titleBlock, project: '机密市', designer: '张三', reviewNumber: 'GS(2026)1', institute: '某院', sheetName: '人防' } };
    const text = templateText(sheet), back = sheetFromText(text);
    expect(text).not.toMatch(/机密市|张三|GS\(2026\)|114/);
    expect(back.elements.map(({ id, kind, box }) => ({ id, kind, box }))).toEqual(sheet.elements.map(({ id, kind, box }) => ({ id, kind, box })));
    expect(back.titleBlock).toMatchObject({ institute: '某院', sheetName: '人防', project: '' });
    expect(back.elements.find(({ id }) => id === 't')).toMatchObject({ rows: [['甲', '乙']] });
  });
  it('stands on the ground of the project that uses it', async () => {
    const lots: Layer = { id: 'lots', schema: 'parking-facility', name: '', features: [[114, 30], [114.02, 30.01]].map((coordinates, k) => ({ type: 'Feature', id: `p${k}`, geometry: { type: 'Point', coordinates }, properties: { id: `p${k}` } })) };
    const sheet = sheetOnGround(sheetFromText(templateText(blankSheet())), [lots], '某市');
    const frame = sheet.elements[0] as MapFrame, view = new FrameView(frame);
    expect(frame).toMatchObject({ crs: 'EPSG:4547', scale: 25_000 });
    for (const { geometry } of lots.features) {
      const [lon, lat] = (geometry as GeoJSON.Point).coordinates, [x, y] = view.fromDegrees(lon, lat);
      expect(x > frame.box.x && x < frame.box.x + frame.box.width && y > frame.box.y && y < frame.box.y + frame.box.height).toBe(true);
    }
    expect(sheet.titleBlock.project).toBe('某市');
  });
  it.each([
    ['centre', [999, 999]], ['centre', [114]], ['crs', 'foo'], ['scale', 0], ['grid', -1],
  ])('a map whose %s is %j is refused', (field, value) => {
    const file = JSON.parse(templateText(blankSheet())) as { sheet: { elements: Record<string, unknown>[] } };
    file.sheet.elements[0][field] = value;
    expect(() => sheetFromText(JSON.stringify(file))).toThrow(expect.objectContaining({ code: 'layout.template-damaged' }));
  });
  it.each([
    ['not JSON at all', 'layout.template-damaged'], ['[]', 'layout.template-foreign'], ['null', 'layout.template-foreign'], ['{"type":"FeatureCollection"}', 'layout.template-foreign'],
    [JSON.stringify({ type: 'undercroft-sheet-template', version: 2, sheet: blankSheet() }), 'layout.template-newer'], [JSON.stringify({ type: 'undercroft-sheet-template', version: 1, sheet: {} }), 'layout.template-damaged'],
  ])('%s is refused', (content, code) => {
    expect(() => sheetFromText(content)).toThrow(expect.objectContaining({ code }));
  });
  it('takes nothing that was not looked at', () => {
    const text = templateText(whole()).replace('"kind": "table",', '"kind": "table", "evil": 1,').replace('"type": "undercroft-sheet-template"', '"type": "undercroft-sheet-template", "__proto__": {"polluted": 1}');
    expect(JSON.stringify(sheetFromText(text))).not.toMatch(/evil|polluted/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it('either reads and draws a damaged file or says that it is damaged', async () => {
    const faces = await testFaces();
    const sound = templateText(whole()), next = numbers(11);
    const odd = ['null', '-1', '1e999', '""', '[]', '{}', '"x"', 'true', '99999999'];
    let refused = 0;
    for (let round = 0; round < 2000; round++) {
      const at = Math.floor(next() * sound.length);
      const content = round % 2 === 0 ? sound.slice(0, at) + String.fromCharCode(32 + Math.floor(next() * 90)) + sound.slice(at + 1) : sound.replace(/: (?:"[^"]*"|[\d.]+|true|false|null)/g, (value) => (next() < 0.02 ? `: ${odd[Math.floor(next() * odd.length)]}` : value));
      try {
        // What was read can be drawn, or says why not.
        drawSheet(sheetFromText(content), sheetSource([]), faces);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(200);
  });
});

describe('new elements', () => {
  it('stand on the paper with an id of their own; those of a map need one', () => {
    const sheet = whole();
    expect(new Set(sheet.elements.map(({ id }) => id)).size).toBe(sheet.elements.length);
    const empty = { ...sheet, elements: [] };
    expect(FRESH_KINDS.filter((kind) => freshElement(kind, empty) === null)).toEqual(['map', 'legend', 'scale-bar', 'north-arrow', 'overview']);
  });
});
