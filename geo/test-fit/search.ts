import { smallestRectangle } from '../sites/index.ts';
import type { Polygonal } from '../geometry/index.ts';
import { chainBays, straightBays } from './chain.ts';
import { left, local, unit, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import { lanesFrom, modulesFor, widthOfModules } from './lanes.ts';
import { awayFrom, extended } from './line.ts';
import { midlineOf } from './midline.ts';
import type { Rules } from './rules.ts';
import { schemeOf, type Scheme } from './scheme.ts';
import type { Point } from './shapes.ts';
import { breadthsOf, mostStalls, spansOf } from './spans.ts';

/** Which way the aisles run: straight along a direction, or along the middle line of a bent corridor. */
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
  const bent = midlineOf(ground, area);
  const directions: Point[] = [];
  const add = (along: Point) => { if (!directions.some((d) => Math.max(Math.abs(d[0] * along[0] + d[1] * along[1]), Math.abs(d[0] * along[1] - d[1] * along[0])) > SAME)) directions.push(along); };
  add(unit(...axis));
  const edges = ground.rings.flatMap((ring) => ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] }))).map(({ a, b }) => ({ along: unit(a, b), long: Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) })).sort((x, y) => y.long - x.long);
  for (const { along, long } of edges) if (long >= SHORT * rectangle.length && directions.length <= EDGES) add(along);
  const middle: Point = [(axis[0][0] + axis[1][0]) / 2, (axis[0][1] + axis[1][1]) / 2];
  const straight = directions.flatMap((along) => [along, left(along)]).map((along): Course => ({ axis: [middle, [middle[0] + along[0], middle[1] + along[1]]], isBent: false }));
  // Beside its own middle line a corridor has one other course that may hold more: its long side.
  return bent ? [{ axis: bent, isBent: true }, straight[0]] : straight;
}

/** How far beyond the ground bays are laid, m. */
const BEYOND = 45;

/** Bays over the whole ground; `shift`: by which share of the grid they begin later. */
function baysOn({ axis, isBent }: Course, ground: Ground, { grid }: Rules, shift: number): { bays: Bay[]; halfWidth: number } {
  if (isBent) {
    const line = extended(axis, BEYOND + shift * grid);
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

/** Modules laid across a course from an offset on; with the bays' start it says everything about a plan. */
interface Choice { course: Course; shift: number; modules: ReturnType<typeof modulesFor>[number]; low: number; start: number }
export interface Plan { scheme: Scheme; course: Course; halfWidth: number; choice: Choice }

type Laid = ReturnType<typeof baysOn>;
/** A plan that may be drawn, and the most stalls that it can have. */
interface Draft { most: number; draw(): Plan }

/** Plans on one course: the modules that suit the breadth, in the middle; unless `isQuick` against either wall and with other modules, too. */
function draftsOn(course: Course, ground: Ground, rules: Rules, isQuick: boolean): Draft[] {
  const laid = baysOn(course, ground, rules, 0);
  const spans = spansOf(laid.bays, ground, laid.halfWidth);
  return breadthsOf(spans).slice(0, isQuick ? 1 : 2).flatMap(([low, high]) => modulesFor(high - low, rules).slice(0, isQuick ? 1 : 2).flatMap((modules) => {
    const spare = high - low - widthOfModules(modules, rules);
    return (isQuick || spare < 0.3 ? [spare / 2] : [spare / 2, 0, spare]).map((start): Draft => {
      const choice: Choice = { course, shift: 0, modules, low, start };
      return { most: mostStalls(laid.bays, lanesOf(choice, rules), spans, rules), draw: () => planOf(choice, laid, ground, rules) };
    });
  }));
}
const lanesOf = ({ modules, low, start }: Choice, rules: Rules) => lanesFrom(modules, low + start, rules);
function planOf(choice: Choice, { bays, halfWidth }: Laid, ground: Ground, rules: Rules): Plan {
  return { scheme: schemeOf(bays, lanesOf(choice, rules), ground, rules), course: choice.course, halfWidth, choice };
}
const count = ({ scheme }: Plan) => scheme.stalls.length;
/** Of plans the first with the most stalls; what cannot have more than the best so far is not drawn. */
const fullest = (drafts: readonly Draft[], best: Plan | null = null): Plan | null => drafts.reduce((most, draft) => {
  if (most && draft.most <= count(most)) return most;
  const plan = draft.draw();
  return !most || count(plan) > count(most) ? plan : most;
}, best);

/** A course is looked at closely if a quick look finds no fewer stalls on it than this share of the best course's. */
const CLOSE = 0.95;

/** The plan with the most stalls: each course once, then the best of them (and one that is nearly as good) with everything that is worth trying on it. */
export function bestPlan(courses: readonly Course[], ground: Ground, rules: Rules): Plan | null {
  const quick: Plan[] = [];
  for (const course of courses) {
    const enough = CLOSE * Math.max(0, ...quick.map(count));
    const plan = fullest(draftsOn(course, ground, rules, true).filter(({ most }) => most >= enough));
    if (plan) quick.push(plan);
  }
  quick.sort((a, b) => count(b) - count(a));
  const close = quick.slice(0, 2).filter((plan) => count(plan) >= CLOSE * count(quick[0]));
  return fullest(close.flatMap(({ course }) => draftsOn(course, ground, rules, false)), quick[0] ?? null);
}
/** The same plan with the grid begun elsewhere: of several starts the one with the most stalls. */
export function shiftedPlan({ choice }: Plan, ground: Ground, rules: Rules, shifts: readonly number[]): Plan | null {
  return fullest(shifts.map((shift) => ({ most: Infinity, draw: () => planOf({ ...choice, shift }, baysOn(choice.course, ground, rules, shift), ground, rules) })));
}
