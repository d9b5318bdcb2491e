import type { Plane } from '../crs/index.ts';
import { extentsOf } from '../geometry/index.ts';
import type { Layer } from '../model/index.ts';

/** So much more than the ground is shown, that nothing touches the frame. */
export const MARGIN_OF_GROUND = 1.06;

/** The ground that layers lie on, in the plane: the boundary's where there is one. Middle and size in metres. */
export function wholeGround(layers: readonly Layer[], plane: Plane): { east: number; north: number; width: number; height: number } | null {
  const boundary = layers.filter(({ schema, features }) => schema === 'boundary' && features.length > 0);
  return groundOf(boundary.length > 0 ? boundary : layers, plane);
}
export function groundOf(layers: readonly Pick<Layer, 'features'>[], plane: Plane): { east: number; north: number; width: number; height: number } | null {
  const extents = extentsOf(layers.flatMap(({ features }) => features.map(({ geometry }) => geometry)));
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < extents.length; k += 4) [w, s, e, n] = [Math.min(w, extents[k]), Math.min(s, extents[k + 1]), Math.max(e, extents[k + 2]), Math.max(n, extents[k + 3])];
  if (!(w <= e)) return null;
  const corners = [[w, s], [e, s], [e, n], [w, n]].map(([lon, lat]) => plane.forward(lon, lat));
  const xs = corners.map(([x]) => x), ys = corners.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { east: (west + east) / 2, north: (south + north) / 2, width: east - west, height: north - south };
}
