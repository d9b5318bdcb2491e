import type { Geometry, Position } from 'geojson';
import { ellipsoidalArea, groundDistance, planeArea, planeFor } from '../crs/index.ts';
import { projectGeometry } from '../geometry/index.ts';
import { eachPosition } from '../model/index.ts';

/** Figures of a shape as they stand on drawings and on the ground. */
export interface Measured {
  /** Name of the planning CRS of its middle. */
  crs: string;
  /** Along the line, or around the polygon, on the ellipsoid, m. */
  length: number;
  /** In the plane of the planning CRS, and on the ellipsoid, m². */
  area: number | null;
  ellipsoidalArea: number | null;
}

/** Lengths and areas of a line or polygon in degrees. */
export function measureShape(geometry: Geometry): Measured {
  const [lon, lat] = middleOf(geometry);
  const plane = planeFor(lon, lat);
  const planar = projectGeometry(plane, geometry);
  const lines: Position[][] = planar.type === 'LineString' ? [planar.coordinates] : planar.type === 'Polygon' || planar.type === 'MultiLineString' ? planar.coordinates : planar.type === 'MultiPolygon' ? planar.coordinates.flat() : [];
  const length = lines.reduce((sum, line) => sum + line.slice(1).reduce((part, [x, y], i) => part + groundDistance(plane, line[i][0], line[i][1], x, y), 0), 0);
  const isGround = /Polygon$/.test(geometry.type);
  return { crs: plane.name, length, area: isGround ? planeArea(planar) : null, ellipsoidalArea: isGround ? ellipsoidalArea(geometry) : null };
}
function middleOf(geometry: Geometry): [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, ([x, y]) => { west = Math.min(west, x); south = Math.min(south, y); east = Math.max(east, x); north = Math.max(north, y); });
  return [(west + east) / 2, (south + north) / 2];
}
