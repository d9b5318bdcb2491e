import { describe, expect, it } from 'vitest';
import { say, type Layer } from '../../../geo/index.ts';
import { gbkLetter } from '../../../geo/io/gbk.ts';
import { shapefile } from '../../../geo/io/formats/shapefile/index.ts';
import type { RawLayer, SourceFile } from '../../../geo/io/formats/types.ts';
import { unzip } from '../../../geo/io/zip.ts';
import { layerOf, pointAt, ring, SHAPES } from '../../support/layers.ts';
import { hasShared, sharedBytes } from '../../support/shared.ts';

const read = (...files: SourceFile[]) => shapefile.read!(files, {});
const loose = async (layers: readonly Layer[], options = {}): Promise<SourceFile[]> => (await unzip((await shapefile.write!(layers, options)).files[0].bytes)).map(({ path, bytes }) => ({ name: path, bytes }));
const codes = (layer: RawLayer) => layer.issues.map(({ code, params }) => [code, params['n']]);
const gbk = (text: string) => Uint8Array.from([...text].flatMap((letter) => gbkLetter(letter) ?? [0x3f]));

const ledger = layerOf('shelter', '人防工程', [
  [SHAPES.holed, { id: 'A-1', name: '中山路地下车库', floorArea: 3210.5, levels: 2, openForParking: true, sourceDate: '2024-06-01', remarks: null }],
  [SHAPES.pair, { id: 'A-2', name: '人民广场', floorArea: null, levels: null, openForParking: false, sourceDate: null, remarks: '换乘' }],
]);

describe('a layer that was written', () => {
  it.each(['utf-8', 'gbk'])('comes back in %s: letters, numbers, dates, yes and no, unknown as null', async (encoding) => {
    const [layer] = await read(...await loose([ledger], { encoding }));
    expect(layer.name).toBe('人防工程');
    expect(layer.encoding).toMatchObject({ encoding: encoding === 'gbk' ? 'gb18030' : 'utf-8', reason: 'cpg', confidence: 1 });
    expect(layer.crs?.code).toBe('EPSG:4490');
    const label = (key: string) => say(`field.${key}`, 'zh');
    expect(layer.features[0].properties).toMatchObject({ [label('id')]: 'A-1', [label('name')]: '中山路地下车库' });
    expect(Object.values(layer.features[0].properties)).toEqual(expect.arrayContaining([3210.5, 2, true, '2024-06-01']));
    expect(Object.values(layer.features[1].properties).filter((value) => value === null)).toHaveLength(3);
    expect(layer.features.map(({ geometry }) => geometry)).toEqual([SHAPES.holed, SHAPES.pair]);
  });
  it('is in the planning CRS where one is given, by the name that ArcGIS uses', async () => {
    const files = await loose([ledger], { crs: 'EPSG:4547' });
    const text = (ending: string) => new TextDecoder().decode(files.find(({ name }) => name.endsWith(ending))!.bytes);
    expect(text('.prj')).toContain('PROJCS["CGCS2000_3_Degree_GK_CM_114E"');
    expect(text('.cpg')).toBe('UTF-8');
    const [layer] = await read(...files);
    expect(layer.crs).toMatchObject({ code: 'EPSG:4547', reason: 'stated' });
    const [x, y] = (layer.features[0].geometry as { coordinates: number[][][] }).coordinates[0][0];
    expect([x, y].map(Math.round)).toEqual([510290, 2489171]);
  });
  it('is one file a kind of geometry', async () => {
    const mixed = layerOf('constraint', '限制', [[SHAPES.holed, { id: 'a' }], [SHAPES.line, { id: 'b' }], [SHAPES.point, { id: 'c' }], [{ type: 'GeometryCollection', geometries: [SHAPES.line, SHAPES.point] }, { id: 'd' }]]);
    const { files, issues } = await shapefile.write!([mixed], {});
    expect((await read(...files)).map(({ name, features }) => [name, features.length])).toEqual([['限制_point', 1], ['限制_line', 1], ['限制_polygon', 1]]);
    expect(issues.map(({ code, rows }) => [code, rows])).toContainEqual(['write.geometry-left-out', [4]]);
  });
  it('says which names were cut, and reads them back in full from the table beside it', async () => {
    const { files, issues } = await shapefile.write!([layerOf('demand-unit', '小区', [[SHAPES.point, { id: 'u', 登记机动车数量: 12, 登记机动车总数: 14 }]])], {});
    expect(issues.find(({ code }) => code === 'shapefile.name-cut')!.params).toMatchObject({ n: 2, name: '登记机动车数量', short: '登记机', file: '小区.fields.csv' });
    const entries = await unzip(files[0].bytes);
    const [bare] = await read(...entries.filter(({ path }) => !path.endsWith('.csv')).map(({ path, bytes }) => ({ name: path, bytes })));
    expect(bare.columns.slice(-2)).toEqual(['登记机', '登记_2']);
    const [whole] = await read(...files);
    expect(whole.columns.slice(-2)).toEqual(['登记机动车数量', '登记机动车总数']);
  });
  it('loses nothing in silence', async () => {
    const long = '地'.repeat(100);
    const odd = layerOf('demand-unit', 'odd', [[SHAPES.point, { id: '1', remarks: long, 生僻: '𠮷野', big: 1e30, fine: 1 / 3 }], [SHAPES.point, { id: '2', remarks: null, 生僻: null, big: 12345, fine: 123456 }]]);
    const { files, issues } = await shapefile.write!([odd], { encoding: 'gbk' });
    expect(Object.fromEntries(issues.map(({ code, params }) => [code, params['n']]))).toMatchObject({ 'shapefile.letters': 1, 'shapefile.number-lost': 1, 'shapefile.number-rounded': 1 });
    const [layer] = await read(...files);
    expect(layer.features[0].properties).toMatchObject({ 生僻: '?野', big: null });
    expect(layer.features[0].properties['fine']).toBeCloseTo(1 / 3, 12);
    const cut = await shapefile.write!([odd], {});
    expect(cut.issues.find(({ code }) => code === 'shapefile.text-cut')?.params).toMatchObject({ n: 1 });
    expect(Object.values((await read(...cut.files))[0].features[0].properties)).toContain('地'.repeat(84));
  });
  it('is the same bytes each time', async () => {
    expect(await shapefile.write!([ledger], {})).toEqual(await shapefile.write!([ledger], {}));
  });
  it('is refused in an encoding that nobody asked for', async () => {
    await expect(shapefile.write!([ledger], { encoding: 'big5' })).rejects.toMatchObject({ code: 'format.encoding' });
  });
});

describe('encodings', () => {
  const files = async (encoding: string, change: (files: SourceFile[]) => SourceFile[]) => (await read(...change(await loose([ledger], { encoding }))))[0];
  const dropCpg = (from: SourceFile[]) => from.filter(({ name }) => !name.endsWith('.cpg'));
  const language = (byte: number) => (from: SourceFile[]) => dropCpg(from).map((file) => (file.name.endsWith('.dbf') ? { ...file, bytes: file.bytes.with(29, byte) } : file));
  const cpg = (text: string) => (from: SourceFile[]) => [...dropCpg(from), { name: '人防工程.cpg', bytes: new TextEncoder().encode(text) }];

  it('come from the .cpg, the language byte, or the values, in this order', async () => {
    expect((await files('gbk', (all) => all)).encoding?.reason).toBe('cpg');
    expect((await files('gbk', dropCpg)).encoding).toMatchObject({ encoding: 'gb18030', reason: 'language-byte' });
    expect((await files('gbk', language(0))).encoding).toMatchObject({ encoding: 'gb18030', reason: 'detected' });
    expect((await files('utf-8', language(0x57))).encoding).toMatchObject({ encoding: 'utf-8', reason: 'detected', confidence: 0.99 });
    const given = await shapefile.read!(await loose([ledger]), { encoding: 'latin1' });
    expect(given[0].encoding).toMatchObject({ encoding: 'windows-1252', reason: 'given' });
  });
  it('are doubted where what is stated cannot be', async () => {
    const layer = await files('gbk', cpg('UTF-8'));
    expect(layer.encoding).toMatchObject({ encoding: 'utf-8', reason: 'cpg', confidence: 0.5 });
    expect(codes(layer)).toContainEqual(['shapefile.encoding-doubt', 1]);
    expect((await files('gbk', cpg('nonsense'))).encoding?.reason).toBe('language-byte');
  });
});

/** A .dbf by hand: columns of name, type, length, then records as text. */
function dbf(columns: readonly [Uint8Array, string, number, number?][], records: readonly Uint8Array[]): Uint8Array {
  const size = 1 + columns.reduce((sum, [, , length]) => sum + length, 0), head = 33 + columns.length * 32;
  const bytes = new Uint8Array(head + records.length * size).fill(0x20, head), view = new DataView(bytes.buffer);
  bytes[0] = 3; bytes[head - 1] = 0x0d;
  view.setUint32(4, records.length, true); view.setUint16(8, head, true); view.setUint16(10, size, true);
  columns.forEach(([name, type, length, decimals = 0], i) => { bytes.set(name, 32 + i * 32); bytes[43 + i * 32] = type.charCodeAt(0); bytes[48 + i * 32] = length; bytes[49 + i * 32] = decimals; });
  records.forEach((record, i) => bytes.set(record, head + i * size));
  return bytes;
}
/** A .shp of records of raw content. */
function shp(type: number, contents: readonly DataView[]): Uint8Array {
  const bytes = new Uint8Array(100 + contents.reduce((sum, content) => sum + 8 + content.byteLength, 0)), view = new DataView(bytes.buffer);
  view.setInt32(0, 9994); view.setInt32(24, bytes.length / 2); view.setInt32(28, 1000, true); view.setInt32(32, type, true);
  let at = 100;
  contents.forEach((content, i) => { view.setInt32(at, i + 1); view.setInt32(at + 4, content.byteLength / 2); bytes.set(new Uint8Array(content.buffer), at + 8); at += 8 + content.byteLength; });
  return bytes;
}
function pointRecord(type: number, ...values: number[]): DataView {
  const view = new DataView(new ArrayBuffer(4 + values.length * 8));
  view.setInt32(0, type, true);
  values.forEach((value, i) => view.setFloat64(4 + i * 8, value, true));
  return view;
}
function polygonRecord(...rings: number[][][]): DataView {
  const points = rings.flat(), view = new DataView(new ArrayBuffer(44 + rings.length * 4 + points.length * 16));
  view.setInt32(0, 5, true); view.setInt32(36, rings.length, true); view.setInt32(40, points.length, true);
  let first = 0;
  rings.forEach((one, i) => { view.setInt32(44 + i * 4, first, true); first += one.length; });
  points.forEach(([x, y], i) => { view.setFloat64(44 + rings.length * 4 + i * 16, x, true); view.setFloat64(52 + rings.length * 4 + i * 16, y, true); });
  return view;
}
const ascii = (text: string) => new TextEncoder().encode(text);
const NULL = pointRecord(0);

describe('tables as other programs write them', () => {
  const columns: [Uint8Array, string, number][] = [[gbk('机动车泊位'), 'N', 9], [ascii('day'), 'D', 8], [ascii('open'), 'L', 1], [gbk('机动车泊位'), 'C', 8]];
  it('have blanks for unknown, dates, logicals, asterisks, deleted rows, a name twice', async () => {
    const rows = ['        12' + '20240601' + 'T', ' *********' + '        ' + '?', '*       99' + '20240101' + 'F', '     1,5  ' + '00000000' + 'n', '       x1 ' + '2024年' + ' '].map(gbk);
    const table = dbf(columns, rows.map((row, i) => (i === 0 ? Uint8Array.from([...row, ...gbk('模')]) : row)));
    const [layer] = await read({ name: 'a.dbf', bytes: table });
    expect(layer.columns).toEqual(['机动车泊位', 'day', 'open', '机动车泊位_2']);
    expect(layer.features.map(({ properties }) => Object.values(properties))).toEqual([[12, '2024-06-01', true, '模'], [null, null, null, null], [1.5, null, false, null], [null, '2024年', null, null]]);
    expect(codes(layer)).toEqual([['shapefile.number', 1], ['shapefile.no-shp', 1], ['shapefile.deleted', 1]]);
  });
  it('are read as far as they go', async () => {
    const whole = dbf([[ascii('a'), 'C', 4]], [ascii(' one'), ascii(' two'), ascii(' 3')]);
    const [layer] = await read({ name: 'a.dbf', bytes: whole.slice(0, -3) });
    expect(layer.features.map(({ properties }) => properties['a'])).toEqual(['one', 'two']);
    expect(layer.issues[0]).toMatchObject({ code: 'shapefile.dbf-cut', params: { read: 2, stated: 3 } });
  });
  it('have no column that changes what objects are', async () => {
    const [layer] = await read({ name: 'a.dbf', bytes: dbf([[ascii('__proto__'), 'C', 4]], [ascii(' bad')]) });
    expect(layer.features[0].properties).toEqual({ 'column 1': 'bad' });
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
  });
});

describe('shapes as other programs write them', () => {
  const geometries = async (type: number, ...contents: DataView[]) => { const [layer] = await read({ name: 'a.shp', bytes: shp(type, contents) }); return { found: layer.features.map(({ geometry }) => geometry), codes: codes(layer).filter(([code]) => code !== 'shapefile.no-dbf') }; };

  it('without geometry are null', async () => {
    expect((await geometries(1, pointRecord(1, 3, 4), NULL)).found).toEqual([pointAt(3, 4), null]);
  });
  it('with heights and measures lie in the plane, and it is said', async () => {
    expect(await geometries(11, pointRecord(11, 3, 4, 50, 0), pointRecord(11, 5, 6, 51, 0))).toEqual({ found: [pointAt(3, 4), pointAt(5, 6)], codes: [['shapefile.flattened', 2]] });
    expect((await geometries(21, pointRecord(21, 3, 4, 7))).found).toEqual([pointAt(3, 4)]);
  });
  it('have their holes in the shell around them, whatever the order, and are wound as RFC 7946 wants', async () => {
    const { found } = await geometries(5, polygonRecord(ring(2, 2, 1), ring(0, 0, 10, true), ring(20, 0, 10, true), ring(22, 2, 6), ring(23, 3, 2, true)));
    expect(found).toEqual([{ type: 'MultiPolygon', coordinates: [[ring(0, 0, 10), ring(2, 2, 1, true)], [ring(20, 0, 10), ring(22, 2, 6, true)], [ring(23, 3, 2)]] }]);
  });
  it('that were all wound the wrong way are shells', async () => {
    expect((await geometries(5, polygonRecord(ring(0, 0, 1), ring(5, 0, 1)))).found[0]).toMatchObject({ type: 'MultiPolygon' });
  });
  it('that contradict themselves are set aside, the others kept', async () => {
    const broken = polygonRecord(ring(0, 0, 1)), backward = polygonRecord(ring(0, 0, 1), ring(0, 0, 1));
    broken.setInt32(40, 1_000_000, true);
    backward.setInt32(48, -4, true);
    expect(await geometries(5, broken, backward, polygonRecord(ring(0, 0, 1)))).toMatchObject({ found: [null, null, { type: 'Polygon' }], codes: [['shapefile.bad-shape', 2]] });
  });
  it('of bodies are refused with the reason', async () => {
    await expect(read({ name: 'a.shp', bytes: shp(31, []) })).rejects.toMatchObject({ code: 'shapefile.multipatch' });
  });
  it('are matched with rows in order, and a difference is said', async () => {
    const [layer] = await read({ name: 'a.shp', bytes: shp(1, [pointRecord(1, 3, 4)]) }, { name: 'a.dbf', bytes: dbf([[ascii('a'), 'C', 4]], [ascii(' one'), ascii(' two')]) });
    expect(layer.features.map(({ geometry, properties }) => [geometry?.type, properties['a']])).toEqual([['Point', 'one'], [undefined, 'two']]);
    expect(codes(layer)).toEqual([['shapefile.unequal', 1]]);
  });
});
it.each([
  ['GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]', 'shapefile.prj-datum'],
  ['nonsense', 'shapefile.prj-unlisted'],
])('a .prj that cannot be followed leaves the CRS to the user: %s', async (prj, code) => {
  const files = (await loose([ledger])).map((file) => (file.name.endsWith('.prj') ? { ...file, bytes: ascii(prj) } : file));
  const [layer] = await read(...files);
  expect([layer.crs, codes(layer)]).toEqual([null, [[code, 1]]]);
});

describe('files that are none', () => {
  it.each<[string, SourceFile[], string]>([
    ['nothing', [{ name: 'a.shp', bytes: new Uint8Array(0) }], 'file.empty'],
    ['text', [{ name: 'a.shp', bytes: ascii('this is not a shapefile') }], 'shapefile.damaged'],
    ['only a projection', [{ name: 'a.prj', bytes: ascii('PROJCS[]') }], 'shapefile.none'],
    ['a table without columns', [{ name: 'a.dbf', bytes: new Uint8Array(40) }], 'shapefile.damaged'],
  ])('%s', async (_, files, code) => {
    await expect(read(...files)).rejects.toMatchObject({ name: 'UserError', code });
  });
  it('are told from shapefiles by their first bytes', async () => {
    const { files } = await shapefile.write!([ledger], {});
    expect(shapefile.sniff(files[0])).toBe(true);
    expect(shapefile.sniff({ name: 'x', bytes: shp(1, []) })).toBe(true);
    expect(shapefile.sniff({ name: 'x.shp', bytes: ascii('{"type":"FeatureCollection"}'.padEnd(120)) })).toBe(false);
  });
});

const HONG_KONG = 'data/hong-kong-parking/parking-gbk-4526.zip';
describe.skipIf(!hasShared(HONG_KONG))('the car parks of Hong Kong in GBK, without a .cpg', () => {
  it('are read whole', async () => {
    const [layer] = await read({ name: 'parking.zip', bytes: sharedBytes(HONG_KONG) });
    expect([layer.name, layer.features.length, layer.issues]).toEqual(['停车设施', 1150, []]);
    expect(layer.columns).toEqual(['停车设施编', '停车设施名', '所属行政区', '机动车泊位', '设施类型']);
    expect(layer.encoding).toMatchObject({ encoding: 'gb18030', reason: 'detected' });
    expect(layer.encoding!.confidence).toBeGreaterThan(0.7);
    expect(layer.crs?.code).toBe('EPSG:4526');
    expect(layer.features[0].properties).toEqual({ 停车设施编: 'P0001', 停车设施名: '路旁泊車位 - 新娘潭路', 所属行政区: '大埔', 机动车泊位: 18, 设施类型: '路旁泊車位 - 不收費' });
  });
});
