import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../geo/io/formats/table.ts';
import { ASK, crsByCode, EXTENSIONS, groupFiles, isReadable, matchFields, openSource, proposeLayer, readLayer, schemaOf, type FormatId, type SourceFile } from '../../geo/index.ts';
import { hasShared, sharedBytes } from '../support/shared.ts';

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const LEDGER = '某市停车场台账,,,\n编号,名称,X坐标,Y坐标,泊位数\nP1,甲,2463836.7364,38456372.291,12\nP2,乙,2463840,38456380,8\n合计,,,,20\n';

describe('a ledger in survey coordinates', () => {
  test('is read with north first, in the zone that its eastings name, and its rows add up', async () => {
    const source = await openSource([file('停车场.csv', LEDGER)]);
    const proposal = proposeLayer(source, source.layers[0]);
    expect([proposal.format, proposal.count, proposal.junkRows]).toEqual(['csv', 2, 2]);
    expect([...proposal.placeColumns].sort()).toEqual(['X坐标', 'Y坐标']);
    expect(proposal.crs[0]).toMatchObject({ code: 'EPSG:4526', swapped: true });
    expect(proposal.crs[0].confidence).toBeGreaterThanOrEqual(ASK);
    expect(proposal.schemas[0].schema).toBe('parking-facility');
    const { layer, counts, issues } = readLayer(source.layers[0], { schema: 'parking-facility', crs: 'EPSG:4526', swapped: true });
    expect(counts).toEqual({ read: 2, kept: 2, fixed: 0, setAside: 0 });
    const [lon, lat] = (layer.features[0].geometry as { coordinates: number[] }).coordinates;
    // oracles.json: EPSG:4547, with the zone number 38 before the easting.
    expect(lon).toBeCloseTo(113.5767, 8);
    expect(lat).toBeCloseTo(22.2707, 8);
    expect(layer.features[0].properties).toMatchObject({ id: 'P1', name: '甲', stalls: 12 });
    expect(issues.map(({ code }) => code)).toEqual(['table.junk', 'crs.converted']);
    expect(issues.every((one) => one.layer === 'parking-facility')).toBe(true);
  });
  test('without a zone number is asked about, unless the project lies in one', async () => {
    const source = await openSource([file('a.csv', LEDGER.replaceAll('38456', '456'))]);
    expect(proposeLayer(source, source.layers[0]).crs[0].confidence).toBeLessThan(ASK);
    const near = proposeLayer(source, source.layers[0], [113.4, 22.1, 113.7, 22.4]).crs[0];
    expect([near.code, near.swapped, near.reason]).toEqual(['EPSG:4547', true, 'near']);
  });
  test('that names no place is a table to be joined', async () => {
    const source = await openSource([file('a.csv', '工程编号,掩蔽人数\nR1,100\n')]);
    const proposal = proposeLayer(source, source.layers[0]);
    expect([proposal.crs, proposal.geometries]).toEqual([[], { none: 1 }]);
  });
});

describe('GeoJSON', () => {
  test('in the plane that it names is read into degrees', async () => {
    const [x, y] = crsByCode('EPSG:4547').fromDegrees(113.5767, 22.2707);
    const text = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } }, features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [x, y] } }] });
    const source = await openSource([file('a.geojson', text)]);
    expect(proposeLayer(source, source.layers[0]).crs[0]).toMatchObject({ code: 'EPSG:4547', reason: 'stated' });
    const { layer } = readLayer(source.layers[0], { schema: 'parking-facility', crs: 'EPSG:4547' });
    expect((layer.features[0].geometry as { coordinates: number[] }).coordinates[0]).toBeCloseTo(113.5767, 9);
  });
  test('that says nothing is in degrees, even where a row has its axes swapped; metres are asked about', async () => {
    const of = (...points: number[][]) => openSource([file('a.geojson', JSON.stringify({ type: 'FeatureCollection', features: points.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })) }))]);
    const mixed = await of([113.5, 22.2], [22.2, 113.5]);
    expect(proposeLayer(mixed, mixed.layers[0]).crs[0]).toMatchObject({ code: 'EPSG:4490', swapped: false, reason: 'stated' });
    const metres = await of([456372, 2463836]);
    expect(proposeLayer(metres, metres.layers[0]).crs[0].confidence).toBeLessThan(ASK);
  });
  test('that names a plane and holds degrees is asked about', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:4547' } }, features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [113.5, 22.2] } }] });
    const source = await openSource([file('a.geojson', text)]);
    expect(proposeLayer(source, source.layers[0]).crs[0].confidence).toBeLessThan(ASK);
  });
  test('a feature a line, with the line of the one that is none', async () => {
    const line = (x: number) => JSON.stringify({ type: 'Feature', properties: { a: x }, geometry: { type: 'Point', coordinates: [x, 22] } });
    expect((await openSource([file('a.ndjson', `${line(113)}\n\n${line(114)}\r\n`)])).layers[0].features).toHaveLength(2);
    await expect(openSource([file('a.ndjson', `${line(113)}\n{"type":"Feat`)])).rejects.toMatchObject({ code: 'file.line', params: { row: 2 } });
  });
  test('in GBK, as desktops here write it, is read by its letters', async () => {
    const [head, tail] = ['{"type":"Feature","geometry":{"type":"Point","coordinates":[113.5,22.2]},"properties":{"name":"', '"}}'].map((part) => new TextEncoder().encode(part));
    const source = await openSource([{ name: 'a.geojson', bytes: Uint8Array.of(...head, 0xd4, 0xc6, 0xc8, 0xb8, 0xbd, 0xd6, 0xcd, 0xa3, 0xb3, 0xb5, 0xb3, 0xa1, ...tail) }]);
    expect(source.layers[0].features[0].properties).toEqual({ name: '云雀街停车场' });
    expect(source.layers[0].encoding).toMatchObject({ encoding: 'gb18030', reason: 'detected' });
  });
});

test('positions of GCJ-02 are brought back and marked as approximate', async () => {
  const source = await openSource([file('a.csv', 'name,lng,lat\n甲,113.58173904543749,22.267684534672853\n')]);
  const { layer, issues } = readLayer(source.layers[0], { schema: 'parking-facility', crs: 'GCJ-02' });
  const [lon, lat] = (layer.features[0].geometry as { coordinates: number[] }).coordinates;
  expect([lon, lat].map((value) => Math.round(value * 1e7) / 1e7)).toEqual([113.5767, 22.2707]);
  expect(issues.map(({ code }) => code)).toContain('crs.approximate');
});

test('empty files, and formats that nobody knows, are refused in a sentence', async () => {
  await expect(openSource([file('a.csv', '')])).rejects.toMatchObject({ code: 'file.empty' });
  await expect(openSource([file('plan.dwg', 'AC1032')])).rejects.toMatchObject({ code: 'format.unknown' });
});
test('parts of a shapefile come together, the .shp first, and other files by themselves', () => {
  const groups = groupFiles(['b.dbf', 'a.csv', 'B.shp', 'b.prj', 'c.zip'].map((name) => ({ name })));
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([['B.shp', 'b.dbf', 'b.prj'], ['a.csv'], ['c.zip']]);
  expect(['a.SHP', 'x.kmz', 'y.dwg', 'z'].map(isReadable)).toEqual([true, true, false, false]);
});
test('what the page knows of endings is what the formats say', () => {
  for (const [id, format] of Object.entries(FORMATS)) expect([...format.extensions].sort(), id).toEqual([...EXTENSIONS[id as FormatId]].sort());
});
test('a name of which ten bytes are left is known by its beginning', () => {
  const [id, name, stalls] = matchFields(schemaOf('parking-facility'), ['停车设施编', '停车设施名', '机动车泊位'], []);
  expect([id.field, name.field, stalls.field]).toEqual(['id', 'name', 'stalls']);
  expect([id.reason, name.reason]).toEqual(['cut', 'cut']);
});

describe('points copied from a web map', () => {
  const guesses = async (name: string, header: string) => { const source = await openSource([file(name, `${header}\n甲,113.5752,22.2681\n`)]); return proposeLayer(source, source.layers[0]).crs; };
  test.each([['名称,经度(GCJ02),纬度(GCJ02)', 'GCJ-02'], ['名称,gcj_lng,gcj_lat', 'GCJ-02'], ['名称,高德经度,高德纬度', 'GCJ-02'], ['名称,百度经度,百度纬度', 'BD-09'], ['名称,bd_lng,bd_lat', 'BD-09'], ['名称,bd09_lng,bd09_lat', 'BD-09']])('%s says so', async (header, code) => {
    const [first] = await guesses('点.csv', header);
    expect(first).toMatchObject({ code, swapped: false, reason: 'stated' });
    expect(first.confidence).toBeGreaterThanOrEqual(ASK);
  });
  test('a file that is called after one has to be confirmed; columns that say nothing else are degrees', async () => {
    const [first, second] = await guesses('高德抄点.csv', '名称,lng,lat');
    expect([first.code, first.reason, first.confidence < ASK, second.code]).toEqual(['GCJ-02', 'named', true, 'EPSG:4490']);
    expect((await guesses('点.csv', '名称,lng,lat'))[0]).toMatchObject({ code: 'EPSG:4490' });
  });
});

test('a row whose place cannot be read is set aside, and that is said with its row', async () => {
  const source = await openSource([file('a.csv', 'id,WKT\na,POINT(113.5 22.2)\nd,POINT(113.6 22.2)\nb,"POLYGON((113.5 22"\nc,\n')]);
  const { counts, issues } = readLayer(source.layers[0], { schema: 'parking-facility', crs: 'EPSG:4490' });
  expect(counts).toMatchObject({ read: 4, kept: 2, setAside: 2 });
  expect(issues.find(({ code }) => code === 'table.place')).toMatchObject({ severity: 'error', rows: [3], params: { n: 1, row: 3, text: 'POLYGON((113.5 22' } });
});

const HONG_KONG = 'data/hong-kong-parking';
/** Where the first row lies, as GDAL has it. */
const FIRST = [114.2385783, 22.50228736];
describe.skipIf(!hasShared(HONG_KONG))('the same 1,150 car parks, as offices send them', () => {
  test.each(['parking-gbk-4526.zip', 'parking-ledger-gb18030.csv', 'parking-ledger.xlsx'])('%s goes in without a setting being touched', async (name) => {
    const source = await openSource([{ name, bytes: sharedBytes(`${HONG_KONG}/${name}`) }]);
    const proposal = proposeLayer(source, source.layers[0]);
    expect(proposal.crs[0].confidence).toBeGreaterThanOrEqual(ASK);
    expect(proposal.encoding?.confidence ?? 1).toBeGreaterThanOrEqual(ASK);
    expect(proposal.schemas[0].schema).toBe('parking-facility');
    const { layer, counts } = readLayer(source.layers[0], { schema: 'parking-facility', crs: proposal.crs[0].code, swapped: proposal.crs[0].swapped });
    expect(counts).toMatchObject({ read: 1150, kept: 1150, setAside: 0 });
    expect(layer.features[0].properties).toMatchObject({ id: 'P0001', name: '路旁泊車位 - 新娘潭路', stalls: 18 });
    expect(layer.features.reduce((sum, { properties }) => sum + Number(properties['stalls']), 0)).toBe(18347);
    const [lon, lat] = (layer.features[0].geometry as { coordinates: number[] }).coordinates;
    expect([lon - FIRST[0], lat - FIRST[1]].every((off) => Math.abs(off) < 1e-8)).toBe(true);
  });
});

test('opening and reading tell how far they are, ever further', async () => {
  const features = Array.from({ length: 300 }, (_, i) => ({ type: 'Feature', properties: { 名称: `${i}` }, geometry: { type: 'Point', coordinates: [114, 22] } }));
  const opening: number[] = [], reading: number[] = [];
  const source = await openSource([{ name: 'a.geojson', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })) }], { progress: (_, done) => opening.push(done) });
  readLayer(source.layers[0], { schema: 'shelter', crs: 'EPSG:4490' }, (_, done) => reading.push(done));
  for (const told of [opening, reading]) {
    expect(told.length).toBeGreaterThan(50);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  }
});
