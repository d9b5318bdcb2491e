import { describe, expect, it } from 'vitest';
import { openSource, proposeLayer, proposeMatch, readGeoJson } from '../../geo/io/index.ts';
import { schemaOf } from '../../geo/schema/index.ts';
import { point, polygon, proposed, square, textOf, type Row } from './reading.ts';

const line = { type: 'LineString', coordinates: [[113, 22], [113.1, 22]] };
const first = async (name: string, ...rows: Row[]) => (await proposed(textOf(...rows), name)).schemas[0];

describe('what a file seems to be', () => {
  it.each<[string, Row, string]>([
    ['停车场.geojson', [point(), { 名称: '甲', 泊位数: 12, 开放对象: '公共' }], 'parking-facility'], ['小区.geojson', [polygon(square()), { 户数: 300, 人口: 800 }], 'demand-unit'],
    ['人防工程2024.geojson', [point(), { 掩蔽面积: 900, 战时功能: '二等人员掩蔽' }], 'shelter'], ['道路改造计划.json', [line, { 红线宽度: 40, 计划开工: '2027-03-01' }], 'road-project'],
    ['规划图斑.geojson', [polygon(square()), { 管制分区: '适建', 竖向分层: '浅层' }], 'underground-zone'], ['地铁.geojson', [line, { 限制类型: '地铁结构', 净距: 5 }], 'constraint'],
    ['export.geojson', [point(), { 泊位数: 12, 开放对象: '公共', 夜间开放: '是' }], 'parking-facility'], ['boundary.geojson', [polygon(square())], 'boundary'],
  ])('%s', async (name, row, schema) => {
    const found = await first(name, row);
    expect(found.schema).toBe(schema);
    expect(found.confidence).toBeGreaterThan(0.45);
  });
  it('a ledger without places is told by its columns; shapes of which nothing speaks are shown as they are', async () => {
    const ledger = await openSource([{ name: '台账.csv', bytes: new TextEncoder().encode('工程编号,掩蔽面积,战时功能\nS1,900,二等人员掩蔽\n') }]);
    expect(proposeLayer(ledger, ledger.layers[0]).schemas[0]).toMatchObject({ schema: 'shelter' });
    expect((await first('export.geojson', [point()])).schema).toBe('reference');
  });
  it('is less sure of a file that says nothing, and never takes geometries that the schema does not', async () => {
    expect((await first('export.geojson', [point()])).confidence).toBeLessThan(0.2);
    const { schemas } = await proposed(textOf([line]), '小区.geojson');
    expect(schemas.find(({ schema }) => schema === 'demand-unit')!.confidence).toBe(0);
    expect(schemas.map(({ confidence }) => confidence)).toEqual(schemas.map(({ confidence }) => confidence).sort((a, b) => b - a));
    for (const { confidence } of schemas) expect(confidence).toBeLessThanOrEqual(1);
  });
});

describe('the proposal', () => {
  const rows: Row[] = [[point(), { a: 1 }], [line, { b: 2 }], [null, { a: 3, c: 4 }], [{ type: 'GeometryCollection', geometries: [null] }], [{ type: 'constructor' }], ...Array.from({ length: 20 }, (): Row => [polygon(square())])];
  it('counts features and kinds, lists all columns, shows ten rows as delivered', async () => {
    const { count, geometries, columns, preview } = await proposed(textOf(...rows), 'x.geojson');
    expect([count, geometries, columns]).toEqual([25, { point: 1, line: 1, none: 3, polygon: 20 }, ['a', 'b', 'c']]);
    expect(preview).toEqual([{ a: 1 }, { b: 2 }, { a: 3, c: 4 }, {}, {}, {}, {}, {}, {}, {}]);
  });
  it('is what reading does where nobody changes it', async () => {
    const text = textOf([point(), { 名称: '甲', 户数: 12, colour: 'red' }], [point(), { 名称: '乙', 户数: '8户' }]);
    const { columns, preview } = await proposed(text, 'x.geojson');
    const match = proposeMatch(columns, preview, schemaOf('demand-unit'));
    expect(readGeoJson(text, { schema: 'demand-unit', match })).toEqual(readGeoJson(text, { schema: 'demand-unit' }));
  });
});
