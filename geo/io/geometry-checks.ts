import Flatbush from 'flatbush';
import type { Geometry, Position } from 'geojson';
import type { Severity } from '../model/index.ts';

/** Something wrong with one geometry. `fix` names a row of FIXES; `auto` is mended while reading. */
export interface GeometryFault {
  code: string;
  severity: Severity;
  place?: [number, number];
  params?: Record<string, string | number>;
  fix?: string;
}

/** Checks a ring on its own. Order matters: the first fault that makes the rest meaningless ends the list. */
export function ringFaults(ring: Position[]): GeometryFault[] {
  const place: [number, number] = [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  const [first, last] = [ring[0], ring[ring.length - 1]];
  const distinct = new Set(ring.map(([x, y]) => `${x},${y}`)).size;
  if (distinct < 3) return [{ code: 'geometry.too-few-points', severity: 'error', place, params: { n: distinct } }];
  if (first[0] !== last[0] || first[1] !== last[1]) return [{ code: 'geometry.not-closed', severity: 'error', place, fix: 'close' }];
  const faults: GeometryFault[] = [];
  if (repeats(ring)) faults.push({ code: 'geometry.duplicate-vertices', severity: 'warning', place, fix: 'drop-duplicates' });
  const crossing = selfCrossing(ring);
  if (crossing) faults.push({ code: 'geometry.self-crossing', severity: 'error', place: crossing, fix: 'unkink' });
  return faults;
}

export function repeats(ring: Position[]): boolean {
  for (let i = 0; i + 1 < ring.length; i++) if (ring[i][0] === ring[i + 1][0] && ring[i][1] === ring[i + 1][1]) return true;
  return false;
}

/** Positive when anticlockwise. */
export function signedArea(ring: Position[]): number {
  const [ox, oy] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += (ring[i][0] - ox) * (ring[i + 1][1] - oy) - (ring[i + 1][0] - ox) * (ring[i][1] - oy);
  return twice / 2;
}

/** Small rings are compared edge by edge; large ones through an index, so a coastline does not take minutes. */
const SMALL = 48;

/** A place where two edges of the ring cross or touch that are not neighbours, or null. */
export function selfCrossing(ring: Position[]): [number, number] | null {
  const edges = ring.length - 1;
  const index = edges > SMALL ? edgeIndex(ring) : null;
  for (let i = 0; i < edges; i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
    const others = index ? index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)) : null;
    for (let k = others ? 0 : i + 1; k < (others ? others.length : edges); k++) {
      const j = others ? others[k] : k;
      if (j <= i || j === i + 1 || (i === 0 && j === edges - 1)) continue;
      const place = crossing(ring[i], ring[i + 1], ring[j], ring[j + 1]);
      if (place) return place;
    }
  }
  return null;
}
function edgeIndex(ring: Position[]): Flatbush {
  const index = new Flatbush(ring.length - 1);
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index;
}
/** Proper crossings only: rings of real data often touch themselves at a vertex, which GIS programs accept. */
function crossing(a: Position, b: Position, c: Position, d: Position): [number, number] | null {
  const rx = b[0] - a[0], ry = b[1] - a[1], sx = d[0] - c[0], sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t > 0 && t < 1 && u > 0 && u < 1 ? [a[0] + t * rx, a[1] + t * ry] : null;
}

/** Every polygon's rings, shell first. */
export function polygonRings(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonRings);
  return [];
}

export function windingWrong(geometry: Geometry): boolean {
  return polygonRings(geometry).some((rings) => rings.some((ring, i) => wrongWay(ring, i === 0)));
}
/** A ring without area has no winding. */
export function wrongWay(ring: Position[], isShell: boolean): boolean {
  const area = signedArea(ring);
  return area !== 0 && (area > 0) !== isShell;
}
