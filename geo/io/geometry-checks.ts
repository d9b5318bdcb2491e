import Flatbush from 'flatbush';
import type { Geometry, Position } from 'geojson';
import type { Severity } from '../model/index.ts';
import { signedArea } from '../geometry/index.ts';

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
  const distinct = distinctPlaces(ring, 3);
  if (distinct < 3) return [{ code: 'geometry.too-few-points', severity: 'error', place, params: { n: distinct } }];
  if (first[0] !== last[0] || first[1] !== last[1]) return [{ code: 'geometry.not-closed', severity: 'error', place, fix: 'close' }];
  const faults: GeometryFault[] = [];
  if (repeats(ring)) faults.push({ code: 'geometry.duplicate-vertices', severity: 'warning', place, fix: 'drop-duplicates' });
  // A spike would be found as a crossing too: it is mended first.
  if (hasSpike(ring) && signedArea(ring) !== 0) return [...faults, { code: 'geometry.spike', severity: 'warning', place, fix: 'drop-spikes' }];
  const crossing = selfCrossing(ring);
  if (crossing) faults.push({ code: 'geometry.self-crossing', severity: 'error', place: crossing, fix: 'unkink' });
  return faults;
}

/** How many different places a ring has, counted up to `most`. */
function distinctPlaces(ring: Position[], most: number): number {
  const found: Position[] = [];
  for (let i = 0; i < ring.length && found.length < most; i++) {
    const [x, y] = ring[i];
    if (!found.some((one) => one[0] === x && one[1] === y)) found.push(ring[i]);
  }
  return found.length;
}
export function repeats(ring: Position[]): boolean {
  for (let i = 0; i + 1 < ring.length; i++) if (ring[i][0] === ring[i + 1][0] && ring[i][1] === ring[i + 1][1]) return true;
  return false;
}

/** An edge walked to its end and back encloses nothing: without its tip the ring encloses the same. */
export function hasSpike(ring: Position[]): boolean {
  const n = ring.length - 1;
  for (let i = 0; i < n; i++) if (turnsBack(ring[(i + n - 1) % n], ring[i], ring[i + 1])) return true;
  return false;
}
export function turnsBack([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): boolean {
  return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) === 0 && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0;
}

/** Small rings are compared edge by edge; large ones through an index, so a coastline does not take minutes. */
const SMALL = 48;

/** A place where two edges of the ring that are not neighbours cross or lie on each other, or null. */
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
/** A place where an edge of one ring crosses an edge of the other, or null. `slack` as in `crossing`. */
export function ringsCross(one: Position[], other: Position[], slack = 0): [number, number] | null {
  const index = edgeIndex(other);
  for (let i = 0; i + 1 < one.length; i++) {
    const [ax, ay] = one[i], [bx, by] = one[i + 1];
    for (const j of index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) {
      const place = crossing(one[i], one[i + 1], other[j], other[j + 1], slack);
      if (place) return place;
    }
  }
  return null;
}

/**
 * Proper crossings, and edges that lie on each other for a piece: rings of real data often touch themselves at a vertex, which GIS
 * programs accept. `slack` is the share of an edge at its ends where a crossing is taken for a touch that rounding moved.
 */
function crossing(a: Position, b: Position, c: Position, d: Position, slack = 0): [number, number] | null {
  const rx = b[0] - a[0], ry = b[1] - a[1], sx = d[0] - c[0], sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return slack > 0 ? null : sharedPiece(a, b, c, d);
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t > slack && t < 1 - slack && u > slack && u < 1 - slack ? [a[0] + t * rx, a[1] + t * ry] : null;
}
/** The middle of the piece that two parallel edges have in common, or null where they have at most a point. */
function sharedPiece(a: Position, b: Position, c: Position, d: Position): [number, number] | null {
  const rx = b[0] - a[0], ry = b[1] - a[1], length = rx * rx + ry * ry;
  if (length === 0 || rx * (c[1] - a[1]) - ry * (c[0] - a[0]) !== 0) return null;
  const along = ([x, y]: Position) => ((x - a[0]) * rx + (y - a[1]) * ry) / length;
  const from = Math.max(0, Math.min(along(c), along(d))), to = Math.min(1, Math.max(along(c), along(d)));
  return from < to ? [a[0] + (from + to) / 2 * rx, a[1] + (from + to) / 2 * ry] : null;
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
