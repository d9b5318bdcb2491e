import { describe, expect, it } from 'vitest';
import type { Position } from 'geojson';
import { inRings, signedArea } from '../../geo/geometry/index.ts';
import { numbers } from '../support/numbers.ts';

/*
 *  (0,4)───────(4,4)
 *    │  (1,3)─(3,3)│     a square of 4 with a hole of 2, far to the east
 *    │    │    │   │
 *    │  (1,1)─(3,1)│
 *  (0,0)───────(4,0)
 */
const EAST = 38_500_000;
const square = (from: number, to: number): Position[] => [[EAST + from, from], [EAST + to, from], [EAST + to, to], [EAST + from, to], [EAST + from, from]];
const rings = [square(0, 4), [...square(1, 3)].reverse()];

describe('the ground between rings', () => {
  it('is inside the shell and outside its hole, whichever way they run', () => {
    for (const ground of [rings, rings.map((ring) => [...ring].reverse())]) {
      expect(inRings(ground, EAST + 0.5, 2)).toBe(true);
      expect(inRings(ground, EAST + 2, 2)).toBe(false);
      expect(inRings(ground, EAST + 5, 2)).toBe(false);
    }
  });
  it('is the same for rings that repeat their first vertex and for those that do not', () => {
    const open = rings.map((ring) => ring.slice(0, -1)), chance = numbers(7);
    for (let i = 0; i < 500; i++) {
      const x = EAST - 1 + 6 * chance(), y = -1 + 6 * chance();
      expect(inRings(open, x, y)).toBe(inRings(rings, x, y));
      const held = (from: number, to: number) => x - EAST > from && x - EAST < to && y > from && y < to;
      expect(inRings(rings, x, y)).toBe(held(0, 4) && !held(1, 3));
    }
  });
  it('has an area with the sign of its turn, at any distance from the origin', () => {
    expect(signedArea(rings[0])).toBe(16);
    expect(signedArea(rings[1])).toBe(-4);
  });
});
