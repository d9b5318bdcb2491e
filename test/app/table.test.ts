import { describe, expect, test } from 'vitest';
import { tableColumns, tableRows } from '../../app/panels/table/columns.ts';
import type { SayCode } from '../../app/i18n/index.ts';
import { messages, say, type Layer, type PlanFeature, type Properties } from '../../geo/index.ts';

const sayCode: SayCode = (key, params, fallback) => (key in messages ? say(key, 'zh', params) : fallback ?? key);
const feature = (id: string, properties: Properties): PlanFeature => ({ type: 'Feature', id, properties: { id, ...properties }, geometry: { type: 'Point', coordinates: [113.57, 22.27] } });
const layer: Layer = {
  id: 'parking-facility', schema: 'parking-facility', name: '', features: [
    feature('P-1', { name: '云雀街', stalls: 50, kind: 'lot', openNight: true, fee: '5元/时' }),
    feature('P-2', { name: '海门路', stalls: null, kind: 'basement', openNight: null, fee: '免费' }),
    feature('P-10', { name: '北辰', stalls: 1234.5, kind: 'lot', openNight: false, fee: '免费' }),
  ],
};
const columns = tableColumns(layer, sayCode);
const column = (key: string) => columns.find((one) => one.key === key)!;
const ids = (filter: string, sorting: Parameters<typeof tableRows>[3] = null) => tableRows(layer.features, columns, filter, sorting).map(({ id }) => id);

test('the fields of the schema come first, then what else the file had', () => {
  expect(columns.map(({ key }) => key)).toEqual(['id', 'name', 'stalls', 'kind', 'openNight', 'fee']);
  expect(column('stalls')).toMatchObject({ label: '泊位数', unit: '个泊位', numeric: true });
});
test('codes are said in words, unknown is a dash, ids stay as they are', () => {
  expect(column('kind').show('basement')).toBe('地下停车库');
  expect([null, undefined, ''].map(column('stalls').show)).toEqual(['—', '—', '—']);
  expect(column('stalls').show(1234.4)).toBe('1,234');
  expect(column('id').show('lot')).toBe('lot');
});

describe('rows', () => {
  test('are those whose words, codes or numbers contain the text', () => {
    expect(ids('地下')).toEqual(['P-2']);
    expect(ids('LOT')).toEqual(['P-1', 'P-10']);
    expect(ids('1234')).toEqual(['P-10']);
    expect(ids(' ')).toHaveLength(3);
    expect(ids('没有')).toEqual([]);
  });
  test('are sorted by value, unknown last either way', () => {
    expect(ids('', { key: 'stalls', down: false })).toEqual(['P-1', 'P-10', 'P-2']);
    expect(ids('', { key: 'stalls', down: true })).toEqual(['P-10', 'P-1', 'P-2']);
    expect(ids('', { key: 'id', down: false })).toEqual(['P-1', 'P-2', 'P-10']);
  });
  test('stay in the layer as they were', () => {
    ids('', { key: 'stalls', down: true });
    expect(layer.features.map(({ id }) => id)).toEqual(['P-1', 'P-2', 'P-10']);
  });
});
