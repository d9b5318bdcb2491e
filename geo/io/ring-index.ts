import Flatbush from 'flatbush';
import type { Position } from 'geojson';

/** Finds the rings whose extent holds a place, by their number, in no order that matters. At least one ring. */
export function ringIndex(rings: readonly (readonly Position[])[]): (x: number, y: number) => number[] {
  const index = new Flatbush(rings.length);
  for (const ring of rings) {
    let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
    for (const [x, y] of ring) { west = Math.min(west, x); south = Math.min(south, y); east = Math.max(east, x); north = Math.max(north, y); }
    index.add(west, south, east, north);
  }
  index.finish();
  return (x, y) => index.search(x, y, x, y);
}
