import type { Position } from 'geojson';
import { inRings } from '../geometry/index.ts';
import type { Path } from './path.ts';

/** From one chainage to another, m. */
export type Stretch = readonly [from: number, to: number];

/** What lies nearer together than a tenth of a millimetre is one stretch, and what is shorter is none. */
const JOINS = 1e-4;

/** In order, those that touch as one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = found[found.length - 1];
    if (last && from <= last[1] + JOINS) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found.filter(([from, to]) => to - from > JOINS);
}

/** Where the line lies in the ground between rings, by the even-odd rule: of any polygon or set of polygons, holes left out. */
export function stretchesIn(path: Path, rings: readonly (readonly Position[])[]): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < path.segments; i++) {
    const a = path.corners[i], b = path.corners[i + 1], cuts = [0, 1];
    eachEdge(rings, (c, d) => { for (const t of meetings(a, b, c, d)) cuts.push(t); });
    cuts.sort((p, q) => p - q);
    const long = path.at[i + 1] - path.at[i];
    for (let k = 0; k + 1 < cuts.length; k++) {
      const [from, to] = [cuts[k], cuts[k + 1]], middle = (from + to) / 2;
      if (to > from && inRings(rings, a[0] + middle * (b[0] - a[0]), a[1] + middle * (b[1] - a[1]))) found.push([path.at[i] + from * long, path.at[i] + to * long]);
    }
  }
  return joined(found);
}

function eachEdge(rings: readonly (readonly Position[])[], visit: (c: Position, d: Position) => void): void {
  for (const ring of rings) for (let k = 0; k < ring.length; k++) visit(ring[k], ring[(k + 1) % ring.length]);
}
/** Shares of a-b at which it meets c-d: none, one, or the two ends of what lies on top of it. */
function meetings(a: Position, b: Position, c: Position, d: Position): number[] {
  const ux = b[0] - a[0], uy = b[1] - a[1], vx = d[0] - c[0], vy = d[1] - c[1], wx = c[0] - a[0], wy = c[1] - a[1];
  const cross = ux * vy - uy * vx, whole = ux * ux + uy * uy;
  if (cross === 0) {
    if (wx * uy - wy * ux !== 0) return [];
    return [c, d].map(([x, y]) => ((x - a[0]) * ux + (y - a[1]) * uy) / whole).filter((t) => t > 0 && t < 1);
  }
  const t = (wx * vy - wy * vx) / cross, s = (wx * uy - wy * ux) / cross;
  return t > 0 && t < 1 && s >= 0 && s <= 1 ? [t] : [];
}

export interface WithinOptions {
  /** Ends of the lines are cut square, as those of a road are; else they are round. */
  flat?: boolean;
  /** Only pieces of the lines that run along the section: so much of the length of a piece goes its way. */
  alongAtLeast?: number;
}
/**
 * Where the line is no farther from other lines than a distance, exactly: what is that near to a straight piece lies in a rectangle
 * with two circles, which a straight line leaves only once.
 */
export function stretchesWithin(path: Path, lines: readonly (readonly Position[])[], reach: number, { flat = false, alongAtLeast = 0 }: WithinOptions = {}): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < path.segments; i++) {
    const [ax, ay] = path.corners[i], long = path.at[i + 1] - path.at[i], ux = (path.corners[i + 1][0] - ax) / long, uy = (path.corners[i + 1][1] - ay) / long;
    for (const line of lines) {
      for (let k = 0; k + 1 < line.length; k++) {
        const [cx, cy] = line[k], vx = line[k + 1][0] - cx, vy = line[k + 1][1] - cy, edge = Math.sqrt(vx * vx + vy * vy);
        if (edge === 0 || Math.abs(vx * ux + vy * uy) < alongAtLeast * edge) continue;
        const near = nearPiece({ x: ax - cx, y: ay - cy, ux, uy }, vx / edge, vy / edge, edge, reach, !flat || k > 0, !flat || k + 2 < line.length);
        if (near) { const from = Math.max(0, near[0]), to = Math.min(long, near[1]); if (to > from) found.push([path.at[i] + from, path.at[i] + to]); }
      }
    }
  }
  return joined(found);
}

/** A line through x, y (from the start of the piece) in direction ux, uy: from where to where it is within reach of the piece. */
function nearPiece({ x, y, ux, uy }: { x: number; y: number; ux: number; uy: number }, vx: number, vy: number, edge: number, reach: number, roundStart: boolean, roundEnd: boolean): Stretch | null {
  const ends: number[] = [];
  const slab = clip(clip([-Infinity, Infinity], x * vx + y * vy, ux * vx + uy * vy, 0, edge), y * vx - x * vy, uy * vx - ux * vy, -reach, reach);
  if (slab) ends.push(...slab);
  if (roundStart) ends.push(...inCircle(x, y, ux, uy, reach));
  if (roundEnd) ends.push(...inCircle(x - edge * vx, y - edge * vy, ux, uy, reach));
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)];
}
/** Of a stretch what has least <= start + t x rate <= most. */
function clip(stretch: Stretch | null, start: number, rate: number, least: number, most: number): Stretch | null {
  if (!stretch) return null;
  if (rate === 0) return start >= least && start <= most ? stretch : null;
  const p = (least - start) / rate, q = (most - start) / rate;
  const from = Math.max(stretch[0], Math.min(p, q)), to = Math.min(stretch[1], Math.max(p, q));
  return from <= to ? [from, to] : null;
}
function inCircle(x: number, y: number, ux: number, uy: number, radius: number): number[] {
  const along = x * ux + y * uy, across = x * x + y * y - along * along, rest = radius * radius - across;
  if (rest < 0) return [];
  const half = Math.sqrt(rest);
  return [-along - half, -along + half];
}
