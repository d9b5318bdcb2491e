import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crossLayerIssues, fillParams, layersFromOsm, OSM_PARAMS, featuresInDegrees, readGeoJson, writeGeoJson, type OsmResult, type Params, type RawFeature } from '../../../geo/index.ts';
import { ROOT } from '../../support/imports.ts';

const PARAMS = fillParams({ params: OSM_PARAMS }, { sourceDate: '2019-06-01' });
const STEP = 0.0001;
type Tags = Record<string, string>;
const at = (x: number, y: number): [number, number] => [7.42 + x * STEP, 43.73 + y * STEP];
const square = (id: string, x: number, tags: Tags, side = 3): RawFeature => ({ id, properties: tags, geometry: { type: 'MultiPolygon', coordinates: [[[at(x, 0), at(x + side, 0), at(x + side, side), at(x, side), at(x, 0)]]] } });
const point = (id: string, x: number, tags: Tags): RawFeature => ({ id, properties: tags, geometry: { type: 'Point', coordinates: at(x, 0) } });
const way = (id: string, xs: number[], tags: Tags): RawFeature => ({ id, properties: tags, geometry: { type: 'LineString', coordinates: xs.map((x) => at(x, 0)) } });
const convert = (raw: RawFeature[], params: Params = {}): OsmResult => layersFromOsm(raw, { ...PARAMS, ...params }, 'en');
const only = (result: OsmResult, schema: string) => result.layers.find((layer) => layer.schema === schema)?.features ?? [];
const props = (result: OsmResult, schema: string) => only(result, schema).map(({ properties }) => properties);

test('floor area is ground plan times storeys: stated, else from the height, else assumed and said so', () => {
  // 3 x 3 steps are 24.15 m by 33.33 m on the ellipsoid; UTM 32 makes it a little smaller or larger, never by a tenth of a per cent.
  const result = convert([square('w1', 0, { building: 'apartments', 'building:levels': '4' }), square('w2', 10, { building: 'apartments', height: '32 m' }), square('w3', 20, { building: 'apartments' })]);
  const [stated, height, assumed] = props(result, 'demand-unit');
  expect(Number(stated['floorArea']) / (24.15 * 33.33 * 4)).toBeCloseTo(1, 2);
  expect([stated, height, assumed].map((row) => [row['levels'], row['levelsSource'], row['confidence']])).toEqual([[4, 'stated', 'reported'], [10, 'height', 'estimated'], [6, 'assumed', 'estimated']]);
  expect(assumed['remarks']).toContain('taken as 6');
  expect(stated['remarks']).toBeNull();
  expect(Number(stated['households'])).toBeCloseTo(Number(stated['floorArea']) * 0.9 / 100, 1);
  expect(result.report.assumed.find(({ code }) => code === 'levels')).toMatchObject({ n: 1, features: ['w3'] });
});

test('use comes from the tags that say most; where nobody lives, households are unknown, not zero', () => {
  const result = convert([square('w1', 0, { building: 'yes', amenity: 'hospital' }), square('w2', 10, { building: 'yes', tourism: 'hotel' }), square('w3', 20, { building: 'yes' }), square('w4', 30, { building: 'school' })]);
  expect(props(result, 'demand-unit').map((row) => [row['use'], row['landUse'], row['households'] === null])).toEqual([['hospital', 'A5', true], ['hotel', 'B14', true], ['unknown', 'R2', false], ['school', 'A33', true]]);
});

test('what is no demand is left out and counted', () => {
  const result = convert([square('w1', 0, { building: 'roof' }), square('w2', 10, { building: 'yes', layer: '-1' }), square('w3', 20, { building: 'yes' }, 0.3), point('n1', 30, { building: 'yes' })]);
  expect(only(result, 'demand-unit')).toEqual([]);
  expect(result.report.leftOut.map(({ code, n }) => [code, n])).toEqual([['building-kind', 1], ['building-underground', 1], ['building-small', 1]]);
});

test('stalls: stated ones are kept, others are assumed by kind or ground plan and marked', () => {
  const result = convert([point('n1', 0, { amenity: 'parking', parking: 'underground', capacity: '100', access: 'private' }), point('n2', 10, { amenity: 'parking', parking: 'underground', fee: 'yes' }), square('w1', 20, { amenity: 'parking', parking: 'surface' }), point('n3', 40, { amenity: 'parking', opening_hours: '24/7' })]);
  expect(props(result, 'parking-facility').map((row) => [row['kind'], row['stalls'], row['stallsSource'], row['confidence'], row['access'], row['openNight']])).toEqual([
    ['basement', 100, 'stated', 'reported', 'residents', null], ['basement', 250, 'assumed', 'estimated', 'public', null], ['lot', Math.floor(24.15 * 33.33 / 27), 'assumed', 'estimated', null, null], [null, 30, 'assumed', 'estimated', null, true],
  ]);
});

test('the same name nearby, and its entrances, are one car park with several ways in; far away it is another', () => {
  const result = convert([point('n1', 0, { amenity: 'parking', parking: 'underground', name: 'Port' }), point('n2', 5, { amenity: 'parking', name: 'PORT', capacity: '80' }), point('n3', 8, { amenity: 'parking_entrance', name: 'Port' }), point('n4', 500, { amenity: 'parking', name: 'Port' }), point('n5', 20, { amenity: 'parking_entrance' }), point('n6', 60, { amenity: 'parking_entrance', name: 'Gare' })]);
  expect(props(result, 'parking-facility').map((row) => [row['id'], row['stalls'], row['kind'], (row['entrances'] as unknown[] | undefined)?.length])).toEqual([['n1', 80, 'basement', 3], ['n4', 30, null, undefined], ['n6', 250, 'basement', undefined]]);
  expect(result.report.leftOut).toMatchObject([{ code: 'entrance-without-name', n: 1 }]);
});

test('the walking network holds what people walk', () => {
  const kept: Tags[] = [{ highway: 'footway' }, { highway: 'steps', layer: '-1', level: '-1' }, { highway: 'primary' }, { highway: 'primary', tunnel: 'yes', sidewalk: 'both' }, { highway: 'trunk', foot: 'yes' }, { highway: 'service', access: 'private', foot: 'yes' }];
  const dropped: Tags[] = [{ highway: 'motorway' }, { highway: 'proposed' }, { highway: 'primary', tunnel: 'yes' }, { highway: 'footway', foot: 'no' }, { highway: 'service', access: 'private' }, { highway: 'trunk' }, { highway: 'cycleway' }];
  const result = convert([...kept, ...dropped].map((tags, i) => way(`w${i}`, [i, i + 1], tags)));
  expect(only(result, 'walking-network').map(({ id }) => id)).toEqual(kept.map((_, i) => `w${i}`));
  expect(props(result, 'walking-network')[1]).toMatchObject({ layer: -1, level: '-1', roadClass: 'steps' });
  expect(result.report.leftOut.reduce((sum, { n }) => sum + n, 0)).toBe(dropped.length);
});

test('a path that leads nowhere is no way to a car park; without a network there is nothing to compare it with', () => {
  const raw = [way('w1', [0, 100], { highway: 'residential' }), way('w2', [100, 110], { highway: 'footway' }), way('w3', [200, 210], { highway: 'footway' }), way('w4', [300, 340], { highway: 'footway' })];
  const result = convert(raw);
  expect(only(result, 'walking-network').map(({ id }) => id)).toEqual(['w1', 'w2', 'w4']);
  expect(result.report.leftOut).toMatchObject([{ code: 'way-piece', n: 1, features: ['w3'] }]);
  expect(only(convert([raw[2]]), 'walking-network')).toHaveLength(1);
  expect(only(convert(raw, { shortestPiece: 0 }), 'walking-network')).toHaveLength(4);
});

test('a known number of residents scales what was reckoned, and is said; where nobody lives nothing changes', () => {
  const raw = [square('w1', 0, { building: 'apartments' }), square('w2', 10, { building: 'house' }), square('w3', 20, { building: 'school' })];
  const [before, after] = [props(convert(raw), 'demand-unit'), props(convert(raw, { population: 1000 }), 'demand-unit')];
  expect(Number(after[0]['population']) + Number(after[1]['population'])).toBeCloseTo(1000, 1);
  expect(Number(after[0]['households']) / Number(after[1]['households'])).toBeCloseTo(Number(before[0]['households']) / Number(before[1]['households']), 2);
  expect(after[0]['remarks']).toContain('known 1000 residents');
  expect(after[2]).toEqual(before[2]);
});

test('roads under construction are projects; other classes only when asked for, one project a name', () => {
  const raw = [way('w1', [0, 1], { highway: 'construction', construction: 'secondary' }), way('w2', [2, 3], { highway: 'construction', construction: 'steps' }), way('w3', [10, 11], { highway: 'primary', name: 'Av' }), way('w4', [12, 11], { highway: 'primary', name: 'Av' }), way('w5', [12, 13], { highway: 'primary', name: 'Av', tunnel: 'yes' })];
  expect(props(convert(raw), 'road-project').map((row) => [row['id'], row['roadClass'], row['scope']])).toEqual([['w1', 'secondary', 'new']]);
  const asked = only(convert(raw, { projectClasses: 'primary' }), 'road-project');
  expect(asked.map(({ id, geometry }) => [id, geometry])).toEqual([['w3', { type: 'LineString', coordinates: [at(10, 0), at(11, 0), at(12, 0)] }]]);
  expect(asked[0].properties).toMatchObject({ roadClass: 'arterial', redLineWidth: null, worksStart: null, confidence: 'estimated' });
});

test('what lies in the ground, with depths by layer, culvert and basement; houses are in the way unless switched off', () => {
  const raw = [way('w1', [0, 1], { railway: 'rail', tunnel: 'yes', layer: '-2' }), way('w2', [2, 3], { waterway: 'stream', tunnel: 'culvert' }), square('w3', 10, { building: 'apartments', 'building:levels:underground': '2', historic: 'yes' }), way('w4', [4, 5], { railway: 'abandoned' })];
  expect(props(convert(raw, { buildingFoundations: false }), 'constraint').map((row) => [row['id'], row['kind'], row['topDepth'], row['bottomDepth']])).toEqual([['w1', 'tunnel', 12, 20], ['w2', 'river', 1.5, 6], ['w3', 'heritage', null, null], ['w3-existing-basement', 'existing-basement', 0, 7.8]]);
  expect(props(convert(raw), 'constraint').map((row) => row['kind'])).toContain('foundation');
});

test('land by code, pools left out, building sites as sites', () => {
  const result = convert([square('w1', 0, { leisure: 'park', name: 'P' }), square('w2', 10, { leisure: 'swimming_pool' }), square('w3', 20, { landuse: 'construction' }), square('w4', 30, { amenity: 'parking', parking: 'surface' })]);
  expect(props(result, 'land-parcel').map((row) => [row['id'], row['landUse']])).toEqual([['w1', 'G1'], ['w4', 'S42']]);
  expect(only(result, 'drawn-site').map(({ id }) => id)).toEqual(['w3']);
  expect(result.report.leftOut).toMatchObject([{ code: 'land-kind', params: { kind: 'swimming_pool' } }]);
});

test('columns of other programs: GDAL puts rare tags into one column, osmtogeojson has ids of its own', () => {
  const result = convert([{ geometry: square('', 0, {}).geometry, properties: { osm_way_id: '12', building: 'apartments', other_tags: '"building:levels"=>"3","name"=>"A \\"B\\""' } }, { geometry: square('', 10, {}).geometry, properties: { '@id': 'way/13', building: 'apartments' } }]);
  expect(props(result, 'demand-unit').map((row) => [row['id'], row['name'], row['levels']])).toEqual([['w12', 'A "B"', 3], ['w13', null, 6]]);
});

test('every feature says where it comes from, and the order of the rows changes no number', () => {
  const raw = [square('w1', 0, { building: 'apartments' }), square('w2', 10, { building: 'yes' }), point('n1', 5, { amenity: 'parking' }), way('w3', [0, 1], { highway: 'path' }), square('w1', 0, { building: 'apartments' })];
  const result = convert(raw), turned = convert([...raw].reverse());
  for (const { properties } of result.layers.flatMap(({ features }) => features)) expect(properties).toMatchObject({ source: '© OpenStreetMap contributors, ODbL 1.0', sourceDate: '2019-06-01' });
  expect(turned.report.layers).toEqual(result.report.layers);
  expect(only(result, 'demand-unit')).toHaveLength(2);
});

const MONACO = join(ROOT, '../shared/data/monaco-osm');
test.skipIf(!existsSync(MONACO))('Monaco: layers that the program reads without a complaint about geometry, and books that balance', () => {
  const raw = ['buildings', 'construction', 'land', 'parking', 'rail-and-tunnels', 'roads'].flatMap((name) => featuresInDegrees(readFileSync(join(MONACO, `${name}.geojson`), 'utf8')));
  const { layers, report } = convert(raw);
  const reads = layers.map((layer) => readGeoJson(writeGeoJson(layer), { schema: layer.schema }));
  expect(reads.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(reads.flatMap(({ issues }) => issues).map(({ code }) => code)).toEqual([]);
  expect(crossLayerIssues(reads.map(({ layer }) => layer))).toEqual([]);
  const buildings = raw.filter(({ properties }) => properties['building']).length;
  const count = (schema: string) => report.layers.find((row) => row.schema === schema)!.features;
  const left = (schema: string) => report.leftOut.filter(({ layer }) => layer === schema).reduce((sum, { n }) => sum + n, 0);
  expect(count('demand-unit') + left('demand-unit')).toBe(buildings);
  const parking = new Set(raw.filter(({ properties }) => ['parking', 'parking_entrance'].includes(String(properties['amenity']))).map(({ properties }) => properties['osm_id'])).size;
  expect(count('parking-facility') + left('parking-facility') + report.assumed.filter(({ code }) => code === 'same-name').reduce((sum, { n }) => sum + n, 0)).toBe(parking);
});
