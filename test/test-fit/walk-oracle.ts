import type { Polygonal } from '../../geo/geometry/index.ts';
import type { Variant } from '../../geo/test-fit/index.ts';
import { kernel } from './footprints.ts';

/** Metres between the places of the grid, and by how much ways over its eight neighbours are longer than the way they stand for, at most. */
const STEP = 1.5, DETOUR = 1.083;

/** The walk from each place to the nearest stair, through everything but walls and ramps, on a grid: never longer than it is. */
export function walkTo(footprint: Polygonal, { fit }: Variant, places: readonly [number, number][]): number[] {
  const ramps = kernel.union(fit.ramps.flatMap(({ body }) => body.map((shape) => ({ type: 'Polygon' as const, coordinates: [[...shape, shape[0]].map(([x, y]) => [x, y])] }))));
  const open = ramps ? kernel.difference(footprint, ramps)! : footprint;
  const spots = (open.type === 'Polygon' ? [open.coordinates] : open.coordinates).flat(2);
  const west = Math.min(...spots.map(([x]) => x)), south = Math.min(...spots.map(([, y]) => y));
  const columns = Math.ceil((Math.max(...spots.map(([x]) => x)) - west) / STEP) + 1, rows = Math.ceil((Math.max(...spots.map(([, y]) => y)) - south) / STEP) + 1;
  const inside = kernel.against(open, Array.from({ length: columns * rows }, (_, k) => ({ type: 'Point', coordinates: [west + (k % columns) * STEP, south + Math.floor(k / columns) * STEP] })), 'covers');
  const metres = new Float64Array(columns * rows).fill(Infinity);
  const at = ([x, y]: readonly [number, number]) => Math.round((y - south) / STEP) * columns + Math.round((x - west) / STEP);
  let wave = new Set(fit.cores.map(({ shape }) => at([shape.reduce((sum, [x]) => sum + x, 0) / shape.length, shape.reduce((sum, [, y]) => sum + y, 0) / shape.length])));
  for (const k of wave) metres[k] = 0;
  // Waves of whatever got nearer, until nothing does.
  while (wave.size > 0) {
    const next = new Set<number>();
    for (const k of wave) for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) {
      const x = k % columns + i, y = Math.floor(k / columns) + j, n = y * columns + x;
      if ((i === 0 && j === 0) || x < 0 || x >= columns || y < 0 || y >= rows || !inside[n]) continue;
      const far = metres[k] + STEP * Math.hypot(i, j);
      if (far < metres[n] - 1e-9) { metres[n] = far; next.add(n); }
    }
    wave = next;
  }
  return places.map((place) => {
    const k = at(place);
    const round = [0, 1, -1, columns, -columns].map((step) => metres[k + step] ?? Infinity);
    return Math.max(0, Math.min(...round) / DETOUR - 2 * STEP);
  });
}
