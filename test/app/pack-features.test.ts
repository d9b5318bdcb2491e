import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { packedFeatures, packFeatures, unpackFeatures } from '../../app/workers/pack-features.ts';
import { extentWhereTheyLie, geometryTypeOf } from '../../app/workers/packed-feature.ts';
import { extentOf, type PlanFeature, type PropertyValue } from '../../geo/index.ts';

const number = fc.double({ noNaN: true });
const position = (size: number) => fc.array(number, { minLength: size, maxLength: size });
const nested = (size: number, depth: number): fc.Arbitrary<unknown> => (depth === 0 ? position(size) : fc.array(nested(size, depth - 1), { maxLength: 4 }));
const DEPTHS = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const;
const simple = fc.tuple(fc.constantFrom(...Object.keys(DEPTHS) as (keyof typeof DEPTHS)[]), fc.integer({ min: 2, max: 4 })).chain(([type, size]) => nested(size, DEPTHS[type]).map((coordinates) => ({ type, coordinates }) as Geometry));
/** Positions of several lengths, an empty part in front of a full one, a collection: what does not fit into the long arrays. */
const odd = fc.constantFrom<Geometry>(
  { type: 'LineString', coordinates: [[1, 2], [3, 4, 5]] }, { type: 'Polygon', coordinates: [[], [[1, 2], [3, 4]]] }, { type: 'MultiPolygon', coordinates: [] },
  { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] },
  // What was set aside may have none.
  null as unknown as Geometry,
);
const value: fc.Arbitrary<PropertyValue> = fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null), fc.array(fc.integer()), fc.constant<PropertyValue>({ a: [1, { b: null }] }));
const feature: fc.Arbitrary<PlanFeature> = fc.record({ id: fc.string(), geometry: fc.oneof({ weight: 5, arbitrary: simple }, { weight: 1, arbitrary: odd }), properties: fc.dictionary(fc.string(), value, { noNullPrototype: true }) })
  .map((one) => ({ type: 'Feature', ...one }));

test('features come out as they went in, their columns in the same order', () => {
  fc.assert(fc.property(fc.array(feature, { maxLength: 12 }), (features) => {
    const back = unpackFeatures(structuredClone(packFeatures(features)));
    expect(back).toEqual(features);
    expect(back.map(({ properties }) => Object.keys(properties))).toEqual(features.map(({ properties }) => Object.keys(properties)));
  }), { numRuns: 400 });
});

test('the sign of 0 and the ends of what a number holds are kept', () => {
  const coordinates = [[-0, 5e-324], [Number.MAX_VALUE, -1e-9]];
  const [back] = unpackFeatures(packFeatures([{ type: 'Feature', id: 'a', geometry: { type: 'LineString', coordinates }, properties: { zero: -0 } }]));
  expect(Object.is((back.geometry as { coordinates: number[][] }).coordinates[0][0], -0)).toBe(true);
  expect(Object.is(back.properties['zero'], -0)).toBe(true);
  expect(back.geometry).toEqual({ type: 'LineString', coordinates });
});

test('a column called __proto__ stays a column', () => {
  const properties = JSON.parse('{"__proto__": {"polluted": true}, "name": "甲"}') as PlanFeature['properties'];
  const [back] = unpackFeatures(packFeatures([{ type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [1, 2] }, properties }]));
  expect(Object.keys(back.properties)).toEqual(['__proto__', 'name']);
  expect(Object.getPrototypeOf(back.properties)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('columns that are written differently are not taken for one another', () => {
  const of = (properties: PlanFeature['properties']): PlanFeature => ({ type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [1, 2] }, properties });
  const features = [of({ 'a\u0000b': 1 }), of({ a: 1, b: 2 })];
  expect(unpackFeatures(packFeatures(features))).toEqual(features);
});

test('features that stay packed are those that went in, whoever reads, copies, sends or writes them', () => {
  fc.assert(fc.property(fc.array(feature, { maxLength: 12 }), (features) => {
    const fresh = () => packedFeatures(structuredClone(packFeatures(features)));
    expect(fresh().map(({ type, id, geometry, properties }) => ({ type, id, geometry, properties }))).toEqual(features);
    expect(fresh().map((one) => ({ ...one }))).toEqual(features);
    expect(structuredClone(fresh())).toEqual(features);
    expect(JSON.stringify(fresh())).toBe(JSON.stringify(unpackFeatures(packFeatures(features))));
    expect(packFeatures(fresh())).toEqual(packFeatures(features));
    expect(extentWhereTheyLie(fresh())).toEqual(extentOf(features));
    const has = features.map(({ geometry }) => geometry !== null);
    expect(fresh().filter((_, i) => has[i]).map(geometryTypeOf)).toEqual(features.filter((_, i) => has[i]).map(({ geometry }) => geometry.type));
  }), { numRuns: 300 });
});

test('a geometry is unpacked once, and its feature is packed again as it is by then', () => {
  const [one, other] = packedFeatures(packFeatures([0, 1].map((x) => ({ type: 'Feature', id: `f${x}`, geometry: { type: 'LineString', coordinates: [[x, 2], [3, 4]] }, properties: { n: x } }))));
  const { geometry } = one;
  expect(one.geometry).toBe(geometry);
  expect({ ...one }.geometry).toBe(geometry);
  expect(other.geometry).toEqual({ type: 'LineString', coordinates: [[1, 2], [3, 4]] });
  (geometry as { coordinates: number[][] }).coordinates[0][0] = -7;
  expect(unpackFeatures(packFeatures([one]))[0].geometry).toEqual({ type: 'LineString', coordinates: [[-7, 2], [3, 4]] });
  expect(extentWhereTheyLie([one, other])).toEqual([-7, 2, 3, 4]);
});
