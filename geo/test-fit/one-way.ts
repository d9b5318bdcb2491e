import type { Piece } from './aisles.ts';
import type { Bay } from './frame.ts';
import { courseOfLane, type Course } from './lanes.ts';
import { middleOf } from './shapes.ts';

export interface OneWay {
  courses: readonly Course[];
  /** 1 for a piece that a car comes to from a ramp, going with the traffic, and gets from to a ramp again. */
  live: Uint8Array;
}
/** From a piece to its neighbour; over a link only while that goes this way. */
interface Arc { to: number; link: number | null; way: Course }

/**
 * One-way traffic over pieces of aisle: lanes have their ways, and each link between two lanes gets the one with which more of the garage can be driven.
 * Links are looked at one after the other, those still open taken both ways.
 */
export function oneWayOf(pieces: readonly Piece[], bays: readonly Bay[], neighbours: readonly (readonly number[])[]): OneWay {
  const courses = pieces.map(({ kind, lane }): Course => (kind === 'lane' ? courseOfLane(lane) : 0));
  const mouths = pieces.flatMap(({ kind }, i) => (kind === 'mouth' ? [i] : []));
  const { arcs, back } = arcsOf(pieces, bays, neighbours, courses);
  const live = () => {
    const come = spread(arcs, mouths, courses), go = spread(back, mouths, courses);
    return come.map((there, i) => there & go[i]);
  };
  const worth = () => live().reduce((sum, one) => sum + one, 0);
  pieces.forEach(({ kind }, i) => {
    if (kind !== 'link') return;
    const [up, down] = ([1, -1] as const).map((course) => { courses[i] = course; return worth(); });
    courses[i] = up >= down ? 1 : -1;
  });
  return { courses, live: live() };
}

function arcsOf(pieces: readonly Piece[], bays: readonly Bay[], neighbours: readonly (readonly number[])[], courses: readonly Course[]) {
  const arcs = pieces.map((): Arc[] => []), back = pieces.map((): Arc[] => []), middles = pieces.map(({ shape }) => middleOf(shape));
  /** Metres from the middle of a piece to that of the next, along the bays of both. */
  const onward = (from: number, to: number) => [pieces[from], pieces[to]].reduce((sum, { bay }) => sum + (middles[to][0] - middles[from][0]) * bays[bay].along[0] + (middles[to][1] - middles[from][1]) * bays[bay].along[1], 0);
  neighbours.forEach((list, from) => list.forEach((to) => {
    const a = pieces[from], b = pieces[to];
    if (a.kind === 'lane' && b.kind === 'lane' && a.lane === b.lane && onward(from, to) * courses[from] <= 0) return;
    const over = overLink(a, b, from, to);
    arcs[from].push({ to, ...over });
    back[to].push({ to: from, ...over });
  }));
  return { arcs, back };
}
/** A link's lane is the lower of the two that it joins: up it from there, or down from the other. */
function overLink(a: Piece, b: Piece, from: number, to: number): Pick<Arc, 'link' | 'way'> {
  if (a.kind === 'lane' && b.kind === 'link') return { link: to, way: a.lane === b.lane ? 1 : -1 };
  if (a.kind === 'link' && b.kind === 'lane') return { link: from, way: a.lane === b.lane ? -1 : 1 };
  return { link: null, way: 0 };
}

function spread(arcs: readonly (readonly Arc[])[], from: readonly number[], courses: readonly Course[]): Uint8Array {
  const seen = new Uint8Array(arcs.length), stack = [...from];
  for (const i of stack) seen[i] = 1;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    for (const { to, link, way } of arcs[i]) {
      if (seen[to] || (link !== null && courses[link] !== 0 && courses[link] !== way)) continue;
      seen[to] = 1;
      stack.push(to);
    }
  }
  return seen;
}
