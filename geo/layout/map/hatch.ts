import { portable } from '../../crs/index.ts';
import type { Mark, Points } from '../drawing.ts';
import type { Box } from '../sheet.ts';
import type { Hatch } from './print-symbols.ts';

/** Parallel lines within rings, and within the frame. They lie on one pattern for the whole sheet, so that areas beside each other fit. */
export function hatchMarks(rings: readonly Points[], { angle, spacing, width, color }: Hatch, frame: Box): Mark[] {
  const cos = portable.cos(angle * portable.RADIANS), sin = portable.sin(angle * portable.RADIANS);
  const ends = crossings(rings, cos, sin, spacing, frame);
  const lines = ends.flatMap(({ v, us }) => pairs(us).map(([a, b]) => [a * cos - v * sin, a * sin + v * cos, b * cos - v * sin, b * sin + v * cos].map((value) => Math.round(value * 1000) / 1000)));
  return lines.length === 0 ? [] : [{ kind: 'path', lines, closed: false, stroke: { color, opacity: 1, width, square: true } }];
}

/** Where the lines of the pattern (v = a multiple of the spacing) cross the rings, by ascending place along each. */
function crossings(rings: readonly Points[], cos: number, sin: number, spacing: number, { x, y, width, height }: Box): { v: number; us: number[] }[] {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([px, py]) => py * cos - px * sin);
  const low = Math.ceil(Math.min(...corners) / spacing), high = Math.floor(Math.max(...corners) / spacing);
  const found = new Map<number, number[]>();
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const u1 = ring[j] * cos + ring[j + 1] * sin, v1 = ring[j + 1] * cos - ring[j] * sin;
      const u2 = ring[i] * cos + ring[i + 1] * sin, v2 = ring[i + 1] * cos - ring[i] * sin;
      // Half open, so that a line through a corner counts once.
      const from = Math.max(low, Math.ceil(Math.min(v1, v2) / spacing)), to = Math.min(high, Math.ceil(Math.max(v1, v2) / spacing) - 1);
      for (let k = from; k <= to; k++) {
        const u = u1 + (k * spacing - v1) / (v2 - v1) * (u2 - u1);
        const row = found.get(k);
        if (row) row.push(u);
        else found.set(k, [u]);
      }
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([k, us]) => ({ v: k * spacing, us: us.sort((a, b) => a - b) }));
}
function pairs(us: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i + 1 < us.length; i += 2) found.push([us[i], us[i + 1]]);
  return found;
}
