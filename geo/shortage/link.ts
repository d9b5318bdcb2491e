import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { planeDistance } from '../geometry/index.ts';
import { extentOf, type Extent } from '../model/index.ts';

/** A unit's own ground in the plane, with its extent. A point unit's ground for linking is the point. */
export interface Ground {
  unit: number;
  geometry: Geometry;
  extent: Extent;
}
export function groundOf(unit: number, geometry: Geometry): Ground {
  return { unit, geometry, extent: extentOf([{ geometry }])! };
}

export function groundIndex(grounds: readonly Ground[]): Flatbush | null {
  if (grounds.length === 0) return null;
  const index = new Flatbush(grounds.length, 16, Float64Array);
  for (const { extent } of grounds) index.add(...extent);
  index.finish();
  return index;
}

/** Groups grounds that lie within the distance of each other, edge to edge, directly or through others. Groups and members ascend. */
export function link(grounds: readonly Ground[], distance: number): number[][] {
  const index = groundIndex(grounds);
  const parent = Int32Array.from(grounds.keys());
  const root = (i: number): number => { while (parent[i] !== i) { parent[i] = parent[parent[i]]; i = parent[i]; } return i; };
  grounds.forEach(({ geometry, extent: [w, s, e, n] }, i) => {
    for (const j of index!.search(w - distance, s - distance, e + distance, n + distance)) {
      if (j <= i || root(i) === root(j)) continue;
      if (planeDistance(geometry, grounds[j].geometry) <= distance) parent[Math.max(root(i), root(j))] = Math.min(root(i), root(j));
    }
  });
  const groups = new Map<number, number[]>();
  grounds.forEach((_, i) => {
    const row = groups.get(root(i));
    if (row) row.push(i);
    else groups.set(root(i), [i]);
  });
  return [...groups.values()];
}
