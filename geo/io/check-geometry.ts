import type { Geometry, Position } from 'geojson';
import type { GeometryKind } from '../schema/index.ts';
import { eachPosition } from '../model/index.ts';
import { GEOMETRY_FIXES } from './fixes.ts';
import { polygonRings, ringFaults, signedArea, windingWrong, type GeometryFault } from './geometry-checks.ts';

const KINDS: ReadonlyMap<string, GeometryKind> = new Map([['Point', 'point'], ['MultiPoint', 'point'], ['LineString', 'line'], ['MultiLineString', 'line'], ['Polygon', 'polygon'], ['MultiPolygon', 'polygon']]);
/** What a geometry counts as; null for a collection of several kinds, and for what is none. */
export function kindOf(geometry: Geometry | null): GeometryKind | null {
  if (geometry?.type !== 'GeometryCollection') return KINDS.get(geometry?.type ?? '') ?? null;
  const kinds = new Set(Array.isArray(geometry.geometries) ? geometry.geometries.map(kindOf) : []);
  return kinds.size === 1 ? [...kinds][0] : null;
}

/** Everything the GeoJSON gate lets through and a plan cannot use. An empty list means sound. */
export function geometryFaults(geometry: Geometry | null, allowed: readonly GeometryKind[]): GeometryFault[] {
  if (!geometry) return [{ code: 'geometry.missing', severity: 'error' }];
  if (isEmpty(geometry)) return [{ code: 'geometry.empty', severity: 'error' }];
  const numbers = coordinateFault(geometry);
  if (numbers) return [numbers];
  const kind = kindOf(geometry);
  if (!kind || !allowed.includes(kind)) return [{ code: 'geometry.kind', severity: 'error', place: anyPlace(geometry), params: { given: geometry.type, allowed: allowed.join('/') } }];
  const faults = polygonRings(geometry).flatMap((rings) => { const found = rings.flatMap(ringFaults); return found.length > 0 ? found : areaFaults(rings[0]); });
  if (faults.every((fault) => fault.severity !== 'error') && polygonRings(geometry).some(holeOutside)) faults.push({ code: 'geometry.hole-outside', severity: 'error', place: anyPlace(geometry) });
  if (faults.every((fault) => fault.severity !== 'error') && windingWrong(geometry)) faults.push({ code: 'geometry.winding', severity: 'info', place: anyPlace(geometry), fix: 'rewind' });
  return faults.map((fault) => (fault.severity === 'error' && fault.fix && !GEOMETRY_FIXES[fault.fix](geometry) ? { ...fault, fix: undefined } : fault));
}

/** A sound shell that encloses nothing is a line walked to and fro. */
function areaFaults(shell: Position[]): GeometryFault[] {
  return signedArea(shell) === 0 ? [{ code: 'geometry.empty', severity: 'error', place: [shell[0][0], shell[0][1]] }] : [];
}

function isEmpty(geometry: Geometry): boolean {
  let positions = 0;
  eachPosition(geometry, () => { positions++; });
  return positions === 0 || polygonRings(geometry).some((rings) => rings.length === 0 || rings.some((ring) => ring.length === 0));
}

/** Not finite, or outside the range of degrees: then what is it? */
function coordinateFault(geometry: Geometry): GeometryFault | null {
  let fault: GeometryFault | null = null;
  eachPosition(geometry, ([x, y]) => {
    if (fault) return;
    if (!Number.isFinite(x) || !Number.isFinite(y)) fault = { code: 'geometry.not-finite', severity: 'error' };
    else if (Math.abs(x) > 180 || Math.abs(y) > 90) fault = outOfRange(x, y);
  });
  return fault;
}
function outOfRange(x: number, y: number): GeometryFault {
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  const code = swapped ? 'geometry.swapped' : Math.abs(x) > 1000 || Math.abs(y) > 1000 ? 'geometry.projected' : 'geometry.out-of-range';
  return { code, severity: 'error', params: { x, y }, ...(swapped ? { fix: 'swap-axes' } : {}) };
}

export function anyPlace(geometry: Geometry): [number, number] | undefined {
  let place: [number, number] | undefined;
  eachPosition(geometry, ([x, y]) => { place ??= [x, y]; });
  return place;
}

/** A hole whose first vertex lies outside its shell. */
function holeOutside([shell, ...holes]: Position[][]): boolean {
  return holes.some((hole) => !inside(shell, hole[0]) && !inside(shell, hole[1]));
}
function inside(ring: Position[], [x, y]: Position): boolean {
  let odd = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
    if ((ay > y) !== (by > y) && x <= ax + (y - ay) / (by - ay) * (bx - ax)) odd = !odd;
  }
  return odd;
}
