import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, geodesicDistance, groundDistance, planeArea, planeByCode, planeLength } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';
import { hasShared, readShared } from '../support/shared.ts';

const A = 6378137, F = 1 / 298.257222101, E2 = F * (2 - F);
const RAD = Math.PI / 180;
const box = (w: number, s: number, e: number, n: number): Polygon => ({ type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] });
const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

/** Area between two parallels by Simpson's rule over M N cos(lat): the definition, not the closed form. */
function stripArea(degrees: number, south: number, north: number): number {
  const density = (lat: number) => { const w = 1 - E2 * Math.sin(lat) ** 2; return A * A * (1 - E2) / (w * w) * Math.cos(lat); };
  const steps = 2000, h = (north - south) * RAD / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += density(south * RAD + i * h) * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  return sum * h / 3 * degrees * RAD;
}
function haversine([lonA, latA]: Position, [lonB, latB]: Position): number {
  const h = Math.sin((latB - latA) * RAD / 2) ** 2 + Math.cos(latA * RAD) * Math.cos(latB * RAD) * Math.sin((lonB - lonA) * RAD / 2) ** 2;
  return 2 * 6371007.181 * Math.asin(Math.sqrt(h));
}

describe('ellipsoidal area', () => {
  it('of the whole earth is that of GRS 80 (H. Moritz 2000): 510,065,621.724 km²', () => {
    expect(ellipsoidalArea(box(-180, -90, 180, 90)) / 1e6).toBeCloseTo(510_065_621.724, 1);
  });
  it.each([[113, 22, 114, 23], [0, 0, 1, 1], [7, 43, 7.5, 43.8], [-60, -35, -58, -34], [10, 79, 20, 80]])('between meridians and parallels %d %d %d %d is the integral', (w, s, e, n) => {
    const area = stripArea(e - w, s, n);
    expect(Math.abs(ellipsoidalArea(box(w, s, e, n)) / area - 1)).toBeLessThan(1e-11);
  });
  it('is the area in the plane less the square of its scale, on 500 quadrangles whose edges are straight in the plane', () => {
    const plane = planeByCode('4547');
    const random = numbers(4);
    for (let i = 0; i < 500; i++) {
      const [x, y] = plane.forward(112.6 + 2.8 * random(), 18 + 30 * random());
      const w = 60 + 200 * random(), h = 60 + 200 * random(), slant = 40 * random();
      // A parallelogram, so that its middle is its centroid; many points an edge, since edges in degrees bend.
      const corners: Position[] = [[-w - slant, -h], [w - slant, -h], [w + slant, h], [-w + slant, h], [-w - slant, -h]];
      const ring = corners.slice(0, -1).flatMap(([ax, ay], k) => Array.from({ length: 50 }, (_, t): Position => [x + ax + (corners[k + 1][0] - ax) * t / 50, y + ay + (corners[k + 1][1] - ay) * t / 50]));
      const closed = [...ring, ring[0]];
      const scale = plane.scaleAt(x, y);
      expect(Math.abs(ellipsoidalArea(polygon(closed.map((p) => plane.inverse(p[0], p[1])))) / (planeArea(polygon(closed)) / scale / scale) - 1)).toBeLessThan(2e-8);
    }
  });
  it('leaves out holes, adds parts, and does not mind the winding', () => {
    const outer = box(113, 22, 113.1, 22.1), hole = box(113.02, 22.02, 113.05, 22.05);
    const holed = polygon(outer.coordinates[0], hole.coordinates[0]);
    expect(ellipsoidalArea(holed)).toBe(ellipsoidalArea(outer) - ellipsoidalArea(hole));
    expect(ellipsoidalArea({ type: 'MultiPolygon', coordinates: [outer.coordinates, box(114, 22, 114.1, 22.1).coordinates] })).toBeCloseTo(2 * ellipsoidalArea(outer), 3);
    expect(ellipsoidalArea(polygon([...outer.coordinates[0]].reverse()))).toBeCloseTo(ellipsoidalArea(outer), 6);
    expect(ellipsoidalArea({ type: 'Point', coordinates: [113, 22] })).toBe(0);
  });
});

describe('geodesic distance', () => {
  it.each([
    ['the meridian from the equator to the pole (GRS 80 quadrant)', 0, 0, 0, 90, 10_001_965.729, 1e-3],
    ['one degree of the equator', 10, 0, 11, 0, 111_319.4908, 1e-3],
    ['New York JFK to Singapore (C. F. F. Karney, GeodSolve)', -(73 + 46 / 60 + 44 / 3600), 40 + 38 / 60 + 23 / 3600, 103 + 59 / 60 + 22 / 3600, 1 + 21 / 60 + 33 / 3600, 15_347_628, 1],
  ])('of %s', (_, lonA, latA, lonB, latB, metres, tolerance) => {
    expect(Math.abs(geodesicDistance(lonA, latA, lonB, latB) - metres)).toBeLessThan(tolerance);
  });
  it('is the same both ways, 0 to itself, and within 0.6 % of the sphere', () => {
    const random = numbers(5);
    for (let i = 0; i < 1000; i++) {
      const a: Position = [360 * random() - 180, 160 * random() - 80], b: Position = [a[0] + 40 * random() - 20, a[1] * random()];
      const there = geodesicDistance(a[0], a[1], b[0], b[1]);
      expect(Math.abs(there - geodesicDistance(b[0], b[1], a[0], a[1]))).toBeLessThan(1e-6);
      expect(Math.abs(there / haversine(a, b) - 1)).toBeLessThan(0.006);
      expect(geodesicDistance(a[0], a[1], a[0], a[1])).toBe(0);
    }
  });
});

describe('ground distance', () => {
  it('is the geodesic to a millimetre on lines of up to 30 km anywhere in a zone', () => {
    const plane = planeByCode('4547');
    const random = numbers(6);
    for (let i = 0; i < 1000; i++) {
      const a: [number, number] = [112.5 + 3 * random(), 18 + 30 * random()];
      const b: [number, number] = [a[0] + 0.2 * (random() - 0.5), a[1] + 0.2 * (random() - 0.5)];
      expect(Math.abs(groundDistance(plane, ...plane.forward(...a), ...plane.forward(...b)) - geodesicDistance(...a, ...b))).toBeLessThan(1e-3);
    }
  });
  it('does not jump where the reckoning changes at a kilometre', () => {
    const plane = planeByCode('4549');
    const [x, y] = plane.forward(121.4, 31.2);
    expect(Math.abs(groundDistance(plane, x, y, x + 1000, y) - groundDistance(plane, x, y, x + 999.999999, y))).toBeLessThan(3e-6);
  });
});

describe('plane measures', () => {
  it('of a 3-4-5 triangle', () => {
    const ring: Position[] = [[500_000, 2_463_000], [500_004, 2_463_000], [500_000, 2_463_003], [500_000, 2_463_000]];
    expect(planeArea(polygon(ring))).toBe(6);
    expect(planeLength({ type: 'LineString', coordinates: ring })).toBe(12);
    expect(planeLength({ type: 'MultiLineString', coordinates: [ring, [[0, 0], [0, 1]]] })).toBe(13);
    expect(planeLength(polygon(ring))).toBe(0);
    expect(planeArea({ type: 'GeometryCollection', geometries: [polygon(ring), { type: 'Point', coordinates: [0, 0] }] })).toBe(6);
  });
});

describe.skipIf(!hasShared('oracles.json'))('the worked examples', () => {
  const { crs } = hasShared('oracles.json') ? readShared<{ crs: { 'EPSG:4547': number[][]; 'EPSG:4526_x_offset': number } }>('oracles.json') : { crs: { 'EPSG:4547': [], 'EPSG:4526_x_offset': 0 } };
  it('of EPSG:4547 and of the zone before the easting agree to a tenth of a millimetre', () => {
    expect(crs['EPSG:4547'].length).toBeGreaterThan(0);
    for (const [lon, lat, x, y] of crs['EPSG:4547']) {
      const [e, n] = planeByCode('4547').forward(lon, lat);
      const [prefixed] = planeByCode('4526').forward(lon, lat);
      expect(Math.abs(e - x) + Math.abs(n - y)).toBeLessThan(2e-4);
      expect(prefixed - e).toBeCloseTo(crs['EPSG:4526_x_offset'], 6);
    }
  });
});
