import type { Box } from '../sheet.ts';

/** The part of a straight line that lies in a box, or null (Liang and Barsky 1984). */
export function clipLine(ax: number, ay: number, bx: number, by: number, { x, y, width, height }: Box): [number, number, number, number] | null {
  const dx = bx - ax, dy = by - ay;
  let from = 0, to = 1;
  for (const [p, q] of [[-dx, ax - x], [dx, x + width - ax], [-dy, ay - y], [dy, y + height - ay]]) {
    if (p === 0) {
      if (q < 0) return null;
      continue;
    }
    if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from >= to ? null : [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy];
}
