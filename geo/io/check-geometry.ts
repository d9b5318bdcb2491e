import type { Geometry, Position } from 'geojson';
import type { GeometryKind } from '../schema/index.ts';
import { eachPosition } from '../model/index.ts';
import { inRings, signedArea } from '../geometry/index.ts';
import { GEOMETRY_FIXES } from './fixes.ts';
import { polygonRings, ringFaults, ringsCross, windingWrong, type GeometryFault } from './geometry-checks.ts';

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
  const crossing = faults.some(({ severity, fix }) => severity === 'error' || fix === 'drop-spikes') ? null : ringsCrossing(geometry);
  if (crossing) faults.push({ code: 'geometry.hole-crosses', severity: 'error', place: crossing });
  const isRound = faults.every((fault) => fault.severity !== 'error') && roundTheGlobe(geometry);
  if (isRound) faults.push({ code: 'geometry.round-the-globe', severity: 'warning', place: anyPlace(geometry) });
  // What goes round the globe by mistake encloses something else: its winding says nothing.
  if (!isRound && faults.every((fault) => fault.severity !== 'error') && windingWrong(geometry)) faults.push({ code: 'geometry.winding', severity: 'info', place: anyPlace(geometry), fix: 'rewind' });
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
  eachPosition(geometry, (position) => {
    if (fault) return;
    const [x, y] = position;
    // A height beyond what a number holds would be written as null, which no program reads.
    if (!position.every(Number.isFinite)) fault = { code: 'geometry.not-finite', severity: 'error' };
    else if (Math.abs(x) > 180 || Math.abs(y) > 90) fault = outOfRange(x, y);
  });
  return fault;
}
function outOfRange(x: number, y: number): GeometryFault {
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  const code = swapped ? 'geometry.swapped' : Math.abs(x) > 1000 || Math.abs(y) > 1000 ? 'geometry.projected' : 'geometry.out-of-range';
  return { code, severity: 'error', params: { x, y }, ...(swapped ? { fix: 'swap-axes' } : {}) };
}

/** An edge over more than half of the globe: nobody draws one, but what crosses the antimeridian looks so. */
function roundTheGlobe(geometry: Geometry): boolean {
  return linesOf(geometry).some((line) => line.some(([x], i) => i > 0 && Math.abs(x - line[i - 1][0]) > 180));
}
function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return polygonRings(geometry).flat();
}

export function anyPlace(geometry: Geometry): [number, number] | undefined {
  let place: [number, number] | undefined;
  eachPosition(geometry, ([x, y]) => { place ??= [x, y]; });
  return place;
}

/** A hole none of whose vertices lies in its shell. */
function holeOutside([shell, ...holes]: Position[][]): boolean {
  return holes.some((hole) => hole.every((position) => !inRings([shell], position[0], position[1]) && distanceTo(shell, position) > TOUCHING));
}

/** Degrees, about a tenth of a millimetre: rounding moves a hole that touches its shell no further across. */
const TOUCHING = 1e-9;
/** The same at the ends of edges that cross. */
const SLACK = 1e-6;

/** Where a hole and its shell, or two holes, cross: which of the ground is meant, nobody can tell. */
function ringsCrossing(geometry: Geometry): [number, number] | null {
  for (const rings of polygonRings(geometry)) {
    for (let i = 1; i < rings.length; i++) {
      for (let j = 0; j < i; j++) {
        const place = ringsCross(rings[i], rings[j], SLACK) ?? (j === 0 ? vertexOutside(rings[0], rings[i]) : null);
        if (place) return place;
      }
    }
  }
  return null;
}
/** A hole may leave its shell through a vertex of it, where no two edges cross. */
function vertexOutside(shell: Position[], hole: Position[]): [number, number] | null {
  const outside = hole.find((position) => !inRings([shell], position[0], position[1]) && distanceTo(shell, position) > TOUCHING);
  return outside ? [outside[0], outside[1]] : null;
}
function distanceTo(ring: Position[], [x, y]: Position): number {
  let least = Infinity;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i], rx = ring[i + 1][0] - ax, ry = ring[i + 1][1] - ay, length = rx * rx + ry * ry;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * rx + (y - ay) * ry) / length));
    const dx = x - ax - t * rx, dy = y - ay - t * ry;
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}
