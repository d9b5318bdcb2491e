import type { Geometry, Position } from 'geojson';
import type { Plane } from './planes.ts';
import { atan, atan2, atanh, cos, RADIANS, sin, tan } from './portable-math.ts';
import { ELLIPSOIDS } from './transverse-mercator.ts';

/** Everything that is reported in metres or square metres comes from here. */

const { a, f } = ELLIPSOIDS.CGCS2000;
const e = Math.sqrt(f * (2 - f));

/** Length on the ellipsoid of a straight line in the plane: plane length over the mean scale along it (Simpson). */
export function groundDistance(plane: Plane, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax, dy = by - ay;
  const planar = Math.sqrt(dx * dx + dy * dy);
  const middle = plane.scaleAt((ax + bx) / 2, (ay + by) / 2);
  // Below a kilometre the scale is linear along the line to 1e-9, so its middle is its mean.
  if (planar < 1000) return planar / middle;
  return planar / ((plane.scaleAt(ax, ay) + 4 * middle + plane.scaleAt(bx, by)) / 6);
}

/** Geodesic length in metres between two places in degrees (T. Vincenty 1975), for checks and long distances. */
export function geodesicDistance(lonA: number, latA: number, lonB: number, latB: number): number {
  const b = a * (1 - f);
  const L = (lonB - lonA) * RADIANS;
  const u1 = atan((1 - f) * tan(latA * RADIANS)), u2 = atan((1 - f) * tan(latB * RADIANS));
  const [s1, c1, s2, c2] = [sin(u1), cos(u1), sin(u2), cos(u2)];
  let lambda = L, sinS = 0, cosS = 1, sigma = 0, cos2a = 1, cos2m = 0;
  for (let i = 0; i < 100; i++) {
    const sl = sin(lambda), cl = cos(lambda);
    const p = c2 * sl, q = c1 * s2 - s1 * c2 * cl;
    sinS = Math.sqrt(p * p + q * q);
    if (sinS === 0) return 0;
    cosS = s1 * s2 + c1 * c2 * cl;
    sigma = atan2(sinS, cosS);
    const sinA = c1 * c2 * sl / sinS;
    cos2a = 1 - sinA * sinA;
    cos2m = cos2a === 0 ? 0 : cosS - 2 * s1 * s2 / cos2a;
    const C = f / 16 * cos2a * (4 + f * (4 - 3 * cos2a));
    const next = L + (1 - C) * f * sinA * (sigma + C * sinS * (cos2m + C * cosS * (2 * cos2m * cos2m - 1)));
    const done = Math.abs(next - lambda) < 1e-14;
    lambda = next;
    if (done) break;
  }
  const g = cos2a * (a * a - b * b) / (b * b);
  const A = 1 + g / 16384 * (4096 + g * (-768 + g * (320 - 175 * g)));
  const B = g / 1024 * (256 + g * (-128 + g * (74 - 47 * g)));
  const d = B * sinS * (cos2m + B / 4 * (cosS * (2 * cos2m * cos2m - 1) - B / 6 * cos2m * (4 * sinS * sinS - 3) * (4 * cos2m * cos2m - 3)));
  return b * A * (sigma - d);
}

/** Area in the plane of a polygonal geometry (0 for points and lines), m². */
export function planeArea(geometry: Geometry): number {
  return sumRings(geometry, ringArea);
}

/** Area on the ellipsoid of a polygonal geometry in degrees, m²: exact for edges that are straight in the equal-area cylindrical projection. */
export function ellipsoidalArea(geometry: Geometry): number {
  return sumRings(geometry, (ring) => ringArea(ring.map((position) => [position[0] * RADIANS, zoneArea(position[1])])));
}

/** Area between the equator and a latitude, per radian of longitude. */
function zoneArea(lat: number): number {
  const s = sin(lat * RADIANS);
  return a * a * (1 - e * e) / 2 * (s / (1 - e * e * s * s) + atanh(e * s) / e);
}

function sumRings(geometry: Geometry, areaOf: (ring: Position[]) => number): number {
  if (geometry.type === 'Polygon') return geometry.coordinates.reduce((sum, ring, i) => (i === 0 ? areaOf(ring) : sum - areaOf(ring)), 0);
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.reduce((sum, coordinates) => sum + sumRings({ type: 'Polygon', coordinates }, areaOf), 0);
  if (geometry.type === 'GeometryCollection') return geometry.geometries.reduce((sum, part) => sum + sumRings(part, areaOf), 0);
  return 0;
}

/** Without sign. Coordinates are taken from the first one, so that large eastings do not cost digits. */
function ringArea(ring: Position[]): number {
  const [ox, oy] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twice += (ring[i][0] - ox) * (ring[i + 1][1] - oy) - (ring[i + 1][0] - ox) * (ring[i][1] - oy);
  }
  return Math.abs(twice) / 2;
}

/** Length in the plane of a line geometry, m. */
export function planeLength(geometry: Geometry): number {
  if (geometry.type === 'LineString') return lineLength(geometry.coordinates);
  if (geometry.type === 'MultiLineString') return geometry.coordinates.reduce((sum, line) => sum + lineLength(line), 0);
  return 0;
}
function lineLength(line: Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const dx = line[i + 1][0] - line[i][0], dy = line[i + 1][1] - line[i][1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}
