import { describe, expect, it } from 'vitest';
import { cheapest, frontier, greedyPortfolio, HERE, lostWithout, portfolio, reliefAlone, type Plan, type PortfolioProblem, type SearchMeans, type SolveState, type Valued } from '../../geo/ranking/index.ts';
import { keepsRules } from '../../geo/ranking/portfolio/rules.ts';
import { reachesTargets, valued } from '../../geo/ranking/portfolio/value.ts';
import { coverage, knapsack, problemOf, randomProblem } from './instances.ts';

const NO_LIMIT = { seconds: 0, nodes: 0 };
const built = (plan: Plan) => [...plan.keys()].filter((s) => plan[s] > 0);

const costOf = ({ spent }: Valued) => spent.reduce((a, b) => a + b, 0);
/** The best of all plans, each looked at, and of equal ones the cheapest. */
function byHand(problem: PortfolioProblem): Valued | null {
  const { sites, budgets, aim } = problem;
  const kinds = budgets.length + 1;
  let best: Valued | null = null;
  for (let k = 0; k < kinds ** sites.length; k++) {
    const plan = Uint8Array.from(sites, (_, s) => Math.floor(k / kinds ** s) % kinds);
    if (!keepsRules(problem, plan)) continue;
    const one = valued(problem, plan);
    if (reachesTargets(problem, one) && (best === null || (Math.abs(one.value - best.value) < 1e-9 ? costOf(one) < costOf(best) : aim === 'cost' ? one.value < best.value : one.value > best.value))) best = one;
  }
  return best;
}

describe('optima that are known', () => {
  it('coverage where greedy is trapped: it takes the largest first and ends at 75, the best pair covers 90', async () => {
    const demand = [10, 10, 10, 10, 10, 10, 15, 15];
    const { status, best, greedy, bound, gap } = await portfolio(coverage(demand, [[0, 1, 2, 3, 4, 5], [0, 1, 2, 6], [3, 4, 5, 7]], 2), NO_LIMIT);
    expect(greedy!.value).toBe(75);
    expect(built(best!.plan)).toEqual([1, 2]);
    expect([status, best!.value, gap]).toEqual(['optimal', 90, 0]);
    expect(bound).toBeCloseTo(90, 6);
  });
  it('knapsacks of Kreher and Stinson (1999), as collected by Burkardt: P01 309, P07 1458', async () => {
    const p01 = await portfolio(knapsack([92, 57, 49, 68, 60, 43, 67, 84, 87, 72], [23, 31, 29, 44, 53, 38, 63, 85, 89, 82], 165), NO_LIMIT);
    expect([p01.best!.value, built(p01.best!.plan)]).toEqual([309, [0, 1, 2, 3, 5]]);
    const p07 = await portfolio(knapsack([135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240], [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120], 750), NO_LIMIT);
    expect([p07.best!.value, built(p07.best!.plan)]).toEqual([1458, [0, 2, 4, 6, 7, 8, 13, 14]]);
  });
});

/*  Two units of 100 cars without a stall. Site 0 reaches both, sites 1 and 2 one each; all hold 100.  */
const overlap = (rules: Partial<PortfolioProblem> = {}) => problemOf([100, 100], [], [{ capacity: 100, cost: 5 }, { capacity: 100, cost: 4 }, { capacity: 100, cost: 3 }], [[0, 1], [0, 2]], rules);

describe('the best set', () => {
  it('counts relief that overlaps once', async () => {
    expect(reliefAlone(overlap())).toEqual([100, 100, 100]);
    const { best } = await portfolio(overlap(), NO_LIMIT);
    // Three sites would relieve no more than two: the dearest that is not needed is left out.
    expect([best!.value, built(best!.plan), best!.spent]).toEqual([200, [1, 2], [7]]);
    expect(lostWithout(overlap(), best!)).toEqual([0, 100, 100]);
  });
  it('keeps budget, number, must, must-not and exclusions', async () => {
    const chosen = async (rules: Partial<PortfolioProblem>) => built((await portfolio(overlap(rules), NO_LIMIT)).best!.plan);
    expect(await chosen({ budgets: [6.9] })).toHaveLength(1);
    expect(await chosen({ most: 1, must: new Set([0]) })).toEqual([0]);
    expect(await chosen({ mustNot: new Set([1]) })).toEqual([0, 2]);
    expect(await chosen({ exclusions: [[1, 2], [0, 1]] })).toEqual([0, 2]);
  });
  it('builds in phases as the money comes, the most useful first', async () => {
    const problem = problemOf([100, 40], [], [{ capacity: 100, cost: 5 }, { capacity: 40, cost: 5 }], [[0], [1]], { budgets: [5, 5] });
    const { best } = await portfolio(problem, NO_LIMIT);
    expect([[...best!.plan], best!.relief, best!.spent]).toEqual([[1, 2], [100, 140], [5, 5]]);
    // What is not spent at first is there later; a road that is locked waits.
    const waiting = { ...problem, budgets: [10, 0], sites: problem.sites.map((site, s) => ({ ...site, earliest: s === 0 ? 2 : 1 })) };
    expect([...(await portfolio(waiting, NO_LIMIT)).best!.plan]).toEqual([2, 1]);
  });
  it('finds the least money for a target', async () => {
    const relief = await portfolio(overlap({ aim: 'cost', targetRelief: 100 }), NO_LIMIT);
    expect([relief.best!.value, built(relief.best!.plan)]).toEqual([3, [2]]);
    const ratio = await portfolio(overlap({ aim: 'cost', targetRatio: 0.5 }), NO_LIMIT);
    // Site 0 serves half of both units.
    expect([ratio.best!.value, built(ratio.best!.plan)]).toEqual([5, [0]]);
  });
});

describe('no set at all is a result with its reason', () => {
  const cases: [code: string, rules: Partial<PortfolioProblem>, sites: number[], units: number[]][] = [
    ['must-forbidden', { must: new Set([0]), mustNot: new Set([0]) }, [0], []],
    ['must-exclusive', { must: new Set([0, 1]), exclusions: [[0, 1]] }, [0, 1], []],
    ['must-number', { must: new Set([0, 1]), most: 1 }, [0, 1], []],
    ['must-budget', { must: new Set([0, 1]), budgets: [8] }, [0, 1], []],
    ['target-out-of-reach', { targetRatio: 0.6, mustNot: new Set([0, 2]) }, [], [1]],
    ['target-out-of-reach', { targetRelief: 201 }, [], []],
    ['together', { targetRatio: 0.6, most: 1 }, [], []],
  ];
  it.each(cases)('%s %#', async (code, rules, sites, units) => {
    const { status, obstacle, best } = await portfolio(overlap(rules), NO_LIMIT);
    expect([status, obstacle, best]).toEqual(['infeasible', { code, sites, units }, null]);
  });
  it('must-late', async () => {
    const problem = overlap({ must: new Set([0]) });
    const { obstacle } = await portfolio({ ...problem, sites: problem.sites.map((site) => ({ ...site, earliest: 2 })) }, NO_LIMIT);
    expect(obstacle).toEqual({ code: 'must-late', sites: [0], units: [] });
  });
});

describe('random problems with every rule', () => {
  it('have the value that trying every plan gives; greedy is never better', async () => {
    const seen = { infeasible: 0, optimal: 0, trapped: 0, cost: 0, phased: 0, cheaper: 0 };
    for (let seed = 1; seed <= 400; seed++) {
      const problem = randomProblem(seed);
      const hand = byHand(problem);
      const first = await portfolio(problem, NO_LIMIT), { greedy, costBound, best, status, bound, gap, obstacle } = await cheapest(problem, first, NO_LIMIT);
      if (hand === null) {
        expect([seed, status, best]).toEqual([seed, 'infeasible', null]);
        expect(obstacle).not.toBeNull();
        seen.infeasible++;
        continue;
      }
      expect([seed, status, gap]).toEqual([seed, 'optimal', 0]);
      expect(best!.value, `seed ${seed}`).toBeCloseTo(hand.value, 6);
      expect(bound, `seed ${seed}`).toBeCloseTo(hand.value, 4);
      expect(keepsRules(problem, best!.plan) && reachesTargets(problem, best!)).toBe(true);
      if (greedy) expect(problem.aim === 'cost' ? greedy.value >= hand.value - 1e-9 : greedy.value <= hand.value + 1e-9, `seed ${seed}`).toBe(true);
      expect(costOf(best!), `seed ${seed}`).toBeCloseTo(costOf(hand), 6);
      if (problem.aim === 'relief') expect(costBound, `seed ${seed}`).toBeCloseTo(costOf(hand), 4);
      if (costOf(first.best!) > costOf(best!) + 1e-6) seen.cheaper++;
      seen.optimal++;
      if (greedy && Math.abs(greedy.value - hand.value) > 1e-6) seen.trapped++;
      if (problem.aim === 'cost') seen.cost++;
      if (problem.budgets.length > 1) seen.phased++;
    }
    const { trapped, cheaper, ...others } = seen;
    expect(Math.min(...Object.values(others))).toBeGreaterThan(10);
    expect(trapped).toBeGreaterThan(2);
    expect(cheaper).toBeGreaterThan(0);
  });
  it('have the same answer twice', async () => {
    for (const seed of [3, 14, 15]) {
      const [a, b] = [await portfolio(randomProblem(seed), NO_LIMIT), await portfolio(randomProblem(seed), NO_LIMIT)];
      expect(a).toEqual(b);
    }
  });
});

it('greedy says nothing where it finds nothing', () => {
  expect(greedyPortfolio(overlap({ targetRatio: 0.6, most: 1 }))).toBeNull();
});

it('a frontier never falls, and its last step buys all that can be had', async () => {
  const points = await frontier(overlap(), 4, NO_LIMIT);
  expect(points.map(({ budget }) => budget)).toEqual([1.75, 3.5, 5.25, 7]);
  expect(points.map((point) => point.portfolio.best!.value)).toEqual([0, 100, 100, 200]);
});

describe('of sets that are worth the same', () => {
  /*  Two units of 100. One site serves both; two others serve one each and cost less together; none of them can be left out.  */
  const equal = (big: number) => problemOf([100, 100], [], [{ capacity: 200, cost: big }, { capacity: 100, cost: 4 }, { capacity: 100, cost: 3 }], [[0, 1], [0, 2]]);
  const answer = async (problem: PortfolioProblem) => cheapest(problem, await portfolio(problem, NO_LIMIT), NO_LIMIT);
  it('the cheapest is taken, whichever the first search gave, with a bound of its own', async () => {
    const [dear, cheap] = [await answer(equal(9)), await answer(equal(5))];
    expect([dear.best!.value, built(dear.best!.plan)]).toEqual([200, [1, 2]]);
    expect([cheap.best!.value, built(cheap.best!.plan)]).toEqual([200, [0]]);
    expect(dear.costBound).toBeCloseTo(7, 6);
    expect(cheap.costBound).toBeCloseTo(5, 6);
  });
  it('nothing is sought where the value is not proven, or money is the aim', async () => {
    const found = await portfolio(equal(9), NO_LIMIT);
    expect((await cheapest(equal(9), { ...found, status: 'limit' }, NO_LIMIT)).costBound).toBeNull();
    expect(await cheapest(equal(9), found, NO_LIMIT, () => {}, { ...HERE, stopped: () => true })).toEqual(found);
    const cost = overlap({ aim: 'cost', targetRelief: 100 });
    expect((await answer(cost)).costBound).toBeNull();
  });
});

/** A hundred units and thirty sites whose ground overlaps: not solved at the root. */
function hard(): PortfolioProblem {
  const demand = Array.from({ length: 100 }, (_, u) => 5 + (u * 37) % 23);
  const covers = Array.from({ length: 30 }, (_, s) => demand.map((_, u) => u).filter((u) => (u * 31 + s * 17) % 11 === 0 || (u * 7 + s * 29) % 13 === 0));
  return coverage(demand, covers, 4);
}

it('stops at a number of nodes with a bound that holds', async () => {
  const problem = hard();
  const [whole, cut] = [await portfolio(problem, NO_LIMIT), await portfolio(problem, { seconds: 0, nodes: 1 })];
  expect(whole.status).toBe('optimal');
  expect(cut.bound!).toBeGreaterThanOrEqual(whole.best!.value - 1e-6);
  expect(cut.best!.value).toBeLessThanOrEqual(whole.best!.value);
  expect(cut).toEqual(await portfolio(problem, { seconds: 0, nodes: 1 }));
});

describe('a search that is looked at', () => {
  it('tells solutions that get better, and bounds that come down to the end', async () => {
    const told: SolveState[] = [];
    const { best, bound } = await portfolio(hard(), NO_LIMIT, (state) => told.push(state));
    const values = told.flatMap(({ value }) => (value === null ? [] : [value])), bounds = told.flatMap((state) => (state.bound === null ? [] : [state.bound]));
    expect(told.some((state) => state.values !== null)).toBe(true);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBeCloseTo(best!.value, 6);
    expect(Math.min(...bounds)).toBeGreaterThanOrEqual(bound! - 1e-6);
  });
  /** Searches like `HERE`, and is ended when the first solution comes, as a worker is: nothing more is heard of it. */
  function endedAt(solutions: number): SearchMeans {
    let ended = false;
    return {
      stopped: () => ended,
      solve: async (program, limits, told) => {
        let left = solutions, values: Float64Array | null = null, bound: number | null = null;
        await HERE.solve(program, limits, (state) => {
          if (ended) return;
          values = state.values ?? values;
          bound = state.bound ?? bound;
          told(state);
          if (state.values !== null && --left === 0) ended = true;
        });
        return { status: 'stopped', values, bound };
      },
    };
  }
  it('keeps what was found when it is stopped, and never less than greedy', async () => {
    const problem = hard(), greedy = greedyPortfolio(problem)!;
    const { status, best, bound } = await portfolio(problem, NO_LIMIT, () => {}, endedAt(1));
    expect(status).toBe('stopped');
    expect(best!.value).toBeGreaterThanOrEqual(greedy.value);
    expect(bound === null || bound >= best!.value - 1e-6).toBe(true);
    expect(keepsRules(problem, best!.plan)).toBe(true);
    const atOnce = await portfolio(problem, NO_LIMIT, () => {}, { ...HERE, stopped: () => true });
    expect([atOnce.status, atOnce.best, atOnce.bound, atOnce.gap]).toEqual(['stopped', greedy, null, null]);
  });
  it('leaves the points of the frontier that were finished', async () => {
    let left = 2;
    const points = await frontier(overlap(), 4, NO_LIMIT, () => { left--; }, { solve: HERE.solve, stopped: () => left === 0 });
    expect(points.map(({ budget }) => budget)).toEqual([1.75, 3.5]);
  });
});
