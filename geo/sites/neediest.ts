import type { Position } from 'geojson';
import { planeArea } from '../crs/index.ts';
import { pointOnSurface, type Kernel, type Polygonal } from '../geometry/index.ts';
import { polygonsIn } from './ground.ts';
import { smallestRectangle } from './rectangle.ts';

/** Where demand is unmet today, in the plane, and how far in a straight line a site serves. */
export interface Need {
  x: Float64Array;
  y: Float64Array;
  shortage: Float64Array;
  /** m */
  radius: number;
}

/**
 * Of ground larger than one garage would ever be, the part nearest to the shortage: cells of at most the given area, cut
 * square to the ground's own axes; the cell with the most unmet demand within its reach, of equal ones the largest.
 * Null where no cell is a site by itself.
 */
export function neediest(ground: Polygonal, most: number, need: Need, fits: (cell: Polygonal) => boolean, kernel: Kernel): Polygonal | null {
  let best: { cell: Polygonal; unmet: number; area: number } | null = null;
  for (const slab of gridOf(ground, most)) {
    for (const cell of polygonsIn(kernel.intersection(ground, slab))) {
      if (!fits(cell)) continue;
      const unmet = unmetNear(pointOnSurface(cell), need), area = planeArea(cell);
      if (!best || unmet > best.unmet || (unmet === best.unmet && area > best.area)) best = { cell, unmet, area };
    }
  }
  return best?.cell ?? null;
}

function unmetNear([px, py]: Position, { x, y, shortage, radius }: Need): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] - px, dy = y[i] - py;
    if (dx * dx + dy * dy <= radius * radius) sum += shortage[i];
  }
  return sum;
}

/** The smallest rectangle around the ground in equal cells, as near to squares as goes. */
function gridOf(ground: Polygonal, most: number): Polygonal[] {
  const rectangle = smallestRectangle(ground);
  if (!rectangle) return [];
  const { axis: [a, b], length, width } = rectangle;
  const side = Math.sqrt(most);
  const rows = Math.max(1, Math.ceil(width / side)), columns = Math.ceil(length * width / rows / most);
  const along: Position = [(b[0] - a[0]) / columns, (b[1] - a[1]) / columns];
  const across: Position = [-(b[1] - a[1]) / length * width / rows, (b[0] - a[0]) / length * width / rows];
  const corner = (i: number, j: number): Position => [a[0] + along[0] * i + across[0] * (j - rows / 2), a[1] + along[1] * i + across[1] * (j - rows / 2)];
  return Array.from({ length: rows * columns }, (_, k): Polygonal => {
    const i = k % columns, j = (k - i) / columns;
    return { type: 'Polygon', coordinates: [[corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)]] };
  });
}
