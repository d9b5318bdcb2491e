import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Grounds } from '../../geo/geometry/index.ts';

const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];
const ground = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const parts = (...all: Position[][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: all.map((ring) => [ring]) });

describe('grounds', () => {
  it('the first of those that overlap holds a place; a hole is outside, a rim and every part are inside', () => {
    const grounds = new Grounds([parts(square(0, 0, 2), square(10, 0, 2)), ground(square(1, 0, 4), [...square(3, 1, 1)].reverse())]);
    expect([[1.5, 1], [11, 1], [2.5, 1], [3.5, 1.5], [5, 2], [8, 1], [99, 99]].map((at) => grounds.holding(at))).toEqual([0, 0, 1, -1, 1, -1, -1]);
  });
  it('ground without a position holds nothing, and hinders none', () => {
    expect(new Grounds([{ type: 'MultiPolygon', coordinates: [] }, ground([]), ground(square(0, 0, 2))]).holding([1, 1])).toBe(2);
    expect(new Grounds([]).holding([1, 1])).toBe(-1);
  });
  it('says of any place what looking at every polygon says', () => {
    const some = fc.integer({ min: 0, max: 12 });
    const polygon = fc.tuple(some, some, fc.integer({ min: 1, max: 6 }), some, some).map(([x, y, side, u, v]) => (u % 2 === 0 ? ground(square(x, y, side)) : parts(square(x, y, side), square(u + 20, v, side))));
    fc.assert(fc.property(fc.array(polygon, { maxLength: 12 }), fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 40 })), (polygons, [x, y]) => {
      const at = [x / 2, y / 2];
      expect(new Grounds(polygons).holding(at)).toBe(polygons.findIndex((one) => booleanPointInPolygon(at, one)));
    }));
  });
});
