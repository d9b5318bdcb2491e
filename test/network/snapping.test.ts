import { describe, expect, it } from 'vitest';
import { planeByCode } from '../../geo/crs/index.ts';
import type { Layer, PlanFeature, Position } from '../../geo/model/index.ts';
import { buildNetwork, networkPairs, pointSet, snap } from '../../geo/network/index.ts';
import { numbers } from '../support/numbers.ts';

const plane = planeByCode('4547');
const [EAST, NORTH] = [499_000, 2_463_000];
const at = (x: number, y: number): Position => plane.inverse(EAST + x, NORTH + y);
const streets = (...lines: [number, number][][]): Layer => ({ id: 'w', schema: 'walking-network', name: '', features: lines.map((line, i) => ({ type: 'Feature', id: `${i}`, properties: {}, geometry: { type: 'LineString', coordinates: line.map(([x, y]) => at(x, y)) } })) });
const network = (...lines: [number, number][][]) => buildNetwork(streets(...lines), plane);
const point = (id: string, x: number, y: number, entrances: [number, number][] = []): PlanFeature => ({ type: 'Feature', id, properties: { entrances: entrances.map(([a, b]) => at(a, b)) }, geometry: { type: 'Point', coordinates: at(x, y) } });
const walk = (net: ReturnType<typeof network>, unit: PlanFeature, facility: PlanFeature, radius = 5000, maxSnap = 100) => {
  const { pairs } = networkPairs(net, pointSet([unit], plane), pointSet([facility], plane), { radius, maxSnap });
  return pairs.cost.length === 0 ? null : pairs.cost[0];
};

/*  y 100   ┌────────────┐         a street of three sides; its south is open
 *          │            │
 *    0     ┘            └
 *    x     0           100
 */
describe('a point meets the network', () => {
  const open = network([[0, 0], [0, 100], [100, 100], [100, 0]]);
  const snapAt = (x: number, y: number, most = 100) => snap(open, EAST + x, NORTH + y, most);
  it.each([
    [20, 40, { segment: 0, along: 40, away: 20 }], [30, 90, { segment: 1, along: 30, away: 10 }], [95, 50, { segment: 2, along: 50, away: 5 }],
    [-3, -4, { segment: 0, along: 0, away: 5 }], [103, -4, { segment: 2, along: 100, away: 5 }], [1, 98.5, { segment: 0, along: 98.5, away: 1 }],
  ])('at %d, %d', (x, y, wanted) => {
    const found = snapAt(x, y)!;
    expect(found.segment).toBe(wanted.segment);
    expect(found.along).toBeCloseTo(wanted.along, 2);
    expect(found.away).toBeCloseTo(wanted.away, 2);
  });
  it('only within the greatest distance', () => {
    expect(snapAt(-30, 50, 30.001)).not.toBeNull();
    expect(snapAt(-30, 50, 29.999)).toBeNull();
    // In the corner of the box that is searched, but not in the circle.
    expect(snapAt(-25, -25, 30)).toBeNull();
    expect(snap(network(), EAST, NORTH, 1000)).toBeNull();
  });
  it('at the nearest of all segments, by looking at all of them', () => {
    const random = numbers(21);
    const lines = Array.from({ length: 60 }, (): [number, number][] => [[random() * 800, random() * 800], [random() * 800, random() * 800]]);
    const net = network(...lines);
    for (let i = 0; i < 500; i++) {
      const [x, y] = [EAST + random() * 1000 - 100, NORTH + random() * 1000 - 100];
      const distance = (s: number) => {
        const [ax, ay, bx, by] = [net.x[net.from[s]], net.y[net.from[s]], net.x[net.to[s]], net.y[net.to[s]]];
        const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
        return Math.sqrt((x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2);
      };
      const nearest = Math.min(...[...net.from.keys()].map(distance));
      const found = snap(net, x, y, 50);
      if (nearest > 50) expect(found).toBeNull();
      else expect(found!.away).toBeCloseTo(nearest, 9);
    }
  });
});

describe('walking', () => {
  it('between two places on one street does not go by its ends', () => {
    expect(walk(network([[0, 0], [1000, 0]]), point('u', 400, 3), point('f', 440, -4))).toBeCloseTo(47, 2);
  });
  it('takes the shorter way round where the street is a loop', () => {
    const ring = network([[0, 0], [300, 0], [300, 300], [0, 300], [0, 0]]);
    expect(walk(ring, point('u', 10, 0), point('f', 0, 20))).toBeCloseTo(30, 2);
    expect(walk(ring, point('u', 300, 150), point('f', 0, 140))).toBeCloseTo(590, 2);
  });
  it('is as long from u to f as from f to u, and never shorter than the straight line', () => {
    const random = numbers(22);
    const grid = network(...Array.from({ length: 6 }, (_, i): [number, number][][] => [Array.from({ length: 6 }, (_, k) => [k * 100, i * 100]), Array.from({ length: 6 }, (_, k) => [i * 100, k * 100])]).flat());
    for (let i = 0; i < 200; i++) {
      const [ax, ay, bx, by] = Array.from({ length: 4 }, () => random() * 500);
      const there = walk(grid, point('u', ax, ay), point('f', bx, by))!, back = walk(grid, point('u', bx, by), point('f', ax, ay))!;
      expect(there).toBeCloseTo(back, 6);
      expect(there).toBeGreaterThan(Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2) - 0.01);
    }
  });
  it('goes from the entrance that makes it shortest, on both sides', () => {
    const street = network([[0, 0], [100, 0], [200, 0], [300, 0], [400, 0]]);
    expect(walk(street, point('u', 0, 5, [[0, 5], [150, 5]]), point('f', 400, 5, [[390, 10], [250, 10]]))).toBeCloseTo(5 + 100 + 10, 2);
  });
  it('ends at the radius, the bound included', () => {
    const street = network([[0, 0], [400, 0]]);
    const metres = walk(street, point('u', 0, 0), point('f', 200, 0))!;
    expect(walk(street, point('u', 0, 0), point('f', 200, 0), metres)).toBe(metres);
    expect(walk(street, point('u', 0, 0), point('f', 200, 0), metres - 1e-5)).toBeNull();
  });
});
