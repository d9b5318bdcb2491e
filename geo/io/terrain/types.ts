/**
 * Heights of the ground on a grid, metres in the 1985 national datum, rows from the north. `west` and `north` are the outer corner of the
 * first cell, in the CRS of the grid; a value stands for the middle of its cell.
 */
export interface TerrainGrid {
  columns: number;
  rows: number;
  west: number;
  north: number;
  /** Size of a cell, > 0. */
  dx: number;
  dy: number;
  /** NaN where nothing is known. */
  values: Float32Array;
  /** As the file says; null where it does not. */
  crs: string | null;
}
/** The same as it is kept in a project: `data` is base64 of zlib of the float32 values, little-endian, all first bytes, then all second ones … */
export interface Terrain extends Omit<TerrainGrid, 'values' | 'crs'> {
  crs: string;
  data: string;
}
/** A grid of more is refused: 16 MiB of heights, which every change of the project would carry. */
export const MOST_CELLS = 4_000_000;
