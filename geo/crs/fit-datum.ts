import { UserError } from '../model/index.ts';
import type { Crs } from './crs.ts';
import { ARC_SECOND, geocentric, type Geocentric } from './datum.ts';
import type { ControlPoint, FitOptions } from './fit-grid.ts';
import type { DatumGrid } from './local-grid.ts';
import { ELLIPSOIDS, transverseMercator } from './transverse-mercator.ts';

/**
 * Seven parameters by least squares in geocentric metres, in the coordinate-frame convention. Heights that are not given are taken
 * as 0 on both sides. Within one city shift and rotation stand for each other: the single parameters then mean little, though
 * together they fit; they are good for the area of the points only.
 */
export function sevenParameters(pairs: readonly ControlPoint[], { name, datum }: FitOptions, plane: Crs): DatumGrid {
  if (!datum) throw new UserError('crs.fit-datum', { name });
  if (isLine(pairs)) throw new UserError('crs.fit-line', { n: pairs.length });
  const { ellipsoid, projection } = datum;
  const old = projection && transverseMercator(ellipsoid, projection.centralMeridian, projection.scale, projection.falseEasting, projection.falseNorthing);
  const from = pairs.map(({ local: [x, y, h = 0] }) => geocentric(ellipsoid, ...(old ? old.inverse(x, y) : [x, y] as const), h));
  const to = pairs.map(({ known: [x, y, h = 0] }) => geocentric(ELLIPSOIDS.CGCS2000, ...plane.toDegrees(x, y), h));

  // About the centroid and in units of the spread, so that the seven unknowns are of one size.
  const centre = [0, 1, 2].map((axis) => from.reduce((sum, place) => sum + place[axis], 0) / from.length) as Geocentric;
  const about = from.map((place) => place.map((value, axis) => value - centre[axis]) as Geocentric);
  const spread = Math.sqrt(about.reduce((sum, [x, y, z]) => sum + x * x + y * y + z * z, 0) / about.length);
  const rows: number[][] = [];
  about.forEach((place, i) => {
    const [x, y, z] = place.map((value) => value / spread);
    const [dx, dy, dz] = to[i].map((value, axis) => value - from[i][axis]);
    // Unknowns: shift of the centroid, then m, rx, ry, rz times the spread (the angles times 1 + m). Last the observation.
    rows.push([1, 0, 0, x, 0, -z, y, dx], [0, 1, 0, y, z, 0, -x, dy], [0, 0, 1, z, -y, x, 0, dz]);
  });
  const solution = leastSquares(rows, 7);
  if (!solution) throw new UserError('crs.fit-line', { n: pairs.length });
  const [tx, ty, tz] = solution;
  const [m, p, q, r] = solution.slice(3).map((value) => value / spread);
  const [cx, cy, cz] = centre;
  const seconds = (angle: number) => angle / (1 + m) / ARC_SECOND;
  return {
    kind: 'datum', name, ellipsoid, projection,
    shift: { dx: tx - m * cx - r * cy + q * cz, dy: ty - m * cy + r * cx - p * cz, dz: tz - m * cz - q * cx + p * cy, rx: seconds(p), ry: seconds(q), rz: seconds(r), ppm: m * 1e6, rotation: 'coordinate-frame' },
  };
}

/** True where the points keep to a line: across it they spread less than a hundredth of what they do along it. */
function isLine(pairs: readonly ControlPoint[]): boolean {
  const mean = [0, 1].map((axis) => pairs.reduce((sum, { known }) => sum + known[axis], 0) / pairs.length);
  let xx = 0, xy = 0, yy = 0;
  for (const { known } of pairs) {
    const dx = known[0] - mean[0], dy = known[1] - mean[1];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return xx * yy - xy * xy < 1e-4 * (xx + yy) * (xx + yy);
}

/** Pivots smaller than this against the largest diagonal mean that the points do not fix all unknowns. */
const SINGULAR = 1e-9;

/** Normal equations by Gaussian elimination with pivoting on the diagonal; rows end with the observation. Null when singular. */
export function leastSquares(rows: readonly (readonly number[])[], unknowns: number): number[] | null {
  const normal = Array.from({ length: unknowns }, (_, i) => Array.from({ length: unknowns + 1 }, (_, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)));
  const largest = Math.max(...normal.map((row, i) => row[i]));
  for (let i = 0; i < unknowns; i++) {
    let best = i;
    for (let k = i + 1; k < unknowns; k++) if (Math.abs(normal[k][i]) > Math.abs(normal[best][i])) best = k;
    [normal[i], normal[best]] = [normal[best], normal[i]];
    if (!(Math.abs(normal[i][i]) > SINGULAR * largest)) return null;
    for (let k = 0; k < unknowns; k++) {
      if (k === i) continue;
      const factor = normal[k][i] / normal[i][i];
      for (let j = i; j <= unknowns; j++) normal[k][j] -= factor * normal[i][j];
    }
  }
  return normal.map((row, i) => row[unknowns] / row[i]);
}
