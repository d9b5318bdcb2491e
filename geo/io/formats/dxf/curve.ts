import { portable } from '../../../crs/index.ts';
import type { Position } from 'geojson';

const { atan, atan2, cos, PI, sin } = portable;

/** Chord error: how far a chord may lie from its arc, in units of the drawing (metres in a plan). */
export const CHORD = 0.01;
/** Most chords of a full turn; for arcs of more than some 500 m radius the chord error grows with the radius. */
const MOST_CHORDS = 720, FEWEST_CHORDS = 8;

/** Chords of a full turn: half the angle of one is about the square root of twice the chord error over the radius. */
function chordsOfTurn(radius: number): number {
  if (!(radius > CHORD)) return FEWEST_CHORDS;
  return Math.min(MOST_CHORDS, Math.max(FEWEST_CHORDS, Math.ceil(PI / Math.sqrt(2 * CHORD / radius))));
}

/** Positions on an ellipse from one parameter to the other (radians, either sense), ends included. */
export function ellipseArc(centre: Position, major: Position, ratio: number, from: number, to: number): Position[] {
  const radius = Math.sqrt(major[0] * major[0] + major[1] * major[1]);
  const count = Math.max(1, Math.ceil(chordsOfTurn(radius) * Math.min(1, Math.abs(to - from) / (2 * PI))));
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = from + (to - from) * i / count, along = cos(angle), across = sin(angle) * ratio;
    return [centre[0] + major[0] * along - major[1] * across, centre[1] + major[1] * along + major[0] * across];
  });
}
export const circleArc = (centre: Position, radius: number, from: number, to: number): Position[] => ellipseArc(centre, [radius, 0], 1, from, to);

/**
 * The arc of a polyline's edge without its first position. The bulge is the tangent of a quarter of its angle,
 * positive to the left of the chord's way (DXF Reference, LWPOLYLINE, code 42).
 */
export function bulged(a: Position, b: Position, bulge: number): Position[] {
  const dx = b[0] - a[0], dy = b[1] - a[1];
  if (!bulge || !Number.isFinite(bulge) || (dx === 0 && dy === 0)) return [b];
  const offset = (1 - bulge * bulge) / (4 * bulge);
  const centre = [(a[0] + b[0]) / 2 - dy * offset, (a[1] + b[1]) / 2 + dx * offset];
  const from = atan2(a[1] - centre[1], a[0] - centre[0]);
  const radius = Math.sqrt((a[0] - centre[0]) * (a[0] - centre[0]) + (a[1] - centre[1]) * (a[1] - centre[1]));
  return [...circleArc(centre, radius, from, from + 4 * atan(bulge)).slice(1, -1), b];
}

/** Points of a span of a spline, for which there is no simple bound of the chord error. */
const SPAN_CHORDS = 16;

/** A rational B-spline by de Boor's algorithm; null where knots, degree and control points do not go together. */
export function spline(degree: number, knots: readonly number[], points: readonly Position[], weights: readonly number[]): Position[] | null {
  if (!Number.isInteger(degree) || degree < 1 || degree > 11 || points.length <= degree || knots.length !== points.length + degree + 1) return null;
  if (knots.some((knot, i) => !Number.isFinite(knot) || (i > 0 && knot < knots[i - 1]))) return null;
  const weighted = points.map(([x, y], i) => { const weight = weights[i] > 0 ? weights[i] : 1; return [x * weight, y * weight, weight]; });
  const line: Position[] = [];
  for (let span = degree; span < points.length; span++) {
    if (knots[span] === knots[span + 1]) continue;
    for (let i = line.length === 0 ? 0 : 1; i <= SPAN_CHORDS; i++) line.push(deBoor(degree, knots, weighted, span, knots[span] + (knots[span + 1] - knots[span]) * i / SPAN_CHORDS));
  }
  return line.length > 1 ? line : null;
}
function deBoor(degree: number, knots: readonly number[], points: readonly number[][], span: number, at: number): Position {
  const row = Array.from({ length: degree + 1 }, (_, j) => points[span - degree + j]);
  for (let level = 1; level <= degree; level++) {
    for (let j = degree; j >= level; j--) {
      const low = knots[span - degree + j], high = knots[span + 1 + j - level];
      const share = high === low ? 0 : (at - low) / (high - low);
      row[j] = row[j].map((value, k) => (1 - share) * row[j - 1][k] + share * value);
    }
  }
  const [x, y, weight] = row[degree];
  return [x / weight, y / weight];
}
