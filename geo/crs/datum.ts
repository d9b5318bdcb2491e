import { atan2, cos, DEGREES, hypot, RADIANS, sin } from './portable-math.ts';
import type { Ellipsoid } from './transverse-mercator.ts';

/** Geocentric X, Y, Z in metres. */
export type Geocentric = [x: number, y: number, z: number];

/**
 * The seven parameters of Bursa and Wolf from an older datum to CGCS2000, as a survey office hands them out:
 *
 *     X' = dX + (1 + m) · R · X
 *
 * `coordinate-frame` (EPSG method 9607, the usual one in China and in ArcGIS) has R = [1 rz -ry; -rz 1 rx; ry -rx 1];
 * `position-vector` (EPSG 9606, TOWGS84) has the three angles with the other sign.
 */
export interface DatumShift {
  /** Metres. */
  dx: number;
  dy: number;
  dz: number;
  /** Seconds of arc. */
  rx: number;
  ry: number;
  rz: number;
  /** m in parts per million. */
  ppm: number;
  rotation: 'coordinate-frame' | 'position-vector';
}
export const ARC_SECOND = RADIANS / 3600;

/** EPSG methods 9602: degrees and ellipsoidal height in metres to geocentric metres. */
export function geocentric({ a, f }: Ellipsoid, lon: number, lat: number, height = 0): Geocentric {
  const e2 = f * (2 - f);
  const s = sin(lat * RADIANS), c = cos(lat * RADIANS);
  const n = a / Math.sqrt(1 - e2 * s * s);
  return [(n + height) * c * cos(lon * RADIANS), (n + height) * c * sin(lon * RADIANS), (n * (1 - e2) + height) * s];
}

/** And back. Each round takes the error down by e² (0.007); ten reach the last bit. */
export function geodetic({ a, f }: Ellipsoid, [x, y, z]: Geocentric): [lon: number, lat: number, height: number] {
  const e2 = f * (2 - f);
  const p = hypot(x, y);
  let lat = atan2(z, p * (1 - e2));
  for (let i = 0; i < 10; i++) {
    const s = sin(lat);
    lat = atan2(z + e2 * a / Math.sqrt(1 - e2 * s * s) * s, p);
  }
  const s = sin(lat), c = cos(lat);
  const n = a / Math.sqrt(1 - e2 * s * s);
  return [atan2(y, x) * DEGREES, lat * DEGREES, p * c + z * s - a * a / n];
}

/** There and exactly back. */
export function datumShift({ dx, dy, dz, rx, ry, rz, ppm, rotation }: DatumShift): { forward(from: Geocentric): Geocentric; inverse(to: Geocentric): Geocentric } {
  const sign = (rotation === 'coordinate-frame' ? 1 : -1) * ARC_SECOND;
  const [p, q, r] = [rx * sign, ry * sign, rz * sign];
  const k = 1 + ppm * 1e-6;
  const forward = ([x, y, z]: Geocentric): Geocentric => [dx + k * (x + r * y - q * z), dy + k * (y - r * x + p * z), dz + k * (z + q * x - p * y)];
  /** Inverse of I + S, S skew with the axis v: (I - S + v vᵀ) / (1 + v·v). */
  const inverse = ([tx, ty, tz]: Geocentric): Geocentric => {
    const x = (tx - dx) / k, y = (ty - dy) / k, z = (tz - dz) / k;
    const along = p * x + q * y + r * z, d = 1 + p * p + q * q + r * r;
    return [(x - r * y + q * z + p * along) / d, (y + r * x - p * z + q * along) / d, (z - q * x + p * y + r * along) / d];
  };
  return { forward, inverse };
}
