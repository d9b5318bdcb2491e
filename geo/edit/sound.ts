import type { Geometry, Position } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { partsOf, projectGeometry, type Kernel } from '../geometry/index.ts';
import { GEOMETRY_FIXES, geometryFaults } from '../io/index.ts';
import { UserError } from '../model/index.ts';
import { schemaOf } from '../schema/index.ts';

/** Why a geometry is refused, by the fault that was found: one sentence each under `error.edit.geometry.<fault>`. */
export const GEOMETRY_REFUSALS = ['missing', 'empty', 'not-finite', 'swapped', 'projected', 'out-of-range', 'kind', 'not-closed', 'too-few-points', 'self-crossing', 'hole-outside', 'line-too-short', 'invalid'] as const;
const refusal = (reason: string, params: Record<string, string | number> = {}) => new UserError(`edit.geometry.${reason}`, params);
const place = (at: Position | null | undefined): string => (at ? `${at[0].toFixed(6)}, ${at[1].toFixed(6)}` : '—');

/** What can mean only one thing is mended: an open ring, a repeated vertex, rings wound the other way. */
const MENDED = ['close', 'drop-duplicates', 'rewind'];

/**
 * The geometry as the layer takes it.
 * @throws UserError `edit.geometry.…` where it cannot: nothing unsound enters a layer by hand
 */
export function soundGeometry(geometry: Geometry | null, schema: string, kernel: Kernel, plane: Plane): Geometry {
  const allowed = schemaOf(schema).geometry;
  let sound = geometry;
  for (const fix of MENDED) if (sound && geometryFaults(sound, allowed).some((fault) => fault.fix === fix)) sound = GEOMETRY_FIXES[fix](sound) ?? sound;
  const fault = geometryFaults(sound, allowed).find(({ severity }) => severity === 'error');
  if (fault) throw refusal(fault.code.slice('geometry.'.length), { ...fault.params, place: place(fault.place) });
  for (const line of linesOf(sound!)) if (line.every(([x, y]) => x === line[0][0] && y === line[0][1])) throw refusal('line-too-short');
  if (/Polygon$/.test(sound!.type)) {
    const { valid, reason, place: at } = kernel.validity(projectGeometry(plane, sound!));
    if (!valid) throw refusal('invalid', { reason, place: place(at && plane.inverse(at[0], at[1])) });
  }
  return sound!;
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' || geometry.type === 'GeometryCollection' ? partsOf(geometry).flatMap(linesOf) : [];
}
