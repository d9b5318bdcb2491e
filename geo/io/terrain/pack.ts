import { unzlibSync, zlibSync } from 'fflate';
import { UserError } from '../../model/index.ts';
import { MOST_CELLS, type Terrain, type TerrainGrid } from './types.ts';

const PORTION = 0x6000;

export function packTerrain({ values, ...grid }: TerrainGrid, crs: string): Terrain {
  const bytes = zlibSync(byPlanes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), values.length, 4));
  let data = '';
  for (let at = 0; at < bytes.length; at += PORTION) data += btoa(String.fromCharCode(...bytes.subarray(at, at + PORTION)));
  return { ...grid, crs, data };
}

/** @throws UserError `terrain.damaged` where the data are not as many as the grid has cells */
export function unpackTerrain({ data, columns, rows, ...grid }: Terrain): TerrainGrid {
  const count = columns * rows;
  try {
    const text = atob(data), packed = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
    if (!(count <= MOST_CELLS)) throw new Error('size');
    // One byte more than there may be, so that a stream that goes on is told from one that ends.
    const bytes = unzlibSync(packed, { out: new Uint8Array(4 * count + 1) });
    if (bytes.length !== 4 * count) throw new Error('length');
    return { ...grid, columns, rows, values: new Float32Array(byPlanes(bytes, 4, count).buffer) };
  } catch {
    throw new UserError('terrain.damaged');
  }
}

/** A table of bytes turned on its side: neighbours in height have like first bytes, which pack well side by side. */
function byPlanes(bytes: Uint8Array, rows: number, columns: number): Uint8Array {
  const turned = new Uint8Array(bytes.length);
  for (let row = 0, at = 0; row < rows; row++) for (let column = 0; column < columns; column++) turned[column * rows + row] = bytes[at++];
  return turned;
}
