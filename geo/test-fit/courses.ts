import { smallestRectangle } from '../sites/index.ts';
import type { Polygonal } from '../geometry/index.ts';
import { chainBays, straightBays } from './chain.ts';
import { left, local, unit, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import { awayFrom, extended } from './line.ts';
import { midlineOf } from './midline.ts';
import { isLoop, ringLineOf, turnedOn } from './ring-line.ts';
import type { Rules } from './rules.ts';
import type { Point } from './shapes.ts';

/** Which way the aisles run: straight along a direction, along the middle line of a bent corridor, or round a ring, whose line ends where it begins. */
export interface Course {
  axis: readonly Point[];
  isBent: boolean;
}

/** Directions nearer to each other than this are one (cosine of about 4 degrees). */
const SAME = 0.9975;
/** Edges shorter than this share of the longest side give no direction. */
const SHORT = 0.25;
/** How many directions of edges are looked at beside the smallest rectangle's. */
const EDGES = 2;

/** Courses worth trying: the middle line, the smallest rectangle both ways, the longest edges both ways. */
export function coursesOf(ground: Ground, polygon: Polygonal, area: number): Course[] {
  const rectangle = smallestRectangle(polygon);
  if (!rectangle) return [];
  const axis = rectangle.axis.map(([x, y]): Point => [x, y]) as [Point, Point];
  const bent = midlineOf(ground, area), round = bent ? null : ringLineOf(ground, area);
  const directions: Point[] = [];
  const add = (along: Point) => { if (!directions.some((d) => Math.max(Math.abs(d[0] * along[0] + d[1] * along[1]), Math.abs(d[0] * along[1] - d[1] * along[0])) > SAME)) directions.push(along); };
  add(unit(...axis));
  const edges = ground.rings.flatMap((ring) => ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] }))).map(({ a, b }) => ({ along: unit(a, b), long: Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) })).sort((x, y) => y.long - x.long);
  for (const { along, long } of edges) if (long >= SHORT * rectangle.length && directions.length <= EDGES) add(along);
  const middle: Point = [(axis[0][0] + axis[1][0]) / 2, (axis[0][1] + axis[1][1]) / 2];
  const straight = directions.flatMap((along) => [along, left(along)]).map((along): Course => ({ axis: [middle, [middle[0] + along[0], middle[1] + along[1]]], isBent: false }));
  // Beside its own middle line a corridor has one other course that may hold more: its long side.
  return bent ? [{ axis: bent, isBent: true }, straight[0]] : round ? [{ axis: round, isBent: true }, ...straight] : straight;
}

/** How far beyond the ground bays are laid, m. */
const BEYOND = 45;

/** Bays over the whole ground; `shift`: by which share of the grid they begin later. */
export function baysOn({ axis, isBent }: Course, ground: Ground, { grid }: Rules, shift: number): { bays: Bay[]; halfWidth: number } {
  if (isBent) {
    const line = isLoop(axis) ? turnedOn(axis, shift * grid) : extended(axis, BEYOND + shift * grid);
    const halfWidth = Math.max(...ground.rings.flat().map((p) => awayFrom(line, p))) + 1;
    return { bays: chainBays(line, grid, halfWidth), halfWidth };
  }
  const along = unit(axis[0], axis[1]);
  const frame: Bay = { origin: axis[0], along, length: 0, cuts: [] };
  const spots = ground.rings.flat().map((p) => local(frame, p));
  const s = spots.map(([value]) => value), t = spots.map(([, value]) => Math.abs(value));
  const [from, to] = [Math.min(...s), Math.max(...s)];
  return { bays: straightBays(axis[0], along, from - (shift > 0 ? (1 - shift) * grid : 0), to + grid, grid), halfWidth: Math.max(...t) + 1 };
}
