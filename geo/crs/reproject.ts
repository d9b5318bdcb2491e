import type { Geometry, Position } from 'geojson';
import { mapPositions } from '../model/index.ts';
import type { Crs } from './crs.ts';

/** Moves positions and geometries by copy. Heights and what else follows x and y stay as they are. */
export interface Reprojector {
  position(position: Position): Position;
  geometry<G extends Geometry>(geometry: G): G;
}
function moving(position: (position: Position) => Position): Reprojector {
  return { position, geometry: (geometry) => mapPositions(geometry, position) };
}

/** From a file's Crs to longitude, latitude in degrees; `swapped` where the file has north before east. */
export function reprojector(crs: Crs, swapped = false): Reprojector {
  return moving(([x, y, ...rest]) => [...(swapped ? crs.toDegrees(y, x) : crs.toDegrees(x, y)), ...rest]);
}

/** From degrees to a Crs, for writing. */
export function reprojectorTo(crs: Crs, swapped = false): Reprojector {
  return moving(([lon, lat, ...rest]) => {
    const [x, y] = crs.fromDegrees(lon, lat);
    return swapped ? [y, x, ...rest] : [x, y, ...rest];
  });
}

export function reprojectGeometry<G extends Geometry>(geometry: G, crs: Crs, swapped = false): G {
  return reprojector(crs, swapped).geometry(geometry);
}
