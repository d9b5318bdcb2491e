import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea } from '../../geo/crs/index.ts';
import { fixGeometry, geometryFaults, GEOMETRY_FIXES } from '../../geo/io/index.ts';
import type { Layer } from '../../geo/model/index.ts';
import { numbers } from '../support/numbers.ts';
import { point, polygon, square } from './reading.ts';

const fix = (name: string, geometry: unknown): Geometry | null => GEOMETRY_FIXES[name](geometry as Geometry);
const faults = (geometry: Geometry | null): string[] => geometryFaults(geometry, ['polygon']).map(({ code }) => code);
const bowTie = polygon([[113, 22], [113.02, 22.02], [113.02, 22], [113, 22.02], [113, 22]]);
const [a, b, c, d] = square();

describe('each fix', () => {
  it.each<[string, string, unknown]>([
    ['geometry.not-closed', 'close', polygon([a, b, c, d])], ['geometry.duplicate-vertices', 'drop-duplicates', polygon([a, a, b, c, d, a])],
    ['geometry.winding', 'rewind', polygon([a, d, c, b, a])], ['geometry.self-crossing', 'unkink', bowTie],
    ['geometry.not-closed', 'close', { type: 'MultiPolygon', coordinates: [[[a, b, c, d]], [square(114, 22)]] }], ['geometry.winding', 'rewind', { type: 'GeometryCollection', geometries: [polygon([a, d, c, b, a])] }],
  ])('of %s is %s and leaves a sound polygon', (code, name, geometry) => {
    const [first] = geometryFaults(geometry as Geometry, ['polygon']);
    expect([first.code, first.fix]).toEqual([code, name]);
    expect(faults(fix(name, geometry))).toEqual([]);
  });
  it('done twice does no more than done once', () => {
    const all: unknown[] = [polygon([a, b, c, d]), polygon([a, a, b, c, d, a]), polygon([a, d, c, b, a]), bowTie, polygon(square()), { type: 'MultiPolygon', coordinates: [[[a, d, c, b]], [square(114, 22)]] }];
    for (const name of ['close', 'drop-duplicates', 'rewind', 'unkink']) {
      for (const geometry of all) {
        const once = fix(name, geometry);
        if (once && faults(once).every((code) => code !== 'geometry.not-closed')) expect(fix(name, once), name).toEqual(once);
      }
    }
  });
  it('leaves a sound polygon as it is', () => {
    for (const name of ['close', 'drop-duplicates', 'rewind', 'unkink']) expect(fix(name, polygon(square()))).toEqual(polygon(square()));
  });
  it('does not apply to points and lines, but axes can be swapped in all of them', () => {
    for (const name of ['close', 'drop-duplicates', 'rewind', 'unkink']) expect(fix(name, point())).toBeNull();
    expect(fix('swap-axes', { type: 'MultiLineString', coordinates: [[[22, 113, 5], [23, 114]]] })).toEqual({ type: 'MultiLineString', coordinates: [[[113, 22, 5], [114, 23]]] });
    expect(fix('swap-axes', fix('swap-axes', bowTie))).toEqual(bowTie);
  });
  it('leaves a ring of one position beside a ring with a spike', () => {
    const spiked = [...square().slice(0, 4), [113.5, 22.5], square()[3], square()[0]];
    expect(fix('drop-spikes', polygon(spiked, [[113.001, 22.001]]))).toEqual(polygon(square(), [[113.001, 22.001]]));
  });
  it('does not touch what it was given', () => {
    const given = JSON.stringify(bowTie);
    for (const name of Object.keys(GEOMETRY_FIXES)) fix(name, bowTie);
    expect(JSON.stringify(bowTie)).toBe(given);
  });
});

describe('splitting at a crossing', () => {
  it('keeps both loops of a bow-tie and all their ground', () => {
    const loops = fix('unkink', bowTie)!;
    expect(loops.type).toBe('MultiPolygon');
    const half = ellipsoidalArea(polygon([[113, 22], [113.01, 22.01], [113, 22.02], [113, 22]]) as Polygon);
    expect(ellipsoidalArea(loops) / half).toBeCloseTo(2, 5);
  });
  it('is not offered where it is unclear: a hole that crosses itself, a ring that also touches itself', () => {
    const hole = [[113.002, 22.002], [113.006, 22.006], [113.006, 22.002], [113.002, 22.006], [113.002, 22.002]];
    const touching = [[0, 0], [4, 4], [4, 0], [2, 0], [5, 5], [5, 4], [2, 0], [0, 4], [0, 0]];
    for (const geometry of [polygon(square(), hole), polygon(touching)]) {
      expect(geometryFaults(geometry as Geometry, ['polygon'])[0]).toMatchObject({ code: 'geometry.self-crossing', fix: undefined });
      expect(fix('unkink', geometry)).toBeNull();
    }
  });
  it('of 500 random rings gives sound polygons or nothing, never an error', () => {
    const random = numbers(8);
    let split = 0;
    for (let i = 0; i < 500; i++) {
      const ring = Array.from({ length: 4 + Math.floor(random() * 4) }, () => [113 + random(), 22 + random()]);
      const geometry = polygon([...ring, ring[0]]) as Polygon;
      const parts = fix('unkink', geometry);
      if (!parts || !faults(geometry).includes('geometry.self-crossing')) continue;
      expect(faults(parts), JSON.stringify(geometry)).toEqual([]);
      split++;
    }
    expect(split).toBeGreaterThan(200);
  });
});

describe('fixing features of a layer', () => {
  const layer: Layer = { id: 'x', schema: 'demand-unit', name: '', features: ['p', 'q'].map((id) => ({ type: 'Feature', id, properties: { id }, geometry: point(22, 113) as Geometry })) };
  it('changes those that are named and gives a new layer', () => {
    const fixed = fixGeometry(layer, 'swap-axes', ['q', 'nobody']);
    expect(fixed.features.map(({ geometry }) => geometry)).toEqual([point(22, 113), point(113, 22)]);
    expect(layer.features[1].geometry).toEqual(point(22, 113));
    expect(fixed.features[0]).toBe(layer.features[0]);
  });
  it('leaves features to which the fix does not apply', () => {
    expect(fixGeometry(layer, 'unkink', ['p', 'q'])).toEqual(layer);
  });
});
