import { UserError } from '../../model/index.ts';
import { readAsciiGrid } from './ascii-grid.ts';
import { readGeoTiff } from './geotiff.ts';
import type { TerrainGrid } from './types.ts';

export { packTerrain, unpackTerrain } from './pack.ts';
export { heightAt } from './sample.ts';
export { MOST_CELLS, type Terrain, type TerrainGrid } from './types.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** A terrain by its first bytes: GeoTIFF, or an ESRI ASCII grid. @throws UserError `terrain.*` with the reason and the way out */
export function readTerrain(bytes: Uint8Array): TerrainGrid {
  if (bytes.length > MOST_BYTES) throw new UserError('file.too-large', { size: Math.ceil(bytes.length / 1048576), most: MOST_BYTES / 1048576 });
  if ((bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d)) return known(readGeoTiff(bytes));
  if (/^\s*n(cols|rows)\s/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))) return known(readAsciiGrid(bytes));
  throw new UserError('terrain.format');
}
/** Metres that no ground of the Earth is at: a value for nothing that the file does not tell of. */
const LOWEST = -1000, HIGHEST = 9000;
function known(grid: TerrainGrid): TerrainGrid {
  let some = false;
  for (let i = 0; i < grid.values.length; i++) {
    if (grid.values[i] < LOWEST || grid.values[i] > HIGHEST) grid.values[i] = NaN;
    else some ||= !Number.isNaN(grid.values[i]);
  }
  if (!some) throw new UserError('terrain.empty');
  return grid;
}
