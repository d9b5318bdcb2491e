import { describe, expect, it } from 'vitest';
import { DEFAULT_DEPTHS, depthContextOf, drawSheet, sheetFromTemplate, sheetFromText, sheetSource, templateText, type Layer, type MapFrame, type Mark, type SheetLayout } from '../../geo/index.ts';
import { strataIn } from '../../geo/layout/split.ts';
import { testFaces } from '../support/faces.ts';

const square = (id: string, lon: number, stratum: string | null) => ({
  type: 'Feature' as const, id, properties: { id, name: id, stratum },
  geometry: { type: 'Polygon' as const, coordinates: [[[lon, 30], [lon + 0.002, 30], [lon + 0.002, 30.002], [lon, 30.002], [lon, 30]]] },
});
const zones = (...strata: (string | null)[]): Layer => ({ id: 'underground-zone', schema: 'underground-zone', name: '', features: strata.map((stratum, i) => square(`z${i}`, 114 + i / 1000, stratum)) });
const sheet = (layers: Layer[], landscape = true): SheetLayout => sheetFromTemplate({ template: 'strata', paper: 'A3', landscape, language: 'zh', project: '甲', date: '2026-11-26', layers });
const maps = ({ elements }: SheetLayout) => elements.filter((element): element is MapFrame => element.kind === 'map');
const ids = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? [mark.id, ...ids(mark.marks)] : []));
const texts = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark.text] : []));

describe('a sheet by strata', () => {
  it('has a frame for each stratum that there is, shallow first, at one scale, side by side without touching', () => {
    const frames = maps(sheet([zones('deep', null, 'shallow', 'shallow')]));
    expect(frames.map(({ only }) => only?.values)).toEqual([['shallow'], ['deep'], [null]]);
    expect(new Set(frames.map(({ scale }) => scale)).size).toBe(1);
    for (const [i, a] of frames.entries()) for (const b of frames.slice(i + 1)) expect(a.box.x + a.box.width < b.box.x || a.box.y + a.box.height < b.box.y || b.box.x + b.box.width < a.box.x).toBe(true);
  });
  it('has one frame where there is one stratum', () => {
    expect(maps(sheet([zones('deep', 'deep')]))).toMatchObject([{ id: 'map' }]);
    expect(maps(sheet([zones('deep')]))[0].only).toBeUndefined();
  });
  it('draws in each only what belongs there, with its name, and explains all of it in one legend', async () => {
    const layers = [zones('shallow', 'deep')], made = sheet(layers);
    const source = sheetSource({ layers, scenarios: [], setAside: [], level: 'internal', language: 'zh', invented: false });
    const drawing = drawSheet(made, source, await testFaces());
    const group = (id: string): readonly Mark[] => { const find = (marks: readonly Mark[]): readonly Mark[] => marks.flatMap((mark) => (mark.kind !== 'group' ? [] : mark.id === id ? mark.marks : find(mark.marks))); return find(drawing.marks); };
    expect(ids(drawing.marks)).toEqual(expect.arrayContaining(['map-underground-zone', 'map-2-underground-zone']));
    expect(group('map-underground-zone').length).toBe(group('map-2-underground-zone').length);
    expect(texts(group('map-caption'))).toEqual(['浅层（0–15 m）']);
    expect(texts(group('legend'))).toEqual(expect.arrayContaining(['浅层', '深层']));
  });
  it('keeps its frames as a template', () => {
    const made = sheet([zones('shallow', 'deep')]);
    const again = sheetFromText(templateText(made));
    expect(maps(again).map(({ only }) => only)).toEqual(maps(made).map(({ only }) => only));
    expect(again.elements.find(({ kind }) => kind === 'legend')).toMatchObject({ also: ['map-2'] });
  });
  it('orders strata that it does not know after those it knows', () => {
    expect(strataIn([zones('第二层', null, 'deep', '第一层', 'shallow')], DEFAULT_DEPTHS).map((value) => (value === null || typeof value === 'string' ? value : value.code))).toEqual(['shallow', 'deep', '第一层', '第二层', null]);
  });
  describe('in the strata of the project', () => {
    const depths = depthContextOf({ strata: [{ code: 'L1', name: '管线层', from: 0, to: 6 }, { code: 'middle', name: null, from: 6, to: 25 }, { code: 'L3', name: null, from: 25, to: null }], grounds: [] });
    const at = (id: string, properties: Record<string, string | number | null>) => ({ ...square(id, 114, null), properties: { id, ...properties } });
    const layers: Layer[] = [{ id: 'underground-zone', schema: 'underground-zone', name: '', features: [
      at('by code', { stratum: 'L3' }), at('by name', { stratum: '管线层' }), at('by depth', { stratum: null, topDepth: 8, bottomDepth: 20 }), at('of none', { stratum: null }),
    ] }];
    const made = sheetFromTemplate({ template: 'strata', paper: 'A3', landscape: true, language: 'zh', project: '甲', date: '2026-11-26', layers, depths });
    it('has their frames, from the ground down, with their names and depths', () => {
      expect(maps(made).map(({ only }) => only?.values)).toEqual([['L1'], ['middle'], ['L3'], [null]]);
      expect(made.elements.flatMap((element) => (element.kind === 'text' ? [element.text] : []))).toEqual(['管线层（0–6 m）', '中层（6–25 m）', 'L3（25 m 以下）', '分层未注明']);
    });
    it('draws a zone in the frame of the stratum that it states or reaches down to, in a colour that the legend names', async () => {
      const source = sheetSource({ layers, scenarios: [], setAside: [], level: 'internal', language: 'zh', invented: false, depths });
      const { marks } = drawSheet(made, source, await testFaces());
      for (const id of ['map', 'map-2', 'map-3', 'map-4']) expect([id, ids(marks).filter((one) => one === `${id}-underground-zone`)]).toEqual([id, [`${id}-underground-zone`]]);
      expect(texts(marks)).toEqual(expect.arrayContaining(['管线层', '中层', 'L3', '其他']));
      const fills = source.layers[0].symbology.fill!;
      expect(fills.kind === 'category' && new Set(fills.rows.map(({ color }) => color)).size).toBe(3);
    });
  });
});
