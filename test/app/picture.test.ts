import { describe, expect, test } from 'vitest';
import { scaleBar } from '../../app/map/picture/scale-bar.ts';
import { highestSecrecy, sheetContent } from '../../app/map/picture/sheet-content.ts';
import { EMPTY, type ProjectDocument, type Run } from '../../app/state/document.ts';
import type { SayCode } from '../../app/i18n/index.ts';
import { messages, say, type Layer, type SchemaId } from '../../geo/index.ts';

const sayCode: SayCode = (key, params, fallback) => (key in messages ? say(key, 'zh', params) : fallback ?? `${key}${params ? JSON.stringify(params) : ''}`);
const layer = (schema: SchemaId, ...secrecy: (string | null)[]): Layer => ({
  id: schema, schema, name: '', features: secrecy.map((level, i) => ({ type: 'Feature', id: String(i), properties: { secrecy: level }, geometry: { type: 'Point', coordinates: [113.57, 22.27] } })),
});
const documentWith = (...layers: Layer[]): ProjectDocument => ({ ...EMPTY, layers: layers.map((one) => ({ layer: one, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 0, kept: 0, fixed: 0, setAside: 0 } })) });
const context = { language: 'zh', sayCode, date: '2026-11-24', centre: [113.57, 22.27] } as const;
const view = { hidden: {}, opacity: {}, order: [], colourBy: {} };

describe('the secrecy of a sheet', () => {
  const shelters = layer('shelter', 'internal', null, 'secret'), lots = layer('parking-facility', 'public', 'internal');
  test('is the highest level of what is shown', () => {
    expect(highestSecrecy(documentWith(shelters, lots), [lots])).toBe('internal');
    expect(highestSecrecy(documentWith(shelters, lots), [lots, shelters])).toBe('secret');
  });
  test('is not made up where the data says nothing', () => expect(highestSecrecy(EMPTY, [layer('boundary', null)])).toBe('none'));
  test('of a result is that of what it was made from', () => {
    const result = layer('shortage-area', null);
    const run: Run = { id: 'r', analysis: 'a', version: 1, scenario: null, params: {}, inputs: { shelters }, layers: { 'shortage-areas': result }, indicators: [], issues: [], reckoning: { text: new Blob([]), places: {} } };
    expect(highestSecrecy({ ...EMPTY, runs: [run] }, [result])).toBe('secret');
  });
  test('counts no layer that is hidden', () => {
    const content = sheetContent(documentWith(shelters, lots), { ...view, hidden: { shelter: true } }, context);
    expect(content.secrecy).toContain('internal');
    expect(content.legend.map(({ title }) => title)).toEqual(['停车设施']);
  });
});

test('the sheet names its planning CRS and says when the city is invented', () => {
  const content = sheetContent({ ...documentWith(layer('boundary', null)), invented: true }, view, context);
  expect(content.notes[0]).toContain('EPSG:4547');
  expect(content.invented).not.toBeNull();
  expect(sheetContent(EMPTY, view, context).invented).toBeNull();
});

test('the scale bar is the longest round length that fits', () => {
  // A hundredth of a degree along the equator is 1113.2 m.
  expect(scaleBar([0, 0], [0.01, 0], 100, 160)).toEqual({ length: expect.closeTo(89.83, 1) as number, label: '1 km' });
  expect(scaleBar([0, 0], [0.001, 0], 100, 160).label).toBe('100 m');
  expect(scaleBar([0, 0], [0.01, 0], 100, 200).label).toBe('2 km');
});
