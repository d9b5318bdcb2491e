import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { DeepCells } from '../../geo/geometry/deep-cells.ts';
import { EdgeTable } from '../../geo/geometry/edge-table.ts';

const RADIUS = 20;
const square = (x: number, y: number, w: number, h: number): Polygon => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]] });
const whole = (most: number) => fc.integer({ min: 0, max: most });
const SQUARES = fc.array(fc.tuple(whole(120), whole(120), fc.integer({ min: 3, max: 60 }), fc.integer({ min: 3, max: 60 })), { minLength: 1, maxLength: 12 });

/** Distance from a place to the nearest edge, by brute force. */
function toEdges({ x, y, dx, dy, length, count }: EdgeTable, px: number, py: number): number {
  let least = Infinity;
  for (let e = 0; e < count; e++) {
    const along = Math.min(length[e], Math.max(0, (px - x[e]) * dx[e] + (py - y[e]) * dy[e]));
    least = Math.min(least, Math.hypot(px - x[e] - along * dx[e], py - y[e] - along * dy[e]));
  }
  return least;
}

test('a box that is held lies nearer than the radius to the edges, with every place of it; some boxes are held', () => {
  let held = 0;
  fc.assert(fc.property(SQUARES, fc.array(fc.tuple(whole(180), whole(180), whole(8), whole(8)), { minLength: 1, maxLength: 30 }), (squares, boxes) => {
    const edges = new EdgeTable(squares.map((one) => square(...one)), [0, 0]), cells = new DeepCells(edges, RADIUS);
    for (const [x, y, w, h] of boxes) {
      if (!cells.hold(x, y, x + w, y + h)) continue;
      held++;
      for (const [i, j] of [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]]) expect(toEdges(edges, x + i * w, y + j * h)).toBeLessThan(RADIUS);
    }
  }), { numRuns: 200 });
  expect(held).toBeGreaterThan(100);
});
