import { pairsFrom } from '../../geo/network/index.ts';
import type { PortfolioProblem, PortfolioSite } from '../../geo/ranking/index.ts';
import { numbers } from '../support/numbers.ts';

/** A problem without rules: units by their demand, what each reaches (existing facilities first, then sites). */
export function problemOf(demand: readonly number[], capacity: readonly number[], sites: readonly Partial<PortfolioSite>[], reach: readonly (readonly number[])[], rules: Partial<PortfolioProblem> = {}): PortfolioProblem {
  const loose = reach.flatMap((row, unit) => row.map((facility) => [unit, facility]));
  return {
    demand: Float64Array.from(demand), capacity: Float64Array.from(capacity),
    pairs: pairsFrom(demand.length, capacity.length + sites.length, loose.map(([unit]) => unit), loose.map(([, facility]) => facility), loose.map(() => 100)),
    sites: sites.map((site, s) => ({ id: `s${s}`, cost: 1, capacity: 0, earliest: 1, ...site })),
    budgets: [Infinity], most: Infinity, must: new Set(), mustNot: new Set(), exclusions: [], targetRatio: 0, targetRelief: 0, aim: 'relief', ...rules,
  };
}

/** Coverage (MCLP): each site is large enough for all that it reaches. */
export function coverage(demand: readonly number[], covers: readonly (readonly number[])[], most: number): PortfolioProblem {
  const all = demand.reduce((a, b) => a + b, 0);
  return problemOf(demand, [], covers.map(() => ({ capacity: all })), demand.map((_, unit) => covers.flatMap((units, s) => (units.includes(unit) ? [s] : []))), { most });
}

/** Things of a value and a weight: each site has demand of its own. */
export function knapsack(values: readonly number[], weights: readonly number[], budget: number): PortfolioProblem {
  return problemOf(values, [], weights.map((cost, s) => ({ cost, capacity: values[s] })), values.map((_, unit) => [unit]), { budgets: [budget] });
}

/** Small, with every kind of rule now and then. */
export function randomProblem(seed: number): PortfolioProblem {
  const random = numbers(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const units = 2 + upTo(7), existing = upTo(4), sites = 2 + upTo(6);
  const phases = random() < 0.4 ? 2 + upTo(2) : 1;
  const some = (share: number) => new Set(Array.from({ length: sites }, (_, s) => s).filter(() => random() < share));
  const aim = phases === 1 && random() < 0.3 ? 'cost' : 'relief';
  const goal = aim === 'cost' || random() < 0.3;
  return problemOf(
    Array.from({ length: units }, () => upTo(60)), Array.from({ length: existing }, () => upTo(50)),
    Array.from({ length: sites }, () => ({ cost: random() < 0.1 ? 0 : 1 + upTo(90), capacity: upTo(70), earliest: phases > 1 && random() < 0.3 ? 2 : 1 })),
    Array.from({ length: units }, () => Array.from({ length: existing + sites }, (_, f) => f).filter(() => random() < 0.35)),
    {
      budgets: Array.from({ length: phases }, () => (random() < 0.2 ? Infinity : upTo(160))), most: random() < 0.5 ? Infinity : 1 + upTo(4), must: some(0.1), mustNot: some(0.1), aim,
      exclusions: Array.from({ length: upTo(3) }, () => [upTo(sites), upTo(sites)] as const).filter(([a, b]) => a !== b),
      targetRatio: goal && random() < 0.5 ? 0.1 + random() * 0.5 : 0, targetRelief: goal && random() < 0.6 ? upTo(60) : 0,
    },
  );
}
