import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { loadKernel, type Polygonal } from '../../geo/geometry/index.ts';
import type { Params } from '../../geo/model/index.ts';
import { rulesOf, testFit, TEST_FIT_PARAMS, type TestFit } from '../../geo/test-fit/index.ts';

export const kernel = await loadKernel();
export const DEFAULTS: Params = Object.fromEntries(TEST_FIT_PARAMS.map(({ key, default: value }) => [key, value]));

export function fitOf(footprint: Polygonal, given: Params = {}, bare = false): TestFit {
  const params = { ...DEFAULTS, ...given };
  return testFit(footprint, { ...rulesOf(params), bare }, params, kernel);
}
export type Spot = [number, number];
export const polygon = (...rings: Spot[][]): Polygonal => ({ type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]]) });
export const rectangle = (long: number, broad: number): Polygonal => polygon([[0, 0], [long, 0], [long, broad], [0, broad]]);
export const corridor = (axis: Spot[], width: number): Polygonal => kernel.buffer({ type: 'LineString', coordinates: axis }, width / 2, { flatCaps: true, mitre: true })!;

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Where cities lie in the planning CRS: hundreds of thousands east, millions north. */
const moved = (spots: Spot[]): Spot[] => spots.map(([x, y]) => [x + 423_517, y + 2_463_118]);
const turned = (spots: Spot[], angle: number): Spot[] => spots.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);

export const rectangles = fc.tuple(number(45, 200), number(15, 90), number(0, 3)).map(([long, broad, angle]) => polygon(moved(turned([[0, 0], [long, 0], [long, broad], [0, broad]], angle))));

/** Roads that turn by up to 60 degrees at each of their corners. */
export const corridors = fc.tuple(number(16, 42), number(0, 3), fc.array(fc.tuple(number(60, 140), number(-1, 1)), { minLength: 2, maxLength: 4 })).map(([width, first, legs]) => {
  let at: Spot = [0, 0], heading = first;
  const axis: Spot[] = [at, ...legs.map(([long, turn]): Spot => {
    at = [at[0] + long * Math.cos(heading), at[1] + long * Math.sin(heading)];
    heading += turn;
    return at;
  })];
  return corridor(moved(axis), width);
});

/** Round about a middle, with a hole in some. */
export const irregulars = fc.tuple(fc.array(number(32, 75), { minLength: 5, maxLength: 9 }), fc.boolean()).map(([radii, isHoled]) => {
  const around = (radius: (i: number) => number, n: number, way: 1 | -1): Spot[] => Array.from({ length: n }, (_, i) => { const a = way * i * 2 * Math.PI / n; return [radius(i) * Math.cos(a), radius(i) * Math.sin(a)]; });
  const outer = around((i) => radii[i], radii.length, 1);
  return polygon(moved(outer), ...(isHoled ? [moved(around(() => 9, 5, -1))] : []));
});

/** Round a block or a tower: with 4 to 24 corners, as broad all round as a row of cars on either side of an aisle needs, or broader. */
export const rings = fc.tuple(fc.integer({ min: 4, max: 24 }), number(48, 75), number(15.5, 34), number(0, 3)).map(([corners, radius, breadth, angle]) => {
  // What the sides of the rim keep from the middle, less the breadth, the hole's keep.
  const inner = radius - breadth / Math.cos(Math.PI / corners);
  const around = (r: number) => Array.from({ length: corners }, (_, i): Spot => [r * Math.cos(2 * Math.PI * i / corners), r * Math.sin(2 * Math.PI * i / corners)]);
  return polygon(moved(turned(around(radius), angle)), moved(turned(around(inner), angle)).reverse());
});

const box = (west: number, south: number, east: number, north: number): Spot[] => [[west, south], [east, south], [east, north], [west, north]];
/** Shapes that blocks have: with a yard, a yard that touches the rim, a waist of no width; and two pieces of one site. */
export const ODD = {
  holed: polygon(moved(box(0, 0, 120, 90)), moved(box(40, 30, 80, 60).reverse())),
  touched: polygon(moved(box(0, 0, 120, 90)), moved([[0, 45], [40, 60], [40, 30]])),
  waist: polygon(moved([[0, 0], [60, 0], [60, 40], [30, 40], [60, 80], [0, 80], [30, 40], [0, 40]])),
  pieces: { type: 'MultiPolygon', coordinates: [box(0, 0, 60, 40), box(100, 0, 180, 40)].map((ring) => polygon(moved(ring)).coordinates as Polygon['coordinates']) },
} satisfies Record<string, Polygonal>;
export const WINGED = {
  angle: polygon(moved([[0, 0], [120, 0], [120, 30], [30, 30], [30, 120], [0, 120]])),
  horseshoe: polygon(moved([[0, 0], [120, 0], [120, 120], [90, 120], [90, 30], [30, 30], [30, 120], [0, 120]])),
};
