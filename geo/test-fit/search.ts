import { baysOn, type Course } from './courses.ts';
import type { Ground } from './ground.ts';
import { lanesFrom, modulesFor, widthOfModules } from './lanes.ts';
import type { Rules } from './rules.ts';
import { schemeOf, type Scheme } from './scheme.ts';
import { breadthsOf, mostStalls, spansOf } from './spans.ts';

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
