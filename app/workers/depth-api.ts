import { crsByCode, depthContextOf, depthOf, detectCrs, packTerrain, readTerrain, UserError, type DepthInterval, type Extent, type PlanFeature, type SchemaId, type Terrain, type TerrainGrid, type Underground } from '../../geo/index.ts';
import { outcome } from './failure.ts';

/** What a terrain file holds, ready to be kept; the CRS is the file's, the one that was chosen, or the likeliest. */
export interface TerrainRead {
  terrain: Terrain;
  /** Metres, 1985 national datum. */
  lowest: number;
  highest: number;
  /** Share of cells that are known. */
  known: number;
  /** The file says its CRS itself. */
  saysCrs: boolean;
}

export const depthApi = {
  depths: (features: readonly PlanFeature[], schema: SchemaId, underground: Underground): DepthInterval[] => {
    const context = depthContextOf(underground);
    return features.map((feature) => depthOf(feature, schema, context));
  },
  /** Metres, 1985 national datum; null where the ground ends, or nothing is said of it. */
  elevation: (lon: number, lat: number, underground: Underground): number | null => depthContextOf(underground).ground.elevationAt(lon, lat),
  readTerrain: (file: Blob, chosen: string | null, near: Extent | null) => outcome(async (): Promise<TerrainRead> => {
    const grid = readTerrain(new Uint8Array(await file.arrayBuffer()));
    const crs = grid.crs ?? chosen ?? likeliest(grid, near);
    crsByCode(crs);
    return { terrain: packTerrain(grid, crs), ...figures(grid), saysCrs: grid.crs !== null };
  }),
};

/** @throws UserError `terrain.no-crs` where the corners could lie nowhere */
function likeliest({ west, north, dx, dy, columns, rows }: TerrainGrid, near: Extent | null): string {
  const guess = detectCrs([[west, north], [west + columns * dx, north - rows * dy]], { near }).find(({ code, swapped }) => !swapped && !code.startsWith('LOCAL'));
  if (!guess) throw new UserError('terrain.no-crs');
  return guess.code;
}
function figures({ values }: TerrainGrid): Pick<TerrainRead, 'lowest' | 'highest' | 'known'> {
  let lowest = Infinity, highest = -Infinity, known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known++;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return { lowest, highest, known: known / values.length };
}
