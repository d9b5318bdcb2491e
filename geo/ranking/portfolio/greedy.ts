import { Draft } from './rules.ts';
import type { PortfolioProblem, Valued } from './types.ts';
import { betters, networkOf, reachesTargets, valued } from './value.ts';

/** Gains below this share of all demand are rounding. */
const ROUNDING = 1e-12;

/**
 * A good set at once: phase by phase the site that adds most, by itself or for its cost, whichever way ends better (Nemhauser, Wolsey and
 * Fisher 1978: relief is submodular, what a site adds never grows with the set). Not the best set in general. Null where this finds none
 * that keeps every rule and reaches the targets; that says nothing about whether there is one.
 */
export function greedyPortfolio(problem: PortfolioProblem): Valued | null {
  const found = SCORES.flatMap((score) => {
    const plan = grown(problem, score);
    return plan ? [valued(problem, plan)] : [];
  }).filter((one) => reachesTargets(problem, one));
  return found.reduce<Valued | null>((best, one) => (best === null || betters(problem, one, best) ? one : best), null);
}

type Score = (gain: number, cost: number) => number;
const SCORES: readonly Score[] = [(gain) => gain, (gain, cost) => (cost > 0 ? gain / cost : gain > 0 ? Infinity : 0)];

function grown(problem: PortfolioProblem, score: Score): Valued['plan'] | null {
  const { sites, budgets, must, pairs } = problem;
  const draft = new Draft(problem), network = networkOf(problem);
  const first = pairs.facilities - sites.length;
  const least = problem.demand.reduce((a, b) => a + b, 0) * ROUNDING;
  for (const site of [...must].sort((a, b) => a - b)) {
    const phase = budgets.findIndex((_, p) => draft.takes(site, p + 1)) + 1;
    if (phase === 0) return null;
    draft.build(site, phase);
  }
  let reached = 0;
  const build = (site: number) => { reached += network.build(first + site, sites[site].capacity); };
  for (let phase = 1; phase <= budgets.length; phase++) {
    for (const site of must) if (draft.plan[site] === phase) build(site);
    for (;;) {
      if (isEnough(problem, draft, reached)) break;
      const best = bestOf(sites.map(({ cost, capacity }, s) => {
        const gain = draft.takes(s, phase) ? network.relief(first + s, capacity) : 0;
        return { site: s, gain, cost, score: gain > least ? score(gain, cost) : 0 };
      }));
      if (!best) break;
      draft.build(best.site, phase);
      build(best.site);
    }
  }
  return draft.plan;
}
/** Who seeks the least money stops at the targets. */
function isEnough(problem: PortfolioProblem, { plan }: Draft, reached: number): boolean {
  return problem.aim === 'cost' && reachesTargets(problem, { plan, relief: [reached], spent: [], value: 0 });
}
interface Step { site: number; gain: number; cost: number; score: number }
/** Of equal scores the larger gain, then the cheaper, then the first. */
function bestOf(steps: readonly Step[]): Step | null {
  const better = (a: Step, b: Step) => a.score > b.score || (a.score === b.score && (a.gain > b.gain || (a.gain === b.gain && a.cost < b.cost)));
  return steps.reduce<Step | null>((best, step) => (step.score > 0 && (best === null || better(step, best)) ? step : best), null);
}
