import type { Geometry, Position } from 'geojson';
import { eachPosition } from '../model/index.ts';
import { inRings } from './rings.ts';

/** Shortest distance edge to edge in a plane, 0 where the geometries meet or one lies in the other. */
export function planeDistance(a: Geometry, b: Geometry): number {
  const first = edgesOf(a), second = edgesOf(b);
  if (holds(first, second) || holds(second, first)) return 0;
  let best = Infinity;
  for (const p of first.segments) {
    for (const q of second.segments) {
      if (boxGap(p, q) >= best) continue;
      const squared = segmentDistance(p, q);
      if (squared < best) best = squared;
      if (best === 0) return 0;
    }
  }
  return Math.sqrt(best);
}

/** Where two geometries that do not meet come nearest: a place on the edges of each. Of equal ones the first in the order of their edges. */
export function nearestPoints(a: Geometry, b: Geometry): [[number, number], [number, number]] {
  const first = edgesOf(a), second = edgesOf(b);
  let best = Infinity, found: [[number, number], [number, number]] = [[NaN, NaN], [NaN, NaN]];
  for (const p of first.segments) {
    for (const q of second.segments) {
      if (boxGap(p, q) >= best) continue;
      for (const [on, from] of [[p, [q[0], q[1]]], [p, [q[2], q[3]]], [q, [p[0], p[1]]], [q, [p[2], p[3]]]] as [Segment, [number, number]][]) {
        const foot = footOn(on, from), squared = (foot[0] - from[0]) * (foot[0] - from[0]) + (foot[1] - from[1]) * (foot[1] - from[1]);
        if (squared >= best) continue;
        best = squared;
        found = on === p ? [foot, from] : [from, foot];
      }
    }
  }
  return found;
}
/** The edge of a geometry that comes nearest to a place; for a point, an edge without length. */
export function nearestEdge(geometry: Geometry, [x, y]: readonly [number, number]): { a: [number, number]; b: [number, number]; distance: number } {
  let best = Infinity, edge: Segment = [x, y, x, y];
  for (const segment of edgesOf(geometry).segments) {
    const squared = toPoint(...segment, x, y);
    if (squared < best) { best = squared; edge = segment; }
  }
  return { a: [edge[0], edge[1]], b: [edge[2], edge[3]], distance: Math.sqrt(best) };
}
function footOn([ax, ay, bx, by]: Segment, [x, y]: readonly [number, number]): [number, number] {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return [ax + t * dx, ay + t * dy];
}

type Segment = [ax: number, ay: number, bx: number, by: number];
interface Edges {
  segments: Segment[];
  /** Rings of polygons, for the test whether one lies in the other. */
  rings: Position[][];
  start: Position;
}

function edgesOf(geometry: Geometry): Edges {
  const found: Edges = { segments: [], rings: [], start: [NaN, NaN] };
  collect(geometry, found);
  eachPosition(geometry, (position) => { if (Number.isNaN(found.start[0])) found.start = position; });
  return found;
}
function collect(geometry: Geometry, into: Edges): void {
  switch (geometry.type) {
    case 'Point': into.segments.push(toSegment(geometry.coordinates, geometry.coordinates)); break;
    case 'MultiPoint': for (const p of geometry.coordinates) into.segments.push(toSegment(p, p)); break;
    case 'LineString': addLine(geometry.coordinates, into); break;
    case 'MultiLineString': for (const line of geometry.coordinates) addLine(line, into); break;
    case 'Polygon': for (const ring of geometry.coordinates) { addLine(ring, into); into.rings.push(ring); } break;
    case 'MultiPolygon': for (const coordinates of geometry.coordinates) collect({ type: 'Polygon', coordinates }, into); break;
    case 'GeometryCollection': for (const part of geometry.geometries) collect(part, into); break;
  }
}
const toSegment = ([ax, ay]: Position, [bx, by]: Position): Segment => [ax, ay, bx, by];
function addLine(line: Position[], into: Edges): void {
  for (let i = 0; i + 1 < line.length; i++) into.segments.push(toSegment(line[i], line[i + 1]));
}

/** Of two that do not cross: one place tells of the whole. */
function holds({ rings }: Edges, { start }: Edges): boolean {
  return inRings(rings, start[0], start[1]);
}

function boxGap(p: Segment, q: Segment): number {
  const dx = Math.max(0, Math.min(p[0], p[2]) - Math.max(q[0], q[2]), Math.min(q[0], q[2]) - Math.max(p[0], p[2]));
  const dy = Math.max(0, Math.min(p[1], p[3]) - Math.max(q[1], q[3]), Math.min(q[1], q[3]) - Math.max(p[1], p[3]));
  return dx * dx + dy * dy;
}

const segmentDistance = (p: Segment, q: Segment): number => segmentGap(p[0], p[1], p[2], p[3], q[0], q[1], q[2], q[3]);

/** The square of the distance between the lines a-b and c-d. */
export function segmentGap(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): number {
  if (cross(ax, ay, bx, by, cx, cy, dx, dy)) return 0;
  return Math.min(toPoint(ax, ay, bx, by, cx, cy), toPoint(ax, ay, bx, by, dx, dy), toPoint(cx, cy, dx, dy, ax, ay), toPoint(cx, cy, dx, dy, bx, by));
}
function toPoint(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const dx = bx - ax, dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const ex = x - ax - t * dx, ey = y - ay - t * dy;
  return ex * ex + ey * ey;
}
function cross(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  const a = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax), b = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  const c = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx), d = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return ((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0));
}
