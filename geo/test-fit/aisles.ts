import { cell, reach, rectangle, startsOf, within, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Lane } from './lanes.ts';
import type { Rules } from './rules.ts';
import { contact, type Convex } from './shapes.ts';
import { Taken } from './taken.ts';

/** A piece of an aisle. Cars go from piece to piece where they meet along an edge. */
export interface Piece {
  shape: Convex;
  /** `lane` along the rows, `link` across them, `mouth` before a ramp, `turn` where a dead end turns. */
  kind: 'lane' | 'link' | 'mouth' | 'turn';
  lane: number;
  bay: number;
}

/** Pieces a bay is cut into along a lane: one for each stall of the usual three. */
const PARTS = 3;
/** Along so much of an edge a car gets through, m. */
export const GATE = 2.4;

/** The pieces of all lanes that lie within the ground. */
export function lanePieces(bays: readonly Bay[], lanes: readonly Lane[], ground: Ground): Piece[] {
  return lanes.flatMap((lane, l) => bays.flatMap((bay, b) => {
    const [from, to] = reach(bay, lane.t, lane.t);
    if (to <= from) return [];
    const step = (to - from) / PARTS;
    const [low, high] = [lane.t - lane.width / 2, lane.t + lane.width / 2];
    return Array.from({ length: PARTS }, (_, k) => k).flatMap((k): Piece[] => {
      // The first and the last piece reach to the bisector, wherever that cuts them.
      const shape = cell(bay, k === 0 ? from - high + low : from + k * step, k === PARTS - 1 ? to + high - low : from + (k + 1) * step, low, high);
      return shape && ground.covers(shape) ? [{ shape, kind: 'lane', lane: l, bay: b }] : [];
    });
  }));
}

/** Aisles across the rows between two neighbouring lanes, at one end, at the other and so often between them that no loop is longer than it may be. */
export function linkPieces(bays: readonly Bay[], lanes: readonly Lane[], pieces: readonly Piece[], ground: Ground, rules: Rules): Piece[] {
  const held = new Taken().addAll(pieces.map(({ shape }) => shape));
  const stations = startsOf(bays);
  return lanes.slice(1).flatMap((upper, i): Piece[] => {
    const lower = lanes[i];
    const [low, high] = [lower.t + lower.width / 2, upper.t - upper.width / 2];
    const places = bays.flatMap((bay, b) => {
      const [from, to] = reach(bay, low, high);
      // In the middle of a whole bay, clear of its columns; in what the ground leaves of a bay, wherever it fits.
      const starts = [(from + to - rules.aisle) / 2, from + rules.column / 2, to - rules.column / 2 - rules.aisle];
      const start = to - from < rules.aisle ? undefined : starts.find((s) => {
        const shape = rectangle(bay, s, s + rules.aisle, low, high);
        return within(bay, shape) && ground.covers(shape) && [lower, upper].every((lane) => opensOnto(bay, s, s + rules.aisle, lane, held));
      });
      return start === undefined ? [] : [{ b, start, station: stations[b] + start }];
    });
    return spaced(places, rules.loopLength).map(({ b, start }): Piece => ({ shape: rectangle(bays[b], start, start + rules.aisle, low, high), kind: 'link', lane: i, bay: b }));
  });
}
/** Is there a piece of the lane before the whole mouth of the link? Looked for at both ends of the mouth and in its middle. */
function opensOnto(bay: Bay, s0: number, s1: number, lane: Lane, held: Taken): boolean {
  return [s0 + 0.2, (s0 + s1) / 2, s1 - 0.2].every((s) => held.hit(rectangle(bay, s - 0.1, s + 0.1, lane.t - 0.1, lane.t + 0.1)));
}
/** The first and the last, and as many between them as the loops need, about evenly. */
function spaced<P extends { station: number }>(places: readonly P[], loop: number): P[] {
  if (places.length === 0) return [];
  const first = places[0], last = places[places.length - 1];
  const gaps = Math.ceil((last.station - first.station) / loop - 1e-9);
  const wanted = Array.from({ length: Math.max(0, gaps - 1) }, (_, k) => first.station + (last.station - first.station) * (k + 1) / gaps);
  const nearest = wanted.map((station) => places.reduce((best, place) => (Math.abs(place.station - station) < Math.abs(best.station - station) ? place : best)));
  return [...new Set([first, ...nearest, last])];
}

/** Which pieces cars can go between. */
export function neighboursOf(pieces: readonly Piece[]): number[][] {
  const grid = new Taken().addAll(pieces.map(({ shape }) => shape));
  const found = pieces.map((): number[] => []);
  pieces.forEach(({ shape }, i) => {
    for (const j of grid.near(shape)) if (j > i && contact(shape, pieces[j].shape) >= GATE) { found[i].push(j); found[j].push(i); }
  });
  return found;
}

/** The pieces that are connected with one of the given ones. */
export function reached(neighbours: readonly (readonly number[])[], from: readonly number[]): Uint8Array {
  const seen = new Uint8Array(neighbours.length);
  const stack = [...from];
  for (const i of stack) seen[i] = 1;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) for (const j of neighbours[i]) if (!seen[j]) { seen[j] = 1; stack.push(j); }
  return seen;
}

/** The largest connected part, by the number of its pieces; of equals the one that comes first. */
export function largestPart(pieces: readonly Piece[]): Piece[] {
  const neighbours = neighboursOf(pieces);
  let best = new Uint8Array(pieces.length), most = 0;
  const known = new Uint8Array(pieces.length);
  for (let i = 0; i < pieces.length; i++) {
    if (known[i]) continue;
    const part = reached(neighbours, [i]);
    let n = 0;
    part.forEach((inside, j) => { if (inside) { known[j] = 1; n++; } });
    if (n > most) { most = n; best = part as Uint8Array<ArrayBuffer>; }
  }
  return pieces.filter((_, i) => best[i] === 1);
}

/** Without its dead ends: again and again what has only one neighbour goes, but for what is kept. One-way traffic needs a way out of everywhere. */
export function withoutDeadEnds(pieces: readonly Piece[], isKept: (piece: Piece) => boolean): Piece[] {
  const neighbours = neighboursOf(pieces);
  const gone = new Uint8Array(pieces.length);
  const degree = neighbours.map((list) => list.length);
  const stack = pieces.flatMap((piece, i) => (degree[i] <= 1 && !isKept(piece) ? [i] : []));
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    if (gone[i]) continue;
    gone[i] = 1;
    for (const j of neighbours[i]) if (!gone[j] && --degree[j] <= 1 && !isKept(pieces[j])) stack.push(j);
  }
  return pieces.filter((_, i) => !gone[i]);
}
