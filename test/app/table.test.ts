import { describe, expect, test } from 'vitest';
import { tableColumns, type Sorting } from '../../app/panels/table/columns.ts';
import { findRows, findSteps } from '../../app/panels/table/find-rows.ts';
import { inSlices, ordered, toEnd } from '../../app/panels/table/slices.ts';
import type { SayCode } from '../../app/i18n/index.ts';
import { messages, say, type Layer, type PlanFeature, type Properties } from '../../geo/index.ts';
import { numbers } from '../support/numbers.ts';

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
const ids = (filter: string, sorting: Sorting | null = null) => findRows(layer, columns, 'contains', filter, sorting).rows.map(({ id }) => id);

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

describe('a large layer, in slices', () => {
  const random = numbers(7), words = ['云雀街', '海门路', '北辰', 'B2', 'B10', 'b2', ''];
  const large: Layer = { ...layer, features: Array.from({ length: 3000 }, (_, i) => feature(`P-${i}`, { name: words[Math.floor(random() * words.length)], stalls: random() < 0.1 ? null : Math.floor(random() * 50) })) };
  const wordOrder = new Intl.Collator('zh-CN', { numeric: true });

  test.each([['name', false], ['name', true], ['stalls', false], ['stalls', true]] as const)('sorted by %s (down: %s) it is as a plain sort has it: equal values in their order, unknown ones last', async (key, down) => {
    const isUnknown = (one: PlanFeature) => one.properties[key] === null || one.properties[key] === '';
    const values = large.features.filter((one) => !isUnknown(one));
    const compare = (a: PlanFeature, b: PlanFeature) => (key === 'stalls' ? Number(a.properties[key]) - Number(b.properties[key]) : wordOrder.compare(String(a.properties[key]), String(b.properties[key]))) * (down ? -1 : 1);
    const expected = [...values.sort(compare), ...large.features.filter(isUnknown)].map(({ id }) => id);
    const found = await inSlices(findSteps(large, columns, 'contains', '', { key, down }), () => true);
    expect(Array.from(found!.at, (i) => large.features[i].id)).toEqual(expected);
  });
  test('filtered and sorted it holds the rows of the filter in the order of the whole', () => {
    const all = findRows(large, columns, 'contains', '', { key: 'stalls', down: true }).rows, some = findRows(large, columns, 'contains', '海门', { key: 'stalls', down: true }).rows;
    expect(some).toEqual(all.filter(({ properties }) => properties['name'] === '海门路'));
    expect(some.length).toBeGreaterThan(100);
  });
  test('what nobody waits for any more is not worked to its end', async () => {
    let steps = 0;
    function* endless(): Generator<void, never> { for (;;) { steps++; yield; } }
    expect(await inSlices(endless(), () => false)).toBeUndefined();
    expect(steps).toBeGreaterThan(0);
  });
  test('an order stops on its way often enough', () => {
    const list = Array.from({ length: 5000 }, () => Math.floor(random() * 1000));
    const steps = ordered(list, (a, b) => a - b);
    let stops = 0;
    while (!steps.next().done) stops++;
    expect(stops).toBeGreaterThan(100);
    expect(Array.from(toEnd(ordered(list, (a, b) => a - b)), (i) => list[i])).toEqual([...list].sort((a, b) => a - b));
  });
});
