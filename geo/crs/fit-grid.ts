import type { Position } from 'geojson';
import { UserError } from '../model/index.ts';
import type { Crs } from './crs.ts';
import { sevenParameters } from './fit-datum.ts';
import { localGrid, type DatumGrid, type LocalGrid } from './local-grid.ts';
import { ARC_SECOND } from './datum.ts';
import { atan2, hypot } from './portable-math.ts';
import { crsByCode } from './table.ts';

/** The same place in both systems: east, north and, where known, height in metres. */
export interface ControlPoint {
  local: Position;
  known: Position;
}
export type FitMethod = 'two-point' | 'similarity' | 'seven-parameter';
export interface FitOptions {
  name: string;
  /** Code of the plane that `known` is in. */
  base: string;
  /** What the older datum is, for seven parameters. */
  datum?: Pick<DatumGrid, 'ellipsoid' | 'projection'>;
}
/** What the fitted grid makes of a control point less what is known, metres, heights left aside. */
export interface Residual {
  east: number;
  north: number;
  distance: number;
}
export interface GridFit {
  crs: Crs;
  definition: LocalGrid;
  residuals: Residual[];
  /** Root mean square of the distances, metres. Says nothing where `redundant` is 0. */
  rms: number;
  /** Coordinates given beyond those that the parameters need; with 0 any points fit, right or wrong. */
  redundant: number;
}
interface MethodRow {
  least: number;
  most: number;
  parameters: number;
  fit(pairs: readonly ControlPoint[], options: FitOptions, plane: Crs): LocalGrid;
}
export const FIT_METHODS: Record<FitMethod, MethodRow> = {
  'two-point': { least: 2, most: 2, parameters: 4, fit: fourParameters },
  similarity: { least: 2, most: Infinity, parameters: 4, fit: fourParameters },
  'seven-parameter': { least: 3, most: Infinity, parameters: 7, fit: sevenParameters },
};

/**
 * A local grid from control points. The caller shows residuals and RMS: they tell whether the fit is any good.
 * @throws UserError `crs.fit-count`, `crs.fit-number`, `crs.fit-plane`, `crs.fit-same`, `crs.fit-axes`, `crs.fit-line`, `crs.fit-datum`
 */
export function fitLocalGrid(pairs: readonly ControlPoint[], method: FitMethod, options: FitOptions): GridFit {
  const { least, most, parameters, fit } = FIT_METHODS[method];
  if (pairs.length < least || pairs.length > most) throw new UserError('crs.fit-count', { need: most === least ? String(least) : `≥ ${least}`, given: pairs.length });
  const bad = pairs.findIndex(({ local, known }) => [local[0], local[1], known[0], known[1]].some((value) => !Number.isFinite(value)));
  if (bad >= 0) throw new UserError('crs.fit-number', { row: bad + 1 });
  const plane = crsByCode(options.base);
  if (plane.kind !== 'projected' || plane.importOnly) throw new UserError('crs.fit-plane', { code: plane.code });
  for (const side of ['local', 'known'] as const) {
    const middle = meanOf(pairs.map((pair) => pair[side]));
    if (pairs.every((pair) => hypot(pair[side][0] - middle[0], pair[side][1] - middle[1]) < SAME)) throw new UserError('crs.fit-same', { n: pairs.length });
  }
  const definition = fit(pairs, options, plane);
  const crs = localGrid(definition);
  const residuals = residualsOf(crs, plane, pairs);
  const rms = rmsOf(residuals);
  // A mirrored grid fits no similarity: x and y of the local side stand in the other order.
  if (pairs.length > 2 && rms > 1 && rms > 10 * rmsOf(residualsOfSwapped(pairs, method, options, plane))) throw new UserError('crs.fit-axes', { rms: Math.round(rms * 100) / 100 });
  return { crs, definition, residuals, rms, redundant: pairs.length * (method === 'seven-parameter' ? 3 : 2) - parameters };
}
/** Control points this near to each other, in metres, are one point. */
const SAME = 0.01;

function residualsOf(crs: Crs, plane: Crs, pairs: readonly ControlPoint[]): Residual[] {
  return pairs.map(({ local, known }) => {
    const [x, y] = plane.fromDegrees(...crs.toDegrees(local[0], local[1]));
    const east = x - known[0], north = y - known[1];
    return { east, north, distance: hypot(east, north) };
  });
}
function residualsOfSwapped(pairs: readonly ControlPoint[], method: FitMethod, options: FitOptions, plane: Crs): Residual[] {
  const turned = pairs.map(({ local: [x, y, ...rest], known }) => ({ local: [y, x, ...rest], known }));
  return residualsOf(localGrid(FIT_METHODS[method].fit(turned, options, plane)), plane, turned);
}
const rmsOf = (residuals: readonly Residual[]): number => Math.sqrt(residuals.reduce((sum, { distance }) => sum + distance * distance, 0) / residuals.length);
const meanOf = (positions: readonly Position[]): [number, number] => [0, 1].map((axis) => positions.reduce((sum, position) => sum + position[axis], 0) / positions.length) as [number, number];

/** Least squares of a similarity about the centroids (exact for two points). Known = shift + (a + ib) · local, as complex numbers. */
function fourParameters(pairs: readonly ControlPoint[], { name }: FitOptions, plane: Crs): LocalGrid {
  const [lx, ly] = meanOf(pairs.map(({ local }) => local)), [kx, ky] = meanOf(pairs.map(({ known }) => known));
  let a = 0, b = 0, square = 0;
  for (const { local: [x, y], known: [east, north] } of pairs) {
    const dx = x - lx, dy = y - ly, de = east - kx, dn = north - ky;
    a += dx * de + dy * dn;
    b += dx * dn - dy * de;
    square += dx * dx + dy * dy;
  }
  a /= square;
  b /= square;
  return { kind: 'similarity', name, base: plane.code, eastShift: kx - (a * lx - b * ly), northShift: ky - (b * lx + a * ly), rotation: atan2(-b, a) / ARC_SECOND, scale: hypot(a, b) };
}
