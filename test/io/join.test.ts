import { expect, test } from 'vitest';
import { joinTable } from '../../geo/io/join.ts';
import { matchFields, schemaOf, type Layer, type PlanFeature, type Properties } from '../../geo/index.ts';

const shelter = (id: string, properties: Properties): PlanFeature => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [113.5, 22.2] }, properties: { id, ...properties } });
const LAYER: Layer = { id: 'shelter', schema: 'shelter', name: '', features: [shelter('R1', { name: '云雀街', capacity: 100, stalls: null }), shelter('R2', { name: '海门路', capacity: 50, stalls: 10 }), shelter('R3', { name: '海门路', capacity: null, stalls: null })] };
function join(rows: Properties[], by: 'id' | 'name' = 'id') {
  const match = matchFields(schemaOf('shelter'), Object.keys(rows[0]), rows);
  return joinTable(LAYER, rows.map((properties) => ({ properties, geometry: null })), match, by);
}

test('a ledger updates what it names and says; what it leaves empty stays', () => {
  const { layer, counts, changed, issues } = join([{ 工程编号: 'R1', 掩蔽人数: '120人', 工程内车位数: '' }, { 工程编号: 'R2', 掩蔽人数: 50, 工程内车位数: 10 }]);
  expect(layer.features[0].properties).toMatchObject({ id: 'R1', name: '云雀街', capacity: 120, stalls: null });
  expect(layer.features.slice(1)).toEqual(LAYER.features.slice(1));
  expect(layer.features[0].geometry).toEqual(LAYER.features[0].geometry);
  expect(counts).toEqual({ read: 2, updated: 1, unchanged: 1, setAside: 0 });
  expect(changed).toEqual(['R1']);
  expect(issues).toEqual([]);
});
test('rows that name nothing, or the same again, are set aside and counted', () => {
  const { counts, rejected, issues } = join([{ 工程编号: 'R9', 掩蔽人数: 1 }, { 工程编号: 'R1', 掩蔽人数: 2 }, { 工程编号: 'R1', 掩蔽人数: 3 }, { 工程编号: null, 掩蔽人数: 4 }]);
  expect(counts).toEqual({ read: 4, updated: 1, unchanged: 0, setAside: 3 });
  expect(rejected.map((row) => row['掩蔽人数'])).toEqual([1, 3, 4]);
  expect(issues.map(({ code, rows }) => [code, rows])).toEqual([['join.unknown', [1, 4]], ['join.twice', [3]]]);
});
test('by name only where the name is one', () => {
  const { counts, issues, layer } = join([{ 工程名称: '云雀街', 掩蔽人数: 7 }, { 工程名称: '海门路', 掩蔽人数: 8 }], 'name');
  expect(layer.features[0].properties['capacity']).toBe(7);
  expect(counts.setAside).toBe(1);
  expect(issues.map(({ code }) => code)).toEqual(['join.ambiguous']);
});
test('a value out of range is an issue and overwrites nothing', () => {
  const { layer, issues } = join([{ 工程编号: 'R1', 掩蔽人数: -5 }]);
  expect(layer.features[0].properties['capacity']).toBe(100);
  expect(issues.map(({ code }) => code)).toEqual(['attribute.range']);
});
