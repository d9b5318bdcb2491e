import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { createProject, inputOf, measureOn, openDatabase, packReckoning, packTerrain, provideDatabases, putLayer, SCHEMAS, writeOpinion, type Database, type Documents, type Layer, type PlanFeature, type ProjectMeta, type Properties, type PropertyValue, type StoredLayer, type StoredRun } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';

provideDatabases(nodeDatabases);

export const META: ProjectMeta = { name: { zh: '紫荆市试验', en: 'Trial' }, invented: true, viewState: { zoom: 12.5, 隐藏: ['shelter'] }, createdBy: 'undercroft 0.1.0', created: '2026-11-24T08:00:00.000Z', saved: '2026-11-24T09:00:00.000Z' };

export const square = (x: number, y: number, side = 0.001): Geometry => ({ type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] });
export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });

/** A feature as an import leaves it: every field of the schema, then what else it carries. */
export function feature(schema: Layer['schema'], id: string, geometry: Geometry, properties: Properties = {}): PlanFeature {
  return { type: 'Feature', id, geometry, properties: { ...Object.fromEntries(SCHEMAS[schema].fields.map(({ name }) => [name, null])), id, ...properties } };
}
export function stored(layer: Layer, rest: Partial<StoredLayer> = {}): StoredLayer {
  const setAside = rest.setAside ?? [];
  return { layer, fileName: `${layer.id}.geojson`, sha256: 'ab'.repeat(32), issues: [], setAside, counts: { read: layer.features.length + setAside.length, kept: layer.features.length, fixed: 0, setAside: setAside.length }, ...rest };
}

export const SHELTERS: Layer = {
  id: 'shelter', schema: 'shelter', name: '人防工程',
  features: [
    feature('shelter', 'S1', square(114.0571, 22.5431), { name: '人民路地下室 🏗', floorArea: 1200.5, completed: '2009-12-01', openForParking: true, stalls: 0, wartimeFunction: 'personnel-2', entrances: [[114.0572, 22.5432]], remarks: '' }),
    feature('shelter', 'S2', square(114.06, 22.54), { name: '第二', openForParking: false, 产权单位: '市人防办', 层数: 2 }),
    feature('shelter', 'S3', square(114.07, 22.55), { name: "O'Brien \"x\"; DROP TABLE shelter", 产权单位: null }),
  ],
};
export const UNITS: Layer = { id: 'demand-unit', schema: 'demand-unit', name: '居住小区', features: Array.from({ length: 20 }, (_, i) => feature('demand-unit', `u${i}`, i % 2 ? square(114 + i * 0.01, 22.5) : point(114 + i * 0.01, 22.5), { households: i * 10, name: `小区${i}` })) };

export function runOf(layers: Record<string, Layer>): StoredRun {
  const result: Layer = { id: 'parking-shortage-night/demand-units', schema: 'demand-result', name: 'demand-units', features: UNITS.features.map(({ id, geometry }, i) => ({ type: 'Feature', id, geometry, properties: { id, name: `小区${i}`, demand: 10, servedRatio: i / 20, shortage: 10 - i / 2, assumed: i % 3 === 0 } })) };
  return {
    id: 'parking-shortage-night', analysis: 'parking-shortage', version: 1, scenario: null, params: { period: 'night', catchmentRadius: 300, crs: null },
    inputs: Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, inputOf(layer, layer.id, `${layer.id}.geojson`, null)])),
    layers: { 'demand-units': result }, indicators: [{ key: 'shortage', value: 12.25, unit: 'stall', direction: -1 }], issues: [],
    reckoning: packReckoning({ 'demand-units': { u1: [{ key: 'tierDemand', value: 3, unit: 'stall', params: { 名: '甲' } }], u2: [] } }),
  };
}

export async function projectWith(...layers: StoredLayer[]): Promise<Database> {
  const db = await openDatabase();
  createProject(db, META);
  for (const layer of layers) putLayer(db, layer);
  return db;
}

/** Anything a feature may carry under a name of its own. */
const TEXT = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('', ' ', '0', '[1]', '{"a":1}', '[不是JSON', 'null', '人防🏗️工程', '\0x', '\ud800', 'é́', '𠮷'));
const NUMBER = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constantFrom(0, 1, -1, 0.1, 1e300, 5e-324, 2 ** 53));
const VALUE: fc.Arbitrary<PropertyValue> = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, fc.constant(null), NUMBER, fc.boolean(), TEXT, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', '键', '🔑', ''), tie('value'), { maxKeys: 3, noNullPrototype: true })),
})).value;
const KEY = fc.oneof(fc.constantFrom('Name', 'NAME', 'fid', 'geom', 'GEOM', 'ID', '层数', '备 注', '"引"', "it's", '🏗', 'undercroft_exact', 'rowid', 'select', 'a.b', 'a?b', '', '\0', '\ud800'), fc.string({ unit: 'grapheme', maxLength: 8 })).filter((key) => key !== '__proto__' && key !== 'id');
const POSITION = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })).map(([x, y]) => [x, y]);
const GEOMETRY: fc.Arbitrary<Geometry> = fc.oneof(
  POSITION.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc.array(POSITION, { minLength: 2, maxLength: 4 }).map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  POSITION.map(([x, y]): Geometry => ({ type: 'Polygon', coordinates: [[[x, y], [x + 1, y], [x, y + 1], [x, y]]] })),
  fc.array(POSITION, { maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  POSITION.map(([x, y]): Geometry => ({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [x, y] }] })),
  POSITION.map(([x, y]): Geometry => ({ type: 'Point', coordinates: [x, y, 12.5] })),
);
/** Layers of every kind of value; rows share some columns and not others. */
export const LAYER: fc.Arbitrary<Layer> = fc.record({ schema: fc.constantFrom('shelter' as const, 'demand-unit' as const, 'demand-result' as const), keys: fc.uniqueArray(KEY, { maxLength: 5 }) }).chain(({ schema, keys }) =>
  fc.array(fc.tuple(GEOMETRY, fc.array(fc.option(VALUE, { nil: undefined }), { minLength: keys.length, maxLength: keys.length }), VALUE), { maxLength: 6 }).map((rows): Layer => ({
    id: schema, schema, name: '随机',
    features: rows.map(([geometry, values, own], i) => feature(schema, `f${i}`, geometry, { name: own, ...Object.fromEntries(keys.flatMap((key, k) => (values[k] === undefined ? [] : [[key, values[k]]]))) })),
  })));

/** One of everything that a meeting needs. */
export const COORDINATION: Omit<Documents, 'layouts' | 'basemaps'> = {
  measures: [measureOn('open-shelter', SHELTERS.features[1], { stalls: 30 }, { id: 'm1', steward: 'defence', cost: 12.5, phase: 1, title: '开放第二工程 "夜间"' })],
  scenarios: [{ id: 's1', name: '方案一', measures: ['m1'], remarks: '' }],
  opinions: [writeOpinion({ subject: 'measure:m1', department: 'planning', state: 'conditional', note: '先勘察', who: '王工', at: '2026-11-25T08:00:00.000Z', over: [] })],
  meetings: [{ id: 'k1', title: '第一次会商', date: '2026-12-01', place: '', chair: '', number: '', attendees: [{ department: 'planning', people: '李' }], views: [], decisions: [{ id: 'd1', view: null, text: '同意', at: '2026-12-01T02:00:00.000Z' }], actions: [] }],
  strata: [{ id: 'top', code: 'top', name: '上层', from: 0, to: 12.5 }, { id: 'deep', code: 'deep', name: null, from: 12.5, to: null }],
  grounds: [{ id: 'ground', kind: 'terrain', name: 'dtm.tif', source: '测绘院 2025', terrain: packTerrain({ columns: 2, rows: 1, west: 1, north: 2, dx: 3, dy: 4, crs: null, values: Float32Array.of(5.5, NaN) }, 'EPSG:4547') }],
};
