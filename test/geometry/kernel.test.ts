import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { planeArea } from '../../geo/crs/index.ts';
import { fromWkb, loadKernel, planeDistance, pointOnSurface, toWkb, voronoiCell } from '../../geo/geometry/index.ts';
import { numbers } from '../support/numbers.ts';

const box = (x: number, y: number, w: number, h: number): Polygon => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]] });
const kernel = await loadKernel();

describe('kernel', () => {
  it('opens: a neck of 10 m between two halls goes, the halls stay', () => {
    const halls = kernel.union([box(0, 0, 50, 50), box(50, 20, 40, 10), box(90, 0, 50, 50)])!;
    const open = kernel.opening(halls, 16.5)!;
    expect(open.type).toBe('MultiPolygon');
    expect(planeArea(open)).toBeGreaterThan(5000 - 8 * 0.2147 * 8.25 ** 2 - 1);
    expect(planeArea(open)).toBeLessThan(5000);
    expect(kernel.opening(box(0, 0, 100, 16), 16.5)).toBeNull();
    expect(planeArea(kernel.opening(box(0, 0, 100, 100), 16.5)!)).toBeGreaterThan(9900);
  });
  it('closes a gap of 20 m and leaves one of 60 m', () => {
    expect(kernel.closing([box(0, 0, 100, 100), box(120, 0, 100, 100)], 40)!.type).toBe('Polygon');
    expect(kernel.closing([box(0, 0, 100, 100), box(160, 0, 100, 100)], 40)!.type).toBe('MultiPolygon');
  });
  it('names the place of a bow-tie and mends it', () => {
    const bow: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]] };
    expect(kernel.validity(bow)).toEqual({ valid: false, reason: 'Self-intersection', place: [5, 5] });
    expect(planeArea(kernel.makeValid(bow)!)).toBeCloseTo(50, 9);
  });
  it('frees what it takes, also when GEOS refuses', () => {
    const heap = () => (kernel as unknown as { geos: { Module: { HEAPU8: Uint8Array } } }).geos.Module.HEAPU8.length;
    const wrong: Geometry = { type: 'LineString', coordinates: [[0, 0]] };
    for (let i = 0; i < 500; i++) kernel.union([box(i, 0, 50, 50), box(i + 20, 20, 50, 50)]);
    const before = heap();
    for (let i = 0; i < 20_000; i++) kernel.union([box(i, 0, 50, 50), box(i + 20, 20, 50, 50)]);
    for (let i = 0; i < 200; i++) expect(() => kernel.buffer(wrong, 1)).toThrow();
    expect(heap()).toBe(before);
  });
  it('gives distances that agree with the plain computation', () => {
    const random = numbers(3);
    for (let i = 0; i < 500; i++) {
      const a = box(random() * 100, random() * 100, 1 + random() * 50, 1 + random() * 50);
      const b = box(random() * 100, random() * 100, 1 + random() * 50, 1 + random() * 50);
      expect(planeDistance(a, b)).toBeCloseTo(kernel.distance(a, b), 9);
    }
  });
});

describe('pure geometry', () => {
  it('takes every geometry through WKB and back', () => {
    const all: Geometry = { type: 'GeometryCollection', geometries: [box(0, 0, 1, 2), { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }, { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]]] }, { type: 'MultiPolygon', coordinates: [box(5, 5, 1, 1).coordinates] }] };
    expect(fromWkb(toWkb(all))).toEqual(all);
  });
  it('finds a point on the surface where GEOS does', () => {
    // SELECT ST_AsText(ST_PointOnSurface(...)) of PostGIS 3.3: a C shape, whose centroid lies outside.
    const c: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 2], [2, 2], [2, 8], [10, 8], [10, 10], [0, 10], [0, 0]]] };
    expect(pointOnSurface(c)).toEqual([1, 5]);
    expect(pointOnSurface(box(0, 0, 10, 4))).toEqual([5, 2]);
  });
  it('shares the ground between points: cells do not overlap and fill the strip between', () => {
    const left = voronoiCell(0, 0, [[60, 0, false]], 75)!;
    const right = voronoiCell(60, 0, [[0, 0, false]], 75)!;
    expect(Math.max(...left.coordinates[0].map(([x]) => x))).toBeCloseTo(30, 9);
    expect(kernel.intersection(left, right)).toBeNull();
    expect(voronoiCell(0, 0, [[0, 0, true]], 75)).toBeNull();
  });
});
