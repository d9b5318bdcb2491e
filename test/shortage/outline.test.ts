import { describe, expect, it } from 'vitest';
import { planeArea, planeByCode } from '../../geo/crs/index.ts';
import { loadKernel, projectGeometry } from '../../geo/geometry/index.ts';
import type { Geometry } from '../../geo/model/index.ts';
import { groundOf, link } from '../../geo/shortage/link.ts';
import { Outliner } from '../../geo/shortage/outline.ts';
import { planeDistance } from '../../geo/geometry/index.ts';
import { numbers } from '../support/numbers.ts';

const plane = planeByCode('4547');
const kernel = await loadKernel();
const [EAST, NORTH] = [499_000, 2_463_000];
const box = (x: number, y: number, w: number, h = w): Geometry => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]].map(([a, b]) => [EAST + a, NORTH + b])] });
const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [EAST + x, NORTH + y] });
/** The outline in the plane, of the units with these numbers. */
const outline = (shapes: readonly Geometry[], units: readonly number[], distance: number) => projectGeometry(plane, new Outliner({ kernel, plane, shapes }, distance).draw(units)!.geometry);
const common = (a: Geometry, b: Geometry) => { const both = kernel.intersection(a, b); return both ? planeArea(both) : 0; };

describe('the outline of a cluster', () => {
  it('of one unit is its own ground; without a linking distance that of all', () => {
    expect(planeArea(outline([box(0, 0, 60)], [0], 150))).toBeCloseTo(3600, 1);
    expect(planeArea(outline([box(0, 0, 60), box(60, 0, 60), box(100, 100, 20)], [0, 1, 2], 0))).toBeCloseTo(7600, 1);
  });
  it('closes a gap narrower than the distance, and leaves a wider one open', () => {
    expect(outline([box(0, 0, 60), box(160, 0, 60)], [0, 1], 150).type).toBe('Polygon');
    expect(outline([box(0, 0, 60), box(220, 0, 60)], [0, 1], 150).type).toBe('MultiPolygon');
    // Long sides 20 m apart: the gap is filled but for two shallow bays at its ends.
    const filled = planeArea(outline([box(0, 0, 200, 60), box(0, 80, 200, 60)], [0, 1], 150));
    expect(filled).toBeGreaterThan(24_000 + 0.98 * 4000);
    expect(filled).toBeLessThan(24_000 + 4000);
  });
  it('keeps off a unit between them, be it an area or a point', () => {
    const pair = [box(0, 0, 60), box(160, 0, 60)];
    const park = outline([...pair, box(80, 0, 60)], [0, 1], 150);
    expect(common(park, box(80, 0, 60))).toBeLessThan(0.01);
    // A point stands for a disc of 75 m, less what is nearer to others; areas are not places, so it keeps all of it.
    const house = outline([...pair, point(110, 30)], [0, 1], 150);
    expect(common(house, box(100, 20, 20))).toBeLessThan(0.01);
  });
  it('of a unit that lies in another one is its own ground', () => {
    expect(planeArea(outline([box(0, 0, 100), box(40, 40, 20)], [1], 150))).toBeCloseTo(400, 1);
  });
  it('of point units divides the ground between them in the middle', () => {
    const shapes = [point(0, 0), point(60, 0)];
    const [west, east] = [outline(shapes, [0], 150), outline(shapes, [1], 150)];
    expect(common(west, east)).toBeLessThan(0.01);
    expect(planeArea(west)).toBeCloseTo(planeArea(east), 0);
    expect(common(west, box(30, -75, 100, 150))).toBeLessThan(0.01);
  });
  it('holds all of its own and nothing of others, wherever they stand', () => {
    const random = numbers(31);
    for (let round = 0; round < 60; round++) {
      const shapes = Array.from({ length: 36 }, (_, i) => box((i % 6) * 80, Math.floor(i / 6) * 80, 20 + random() * 60, 20 + random() * 60)).filter(() => random() < 0.7);
      const grounds = shapes.map((shape, i) => groundOf(i, shape));
      const short = grounds.filter(() => random() < 0.5);
      for (const members of link(short, 70).map((group) => group.map((k) => short[k].unit))) {
        const area = outline(shapes, members, 70);
        shapes.forEach((shape, i) => {
          const inside = common(area, shape);
          if (members.includes(i)) expect(inside).toBeCloseTo(planeArea(shape), 1);
          else expect(inside).toBeLessThan(0.1);
        });
      }
    }
  });
});

describe('linking', () => {
  it('joins what a chain of short distances joins, by brute force, the bound included', () => {
    const random = numbers(32);
    for (let round = 0; round < 40; round++) {
      const shapes = Array.from({ length: 25 }, () => (random() < 0.5 ? point(Math.floor(random() * 30) * 20, Math.floor(random() * 30) * 20) : box(Math.floor(random() * 30) * 20, Math.floor(random() * 30) * 20, 20)));
      const group = shapes.map((_, i) => i);
      // Whole metres, so that a distance of exactly 60 m comes up.
      for (let pass = 0; pass < shapes.length; pass++) for (const i of group.keys()) for (const j of group.keys()) if (planeDistance(shapes[i], shapes[j]) <= 60) group[i] = group[j] = Math.min(group[i], group[j]);
      const expected = [...new Set(group)].sort((a, b) => a - b).map((root) => [...group.keys()].filter((i) => group[i] === root));
      expect(link(shapes.map((shape, i) => groundOf(i, shape)), 60)).toEqual(expected);
    }
  });
  it('of nothing is nothing; at distance 0 joins what touches', () => {
    expect(link([], 100)).toEqual([]);
    expect(link([box(0, 0, 10), box(10, 10, 10), box(21, 10, 10)].map((shape, i) => groundOf(i, shape)), 0)).toEqual([[0, 1], [2]]);
  });
});
