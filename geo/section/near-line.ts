import type { Plane } from '../crs/index.ts';
import { extentsOf } from '../geometry/index.ts';
import type { Layer, PlanFeature } from '../model/index.ts';
import type { Path } from './path.ts';

/** Of each layer the extents of its features in degrees, found once. */
const known = new WeakMap<Layer, Float64Array>();

/** Features that may lie within reach (m) of the line, by their extents; which of them do is found in the plane. */
export function nearLine(layer: Layer, path: Path, plane: Plane, reach: number): PlanFeature[] {
  let extents = known.get(layer);
  if (!extents) {
    extents = extentsOf(layer.features.map(({ geometry }) => geometry ?? { type: 'MultiPoint', coordinates: [] }));
    known.set(layer, extents);
  }
  const boxes = boxesAlong(path, plane, reach), found = extents;
  return layer.features.filter((_, i) => boxes.some(([w, s, e, n]) => found[4 * i] <= e && found[4 * i + 2] >= w && found[4 * i + 1] <= n && found[4 * i + 3] >= s));
}

/** Around each piece of the line, in degrees: corners of a small box in the plane are those of its extent to less than a hundredth. */
function boxesAlong({ corners }: Path, plane: Plane, reach: number): [number, number, number, number][] {
  return corners.slice(1).map(([bx, by], i) => {
    const [ax, ay] = corners[i], pad = reach + 0.01 * Math.max(Math.abs(bx - ax), Math.abs(by - ay)) + 1;
    const [w, s, e, n] = [Math.min(ax, bx) - pad, Math.min(ay, by) - pad, Math.max(ax, bx) + pad, Math.max(ay, by) + pad];
    const places = [[w, s], [e, s], [e, n], [w, n]].map(([x, y]) => plane.inverse(x, y));
    const lons = places.map(([lon]) => lon), lats = places.map(([, lat]) => lat);
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  });
}
