import { describe, expect, it } from 'vitest';
import { matchFields, schemaOf } from '../../geo/schema/index.ts';
import { readGeoJson } from '../../geo/io/index.ts';
import { point, read, textOf, told } from './reading.ts';

it('a number beyond 2^53 for an id has lost its last digits, and that is told', () => {
  const text = textOf([point(), {}, 7], [point(), {}, 8]).replace('"id":8', '"id":12345678901234567891');
  expect(readGeoJson(text, { schema: 'demand-unit' }).issues).toMatchObject([{ code: 'id.rounded', severity: 'warning', rows: [2], params: { id: '12345678901234567000' } }]);
});

describe('attributes', () => {
  it('negative stalls are unknown, kept beside the field, and told with row and range', () => {
    const result = read('parking-facility', [point(), { id: 'a', stalls: 10 }], [point(), { id: 'b', stalls: -5 }], [point(), { id: 'c', stalls: '-8' }]);
    expect(result.issues).toEqual([{ code: 'attribute.range', severity: 'warning', layer: 'parking-facility', features: ['b', 'c'], rows: [2, 3], field: 'stalls', params: { field: 'stalls', given: '-5', min: 0, max: '∞', row: 2, n: 2 } }]);
    expect(result.layer.features.map(({ properties }) => properties['stalls'])).toEqual([10, null, null]);
    expect(result.layer.features.map(({ properties }) => properties['stalls.asDelivered'])).toEqual([undefined, -5, '-8']);
    expect(result.counts).toEqual({ read: 3, kept: 3, fixed: 0, setAside: 0 });
  });
  it('0 is a demand like any other', () => {
    const result = read('demand-unit', [point(), { id: 'a', demandNight: 0, households: '0' }]);
    expect(result.issues).toEqual([]);
    expect(result.layer.features[0].properties).toMatchObject({ demandNight: 0, households: 0, demandDay: null });
  });
  it('what is no number, choice, date or yes and no is one issue a field', () => {
    const result = read('shelter', [point(), { id: 'a', floorArea: 'large', completed: 'soon', wartimeFunction: 'hall', openForParking: 'maybe' }], [point(), { id: 'b', floorArea: 'small' }]);
    expect(result.issues.map(({ code, field, rows }) => [code, field, rows])).toEqual([
      ['attribute.type', 'floorArea', [1, 2]], ['attribute.date', 'completed', [1]], ['attribute.choice', 'wartimeFunction', [1]], ['attribute.type', 'openForParking', [1]],
    ]);
    expect(result.layer.features[0].properties).toMatchObject({ floorArea: null, 'floorArea.asDelivered': 'large', 'completed.asDelivered': 'soon', 'wartimeFunction.asDelivered': 'hall' });
  });
  it('markup in names and remarks stays text, letter for letter', () => {
    const name = '<img src=x onerror="alert(1)">&amp;\u202e', remarks = '<script>fetch("//x")</script>';
    const { layer, issues } = read('demand-unit', [point(), { id: '<b>1</b>', name, remarks }]);
    expect(layer.features[0]).toMatchObject({ id: '<b>1</b>', properties: { id: '<b>1</b>', name, remarks } });
    expect(issues).toEqual([]);
  });
  it('long values are shortened in the issue only', () => {
    const long = 'x'.repeat(5000);
    const { layer, issues } = read('demand-unit', [point(), { id: 'a', households: long }]);
    expect(String(issues[0].params['given'])).toHaveLength(40);
    expect(layer.features[0].properties['households.asDelivered']).toBe(long);
  });
});

describe('columns', () => {
  it('nobody asked for stay as they are, whatever their names', () => {
    const odd = { colour: 'red', constructor: 1, toString: 'a', hasOwnProperty: null, 'a.b': { c: [1, 2] } };
    expect(read('demand-unit', [point(), { id: 'a', ...odd }]).layer.features[0].properties).toMatchObject(odd);
  });
  it('that another column pushed out are kept beside the field', () => {
    const result = read('parking-facility', [point(), { id: 'a', stalls: 'see plan', 泊位数: 40 }]);
    expect(result.layer.features[0].properties).toMatchObject({ stalls: 40, 'stalls.asDelivered': 'see plan' });
  });
  it('follow the match that the user confirmed', () => {
    const match = matchFields(schemaOf('demand-unit'), ['户数', 'a'], []).map((row) => (row.column === 'a' ? { ...row, field: 'population' } : { ...row, field: null }));
    const { layer } = readGeoJson(textOf([point(), { 户数: 7, a: 20 }]), { schema: 'demand-unit', match });
    expect(layer.features[0].properties).toMatchObject({ population: 20, households: null, 户数: 7 });
  });
  it('that are absent are unknown, never 0', () => {
    const { properties } = read('demand-unit', [point()]).layer.features[0];
    for (const { name } of schemaOf('demand-unit').fields.filter((field) => field.name !== 'id')) expect(properties[name]).toBeNull();
  });
});

describe('ids', () => {
  it('that repeat get a suffix, with the row of the first', () => {
    const result = read('demand-unit', [point(), { id: 'a' }], [point(), { id: 'b' }], [point(), { id: 'a' }], [point(), { id: 'a' }]);
    expect(result.layer.features.map(({ id }) => id)).toEqual(['a', 'b', 'a~2', 'a~3']);
    expect(result.issues).toMatchObject([{ code: 'id.duplicate', severity: 'warning', rows: [3, 4], features: ['a~2', 'a~3'], params: { id: 'a', first: 1, n: 2 } }]);
  });
  it('that are made never take an id that a later row has', () => {
    const ids = read('demand-unit', [point(), { id: '2' }], [point()], [point(), { id: 'a' }], [point(), { id: 'a~2' }], [point(), { id: 'a' }]).layer.features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });
  it('come from the id column, else from the feature, else from the row, always as text', () => {
    const result = read('demand-unit', [point(), { 编号: 7 }, 'x'], [point(), {}, 12], [point(), { 编号: ' ' }]);
    expect(result.layer.features.map(({ id, properties }) => [id, properties['id']])).toEqual([['7', '7'], ['12', '12'], ['3', '3']]);
    expect(result.issues).toMatchObject([{ code: 'id.missing', severity: 'info', rows: [3] }]);
  });
});

describe('secrecy', () => {
  it('command works are counted and nothing else of them is kept', () => {
    const result = read('shelter', [point(), { id: 'secret', name: '甲', wartimeFunction: '指挥所', floorArea: 'n' }], [point(), { id: 'b', wartimeFunction: '二等人员掩蔽' }]);
    expect(result.counts).toEqual({ read: 1, kept: 1, fixed: 0, setAside: 0 });
    expect(told(result)).toEqual([{ code: 'secrecy.command-works', severity: 'info', layer: 'shelter', features: [], params: { n: 1 } }]);
    expect(JSON.stringify(result)).not.toContain('甲');
  });
});
