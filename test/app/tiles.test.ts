import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { beforeEach, expect, test } from 'vitest';
import { LayerStore } from '../../app/workers/layer-store.ts';
import { packFeatures } from '../../app/workers/pack-features.ts';
import { passOn } from '../../app/workers/pass-on.ts';
import { drawnFeatures } from '../../app/workers/tiles/drawn-columns.ts';
import { tilesApi } from '../../app/workers/tiles/tiles-api.ts';
import type { PlanFeature } from '../../geo/index.ts';

const WISHES = { names: { minZoom: 15.2, column: 'label' }, outlines: 'wide' as const };
let key = '';
let count = 0;
beforeEach(() => { key = `t${count++}`; });

/** A square of so many degrees at a place, as the map's side hands it over. */
function square(id: string, lon: number, lat: number, side: number, label = id): PlanFeature {
  return { type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]] }, properties: { _id: id, use: id.length, label } };
}
const fill = (name: string, features: readonly PlanFeature[]) => {
  tilesApi.open(name, WISHES);
  for (let from = 0; from < features.length; from += 7) tilesApi.add(name, packFeatures(features.slice(from, from + 7)));
};
/** Columns by id of one layer of a tile. */
function seen(name: string, z: number, x: number, y: number, layer = 'features'): Record<string, unknown> {
  const found = new VectorTile(new PbfReader(tilesApi.tile(name, z, x, y))).layers[layer], columns: Record<string, unknown> = {};
  for (let i = 0; i < (found?.length ?? 0); i++) { const { properties } = found.feature(i); columns[String(properties['_id'])] = properties; }
  return columns;
}
/** The tile that a place lies in. */
function tileAt(lon: number, lat: number, z: number): [number, number, number] {
  const phi = lat * Math.PI / 180;
  return [z, Math.floor((lon + 180) / 360 * 2 ** z), Math.floor((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2 * 2 ** z)];
}

test('a tile has the features that lie in it with the columns that were handed over, names from their zoom on', () => {
  fill(key, [square('a', 113.501, 22.201, 0.0005), square('far', 114.5, 22.2, 0.0005), square('b', 113.502, 22.201, 0.0005, '')]);
  const near = tileAt(113.501, 22.201, 14), nearer = tileAt(113.5012, 22.2012, 15);
  expect(seen(key, ...near)).toEqual({ a: { _id: 'a', use: 1 }, b: { _id: 'b', use: 1 } });
  expect(seen(key, ...near, 'names')).toEqual({});
  // A feature without a name has none.
  expect(seen(key, ...nearer, 'names')).toEqual({ a: { _id: 'a', label: 'a' } });
  expect(tilesApi.tile(key, ...tileAt(100, 10, 14)).byteLength).toBe(0);
});

test('what is a quarter of a pixel wide is still there: a whole city is seen on a small map', () => {
  fill(key, [square('house', 113.5, 22.2, 0.0008)]);
  expect(Object.keys(seen(key, ...tileAt(113.5, 22.2, 8)))).toEqual(['house']);
});

test('ground has an outline where it is seen as ground, and always where it has no fill', () => {
  const features = [square('block', 113.5, 22.2, 0.005), square('house', 113.51, 22.2, 0.0002)], tile = tileAt(113.505, 22.2, 12);
  fill(key, features);
  expect(Object.keys(seen(key, ...tile))).toEqual(['block', 'house']);
  expect(Object.keys(seen(key, ...tile, 'outlines'))).toEqual(['block']);
  tilesApi.open(`${key}/bare`, { ...WISHES, outlines: 'all' });
  tilesApi.add(`${key}/bare`, packFeatures(features));
  expect(Object.keys(seen(`${key}/bare`, ...tile, 'outlines'))).toEqual(['block', 'house']);
});

test('whatever is changed, tiles are those of the layer as it is then', () => {
  const place = fc.record({ id: fc.integer({ min: 0, max: 30 }), lon: fc.double({ min: 113.5, max: 113.54, noNaN: true }), lat: fc.double({ min: 22.2, max: 22.23, noNaN: true }), label: fc.constantFrom('', '甲', '乙') })
    .map(({ id, lon, lat, label }) => square(`u${id}`, lon, lat, 0.002, label));
  const step = fc.record({ put: fc.uniqueArray(place, { maxLength: 6, selector: ({ id }) => id }), removed: fc.array(fc.integer({ min: 0, max: 30 }).map((n) => `u${n}`), { maxLength: 4 }), look: fc.boolean() });
  const looks = [tileAt(113.52, 22.21, 12), tileAt(113.51, 22.205, 15), tileAt(113.53, 22.22, 15)];
  let run = 0;
  fc.assert(fc.property(fc.uniqueArray(place, { minLength: 1, maxLength: 20, selector: ({ id }) => id }), fc.array(step, { maxLength: 5 }), (first, steps) => {
    const one = `${key}/${run++}`, fresh = `${one}/fresh`, now = new Map(first.map((feature) => [feature.id, feature]));
    fill(one, first);
    for (const { put, removed, look } of steps) {
      // Looked at or not between the changes: cut already, or not yet.
      if (look) for (const tile of looks) seen(one, ...tile);
      for (const id of removed) now.delete(id);
      for (const feature of put) now.set(feature.id, feature);
      tilesApi.change(one, removed, packFeatures(put));
    }
    fill(fresh, [...now.values()]);
    for (const tile of looks) for (const layer of ['features', 'names']) expect(seen(one, ...tile, layer)).toEqual(seen(fresh, ...tile, layer));
    tilesApi.drop(one);
    tilesApi.drop(fresh);
  }), { numRuns: 150 });
});

test('a layer that was let go is not there', () => {
  fill(key, [square('a', 113.5, 22.2, 0.001)]);
  tilesApi.drop(key);
  expect(() => tilesApi.tile(key, 10, 0, 0)).toThrow(/no layer/);
});

test('on the line from another worker come the same features, and none once the page hands them over', async () => {
  const whole = [square('a', 113.501, 22.201, 0.0005, '书院'), square('b', 113.502, 22.201, 0.0005)].map((one) => ({ ...one, properties: { use: 1, name: one.properties['label']!, remarks: '很长' } }));
  const columns = { fields: ['use'], name: { from: 'name', as: 'label' } }, asked = (portion: readonly PlanFeature[]) => drawnFeatures(portion, columns);
  const { port1, port2 } = new MessageChannel(), tile = tileAt(113.5012, 22.2012, 15);
  tilesApi.connect(port1);
  for (const name of ['7001', '7002']) tilesApi.open(name, WISHES);
  await passOn(port2, 7001, whole, asked);
  expect(seen('7001', ...tile)).toEqual({ a: { _id: 'a', use: 1 }, b: { _id: 'b', use: 1 } });
  expect(seen('7001', ...tile, 'names')).toEqual({ a: { _id: 'a', label: '书院' }, b: { _id: 'b', label: 'b' } });
  tilesApi.clear('7002');
  tilesApi.add('7002', packFeatures(drawnFeatures(whole.slice(0, 1), columns)));
  await passOn(port2, 7002, whole, asked);
  expect(Object.keys(seen('7002', ...tile))).toEqual(['a']);
  // A layer that was let go meanwhile.
  await passOn(port2, 7003, whole, asked);
  port1.close();
});

test('a layer of another name has the features that the worker has already', () => {
  const store = new LayerStore(), { key } = store.add({ id: 'shelter', schema: 'shelter', name: '', features: [square('a', 113.5, 22.2, 0.001)] });
  expect(store.share(key, { key: 'p1', id: 'shelter-2', schema: 'shelter', name: '台账', count: 1 })).toBe(true);
  store.drop(key);
  expect(store.get('p1')).toMatchObject({ id: 'shelter-2', name: '台账', features: [{ id: 'a' }] });
  expect(store.share(key, { key: 'p2', id: 'x', schema: 'shelter', name: '', count: 1 })).toBe(false);
});
