import type { Geometry, Position } from 'geojson';
import type { PenTool } from '../../state/meeting.ts';

/** A place on the map, in pixels of its layout. */
export type Place = [number, number];
export type Stroke = Exclude<PenTool, 'erase'>;

/** A hand does not mean less than this (pixels). */
const STEADY = 1.2;
/** What is shorter was a tap (pixels). */
const SHORTEST = 6;
/** Of an arrow's head: its length (pixels), and the half of its angle as cosine and sine (28 degrees). */
const HEAD = { length: 20, cos: 0.883, sin: 0.469 };

/** The line that a stroke draws; empty where the pointer only touched the map. */
export function lineOf(stroke: Stroke, points: readonly Place[]): Place[] {
  const first = points[0], last = points.at(-1);
  if (!first || !last || !points.some((point) => distance(point, first) >= SHORTEST)) return [];
  if (stroke === 'line' || stroke === 'arrow') {
    if (distance(first, last) < SHORTEST) return [];
    return stroke === 'line' ? [first, last] : arrow(first, last);
  }
  const line = simplified(points, STEADY);
  if (stroke === 'pen') return line;
  return line.length < 3 ? [] : [...line, first];
}
/** One line to the tip and over both barbs, so that whoever draws lines draws an arrow. */
function arrow(from: Place, tip: Place): Place[] {
  const length = distance(from, tip), head = Math.min(HEAD.length, length / 2);
  const [ux, uy] = [(from[0] - tip[0]) / length * head, (from[1] - tip[1]) / length * head];
  const barb = (side: 1 | -1): Place => [tip[0] + ux * HEAD.cos - side * uy * HEAD.sin, tip[1] + uy * HEAD.cos + side * ux * HEAD.sin];
  return [from, tip, barb(1), tip, barb(-1)];
}

/** The line on the ground, in degrees to about a centimetre. */
export function geometryOf(stroke: Stroke, line: readonly Place[], toDegrees: (place: Place) => Place): Geometry {
  const places = line.map((place): Position => toDegrees(place).map((degree) => Math.round(degree * 1e7) / 1e7));
  return stroke === 'area' ? { type: 'Polygon', coordinates: [[...places.slice(0, -1), places[0]]] } : { type: 'LineString', coordinates: places };
}

/** Without the points that lie within `tolerance` of the line between those that stay (Douglas and Peucker 1973). */
export function simplified(points: readonly Place[], tolerance: number): Place[] {
  const stays = new Uint8Array(points.length), open: [number, number][] = [[0, points.length - 1]];
  stays[0] = stays[points.length - 1] = 1;
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let far = -1, most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const off = distanceToLine(points[i], points[from], points[to]);
      if (off > most) [far, most] = [i, off];
    }
    if (far < 0) continue;
    stays[far] = 1;
    open.push([from, far], [far, to]);
  }
  return points.filter((_, i) => stays[i] === 1);
}
const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
function distanceToLine(point: Place, a: Place, b: Place): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]], squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared));
  return distance(point, [a[0] + t * dx, a[1] + t * dy]);
}
