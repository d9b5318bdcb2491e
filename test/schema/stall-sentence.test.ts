import { expect, test } from 'vitest';
import { matchFields, SCHEMAS } from '../../geo/schema/index.ts';
import { readGeoJson } from '../../geo/io/index.ts';
import { stallsInSentence } from '../../geo/schema/stall-sentence.ts';

test.each<[string, number | null]>([
  ['不收費用的泊車位數目：巴士:3, 汽車 / 小型貨車:34', 34], ['設有停車收費錶的泊車位數目：汽車 / 小型貨車:14,', 14], ['汽車:12', 12], ['私家車:8，小型車：4', 12], ['cars: 5; motorcycles: 3', 5],
  ['不收費用的泊車位數目：電單車:10', 0], ['殘疾人士:1, 貨車通宵:4', 0],
  ['約 30 個', null], ['飛機:2', null], ['汽車:many', null], ['汽車', null], ['', null], ['泊車位數目：', null], ['汽車:12, 其他', null],
])('%j holds %j stalls for cars', (text, stalls) => expect(stallsInSentence(text)).toBe(stalls));

const lot = (properties: Record<string, unknown>) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [114.2, 22.4] } });
const read = (...rows: Record<string, unknown>[]) => readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: rows.map(lot) }), { schema: 'parking-facility' });

test('columns that each hold a part of the stalls are added up, and what they said is kept', () => {
  const { layer, issues } = read({ 收費泊位: '汽車:6, 電單車:2', 免費泊位: '' }, { 收費泊位: '汽車:6', 免費泊位: '汽車:10' }, { 收費泊位: null, 免費泊位: null }, { 收費泊位: '汽車:6', 免費泊位: '?' });
  expect(layer.features.map(({ properties }) => properties['stalls'])).toEqual([6, 16, null, null]);
  expect(layer.features[0].properties['stalls.asDelivered']).toBe('汽車:6, 電單車:2');
  expect(layer.features[1].properties['stalls.asDelivered']).toBe('汽車:6; 汽車:10');
  expect(issues.find(({ code }) => code === 'attribute.type')).toMatchObject({ field: 'stalls', rows: [4] });
});

test('a column with the whole count goes before its parts', () => {
  const match = matchFields(SCHEMAS['parking-facility'], ['地上车位', '泊位数', '地下车位'], []);
  expect(match.map(({ field, reason }) => [field, reason])).toEqual([[null, 'taken'], ['stalls', 'alias'], [null, 'taken']]);
  expect(read({ 地上车位: 10, 泊位数: 50, 地下车位: 40 }).layer.features[0].properties['stalls']).toBe(50);
  expect(read({ 地上车位: 10, 地下车位: 40 }).layer.features[0].properties['stalls']).toBe(50);
});
