import type { TerrainGrid } from './types.ts';

/**
 * The height at a place in the grid's CRS, bilinear between the middles of the four cells around it, as `gdallocationinfo -r bilinear`
 * has it; null outside of the grid and where one of the four is unknown. In the outer half cell the nearest middles hold.
 */
export function heightAt({ columns, rows, west, north, dx, dy, values }: TerrainGrid, x: number, y: number): number | null {
  const column = (x - west) / dx, row = (north - y) / dy;
  if (!(column >= 0 && column <= columns && row >= 0 && row <= rows)) return null;
  const u = Math.min(Math.max(column - 0.5, 0), columns - 1), v = Math.min(Math.max(row - 0.5, 0), rows - 1);
  const i = Math.min(Math.floor(u), Math.max(columns - 2, 0)), j = Math.min(Math.floor(v), Math.max(rows - 2, 0));
  const s = u - i, t = v - j;
  let height = 0;
  for (const [k, l, share] of [[i, j, (1 - s) * (1 - t)], [i + 1, j, s * (1 - t)], [i, j + 1, (1 - s) * t], [i + 1, j + 1, s * t]]) if (share > 0) height += share * values[l * columns + k];
  return Number.isNaN(height) ? null : height;
}
