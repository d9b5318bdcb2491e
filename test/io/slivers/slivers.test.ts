import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { ellipsoidalArea, planeByCode } from '../../../geo/crs/index.ts';
import { loadKernel, type Kernel, type Polygonal } from '../../../geo/geometry/index.ts';
import { geometryFaults } from '../../../geo/io/index.ts';
import { MOST_AT_ONCE, sliverIssues, sliversOf, SLIVER_TOLERANCE } from '../../../geo/io/slivers/find.ts';
import { snapSlivers } from '../../../geo/io/slivers/snap.ts';
import type { Layer, PlanFeature, Properties, SchemaId } from '../../../geo/model/index.ts';
import { numbers } from '../../support/numbers.ts';

const plane = planeByCode('4547');
const [X, Y] = plane.forward(114.05, 22.54);
type Plain = [number, number];
/** Metres from a corner of the city, as degrees. */
const at = ([x, y]: Plain): Position => plane.inverse(X + x, Y + y);
const polygon = (...rings: Plain[][]): Polygon => ({ type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]].map(at)) });
const feature = (id: string, geometry: PlanFeature['geometry'], properties: Properties = {}): PlanFeature => ({ type: 'Feature', id, geometry, properties: { id, name: `地块${id}`, ...properties } });
const layerOf = (features: PlanFeature[], schema: SchemaId = 'land-parcel'): Layer => ({ id: schema, schema, name: '', features });
const ids = (layer: Layer) => layer.features.map(({ id }) => id);
const box = (x: number, y: number, w: number, h: number): Plain[] => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
const ring = (layer: Layer, id: string): Position[] => (layer.features.find((one) => one.id === id)!.geometry as Polygon).coordinates[0];
const snapped = (layer: Layer) => snapSlivers(layer, ids(layer), SLIVER_TOLERANCE);

/**
 *   +----+ +----+
 *   | a  | | b  |    5 cm between a and b
 *   +----+ +----+
 */
const GAP = layerOf([feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100.05, 0, 100, 100)))]);

describe('slivers between neighbours', () => {
  it('are one issue with names, width, tolerance, a place and a fix', () => {
    const [found, ...rest] = sliverIssues(GAP);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'rule.slivers', severity: 'info', layer: 'land-parcel', features: ['a', 'b'], fix: 'snap-slivers', params: { n: 1, a: '地块a', b: '地块b', width: 0.05, tolerance: 0.1 } });
    expect(found.place![0]).toBeCloseTo(at([100, 0])[0], 6);
  });
  it.each<[string, PlanFeature[], SchemaId]>([
    ['edges that are shared', [feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100, 0, 100, 100)))], 'land-parcel'],
    ['edges that share a piece', [feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100, 20, 100, 30)))], 'land-parcel'],
    ['an alley wider than the tolerance', [feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100.11, 0, 100, 100)))], 'land-parcel'],
    ['zones of two strata over each other', [feature('a', polygon(box(0, 0, 100, 100)), { stratum: 'shallow' }), feature('b', polygon(box(0.05, 0, 100, 100)), { stratum: 'deep' })], 'underground-zone'],
    ['zones whose stratum nobody said', [feature('a', polygon(box(0, 0, 100, 100)), { stratum: null }), feature('b', polygon(box(100.05, 0, 100, 100)), { stratum: null })], 'underground-zone'],
    ['walls of buildings', [feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100.05, 0, 100, 100)))], 'shelter'],
    ['a short edge that only leads away from the neighbour', [feature('a', polygon([[0, 0], [100, 0], [100, 100], [0, 100]])), feature('b', polygon([[100, 0], [100.05, 0], [100.05, -0.08], [200, -50], [200, 100], [100, 100]]))], 'land-parcel'],
  ])('%s: none', (_, features, schema) => expect(sliverIssues(layerOf(features, schema))).toEqual([]));
});

it('are told under the layer that was asked, though the same features were looked at under another id', () => {
  expect([GAP, { ...GAP, id: 'land-parcels' }, GAP].map((layer) => sliverIssues(layer)[0].layer)).toEqual(['land-parcel', 'land-parcels', 'land-parcel']);
});
it('a layer so large that the check would take seconds is told, and checked by who has the time', () => {
  const many = layerOf([...GAP.features, ...Array.from({ length: MOST_AT_ONCE - 1 }, (_, i) => feature(`x${i}`, polygon(box(1000 + (i % 200) * 10, 1000 + Math.floor(i / 200) * 10, 9, 9))))]);
  expect(sliverIssues(many)).toMatchObject([{ code: 'rule.slivers-not-checked', severity: 'info', params: { n: 20001 } }]);
  expect(sliverIssues(many, true)).toMatchObject([{ code: 'rule.slivers', params: { n: 1 } }]);
});

describe('snapping', () => {
  it('lays the later feature onto the vertices of the earlier, to the last digit', () => {
    const after = snapped(GAP);
    expect(after.features[0]).toBe(GAP.features[0]);
    expect(ring(after, 'b')).toEqual(expect.arrayContaining([ring(GAP, 'a')[1], ring(GAP, 'a')[2]]));
    expect(sliverIssues(after)).toEqual([]);
  });
  it('goes onto an edge where there is no vertex, and takes in a vertex beside an edge', () => {
    // b has a corner in the middle of a's edge; c a straight edge along two corners of a and b.
    const layer = layerOf([feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100.04, 30, 50, 40))), feature('c', polygon([[-10, 100.03], [300, 100.03], [300, 200], [-10, 200]]))]);
    const after = snapped(layer);
    expect(sliversOf(after, SLIVER_TOLERANCE)).toEqual([]);
    expect(plane.forward(...ring(after, 'b')[0] as Plain)[0] - X).toBeCloseTo(100, 6);
    expect(ring(after, 'c')).toEqual(expect.arrayContaining([ring(layer, 'a')[2], ring(layer, 'a')[3]]));
  });
  it('closes overlaps as it closes gaps, and fills a hole up to its edge', () => {
    const layer = layerOf([feature('a', polygon(box(0, 0, 100, 100), box(40, 40, 20, 20).reverse())), feature('b', polygon(box(40.03, 39.95, 20, 20.02))), feature('c', polygon(box(99.94, 0, 60, 100)))]);
    const after = snapped(layer);
    expect(sliversOf(after, SLIVER_TOLERANCE)).toEqual([]);
    expect(ellipsoidalArea(after.features[1].geometry)).toBeCloseTo(400, 0);
  });
  it('leaves a feature that would not be sound any more: a strip thinner than the tolerance', () => {
    const layer = layerOf([feature('a', polygon(box(0, 0, 100, 100))), feature('b', polygon(box(100.02, 0, 0.06, 100)))]);
    expect(snapped(layer)).toBe(layer);
  });
  it('lays zones of one stratum onto each other and onto none above or below', () => {
    const shallow = { stratum: 'shallow' }, deep = { stratum: 'deep' };
    const layer = layerOf([feature('a', polygon(box(0, 0, 100, 100)), deep), feature('b', polygon(box(0.05, 0.05, 100, 100)), shallow), feature('c', polygon(box(100.1, 0.05, 100, 100)), shallow), feature('d', polygon(box(100.02, 0, 100, 100)), deep)], 'underground-zone');
    const after = snapped(layer);
    expect(sliversOf(layer, SLIVER_TOLERANCE).map(({ a, b }) => [a.id, b.id])).toEqual([['a', 'd'], ['b', 'c']]);
    expect(after.features.map((one, i) => one === layer.features[i])).toEqual([true, true, false, false]);
    expect(ring(after, 'c')).toEqual(expect.arrayContaining([ring(layer, 'b')[1], ring(layer, 'b')[2]]));
    expect(ring(after, 'd')).toEqual(expect.arrayContaining([ring(layer, 'a')[1], ring(layer, 'a')[2]]));
  });
  it('touches nobody who was not named', () => {
    expect(snapSlivers(GAP, ['a'], SLIVER_TOLERANCE)).toBe(GAP);
  });
});

describe('of random quarters whose corners were drawn a few centimetres off', () => {
  let kernel: Kernel;
  beforeAll(async () => { kernel = await loadKernel(); });

  /** A grid of crooked blocks that share corners, some edges with a corner more, each feature drawn on its own up to 4 cm off. */
  function quarters(random: () => number, n = 4): Layer {
    const corner = new Map<string, Plain>();
    const cornerAt = (i: number, j: number) => { const key = `${i},${j}`; if (!corner.has(key)) corner.set(key, [i * 60 + random() * 20, j * 60 + random() * 20]); return corner.get(key)!; };
    const off = ([x, y]: Plain): Plain => [x + (random() - 0.5) * 0.056, y + (random() - 0.5) * 0.056];
    const halfway = (a: Plain, b: Plain): Plain[] => (random() < 0.3 ? [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]] : [a]);
    const features = Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [k % n, Math.floor(k / n)], corners = [cornerAt(i, j), cornerAt(i + 1, j), cornerAt(i + 1, j + 1), cornerAt(i, j + 1)];
      return feature(String(k).padStart(2, '0'), polygon(corners.flatMap((one, c) => halfway(one, corners[(c + 1) % 4])).map(off)));
    });
    return layerOf(features);
  }

  it('no sliver is left, every polygon is valid, nothing moves further than it may, and order and repetition change nothing', () => {
    const random = numbers(20);
    let found = 0;
    for (let round = 0; round < 60; round++) {
      const layer = quarters(random), before = JSON.stringify(layer);
      found += sliversOf(layer, SLIVER_TOLERANCE).length;
      const after = snapped(layer);
      expect(sliversOf(after, SLIVER_TOLERANCE).map(({ a, b, width }) => [a.id, b.id, width]), `round ${round}`).toEqual([]);
      for (const [i, { geometry }] of after.features.entries()) {
        expect(geometryFaults(geometry, ['polygon'])).toEqual([]);
        expect(kernel.validity(geometry as Polygonal).valid).toBe(true);
        // A quarter of 240 m around, moved by no more than the tolerance.
        expect(Math.abs(ellipsoidalArea(geometry) - ellipsoidalArea(layer.features[i].geometry))).toBeLessThan(300 * SLIVER_TOLERANCE);
      }
      expect(snapped(after)).toBe(after);
      const turned = { ...layer, features: [...layer.features].reverse() };
      expect([...snapped(turned).features].reverse()).toEqual(after.features);
      expect(JSON.stringify(layer)).toBe(before);
    }
    expect(found).toBeGreaterThan(1000);
  });
  it('rings of any shape, however they cross, stay as they are or become sound', () => {
    const random = numbers(21);
    let moved = 0;
    for (let round = 0; round < 300; round++) {
      const star = (x: number): Plain[] => { const n = 5 + Math.floor(random() * 8); return Array.from({ length: n }, (_, i) => { const turn = 2 * Math.PI * i / n, far = 0.03 + random() * 0.4; return [x + far * Math.cos(turn), far * Math.sin(turn)]; }); };
      const layer = layerOf([0, 1, 2].map((k) => feature(String(k), polygon(star(k * 0.5)))).filter(({ geometry }) => geometryFaults(geometry, ['polygon']).length === 0));
      const after = snapped(layer);
      for (const [i, one] of after.features.entries()) {
        if (one !== layer.features[i]) moved++;
        expect(kernel.validity(one.geometry as Polygonal), JSON.stringify(layer)).toMatchObject({ valid: true });
      }
    }
    expect(moved).toBeGreaterThan(50);
  });
});
