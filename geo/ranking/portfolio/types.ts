import type { CatchmentPairs } from '../../network/index.ts';

/** A site that may be built: its cost (10,000 yuan, or any one unit of money) and what it adds to the supply. */
export interface PortfolioSite {
  id: string;
  cost: number;
  capacity: number;
  /** The first phase in which it can be built, 1 = the first. */
  earliest: number;
}

/**
 * Which set of sites to build (METHODS 7). Demand and capacity share one unit (stalls or persons). Columns of `pairs` are the existing
 * facilities, in the order of `capacity`, then the sites in theirs. Sites are told by their number in `sites`.
 */
export interface PortfolioProblem {
  demand: Float64Array;
  capacity: Float64Array;
  pairs: CatchmentPairs;
  sites: readonly PortfolioSite[];
  /** Money that comes free with each phase, in the unit of the costs; Infinity = as much as it takes. What is left over stays for later phases. */
  budgets: readonly number[];
  /** The most sites in all; Infinity = any number. */
  most: number;
  must: ReadonlySet<number>;
  mustNot: ReadonlySet<number>;
  /** Pairs of which at most one can be built. */
  exclusions: readonly (readonly [number, number])[];
  /** Each unit is to be served at least this far at the end, 0…1; 0 = no target. */
  targetRatio: number;
  /** Relief that has to be reached at the end; 0 = no target. */
  targetRelief: number;
  /** The most relief for the money, or the least money for the targets (in one phase). */
  aim: 'relief' | 'cost';
}

/** Phase (1…) in which each site is built, 0 = not at all; by the order of the sites. */
export type Plan = Uint8Array;

export interface Valued {
  plan: Plan;
  /** Relief at the end of each phase: fall in total unmet demand against what stands today, exact. */
  relief: number[];
  /** Money spent in each phase. */
  spent: number[];
  /** What is sought: for `relief` its sum over the phases, for `cost` the money. */
  value: number;
}

/** Why no set fulfils everything, with the sites or units that it is about. */
export interface Obstacle {
  code: 'must-forbidden' | 'must-exclusive' | 'must-late' | 'must-number' | 'must-budget' | 'target-out-of-reach' | 'together';
  sites: number[];
  units: number[];
}

/**
 * `searching`: greedy alone, nothing is proven yet. `optimal`: proven. `limit`: time or nodes ran out, `best` is what was found by then and `bound` what no set can better.
 * `stopped`: the same, where somebody ended the search. `infeasible`: no set fulfils everything, `obstacle` says why.
 */
export interface Portfolio {
  status: 'searching' | 'optimal' | 'limit' | 'stopped' | 'infeasible';
  obstacle: Obstacle | null;
  best: Valued | null;
  greedy: Valued | null;
  /** In the unit of `value`; null where nothing is proven. */
  bound: number | null;
  /** |bound - value| as a share of the larger of both; 0 = proven, null = unknown. */
  gap: number | null;
  /** What no set of this value can cost less than, in the unit of the costs; null where that was not asked or is not proven. */
  costBound: number | null;
}

/** Money is compared to this share of what there is: sums of costs carry rounding. */
export const MONEY_ROUNDING = 1e-9;
