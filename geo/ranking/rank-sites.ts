import type { Factor, FeatureId } from '../model/index.ts';
import { rankAcceptability, type Acceptability } from './acceptability.ts';
import { BENEFITS, namedBenefits, type Benefit, type BenefitIndicator, type BenefitWeights } from './benefits.ts';
import { topsis } from './topsis.ts';
import { minMax, normalised, weightedSum } from './weighted-sum.ts';

/** What is known of one site, by indicator in the order of the table; null = unknown. */
export interface IndicatorRow {
  id: FeatureId;
  values: readonly (number | null)[];
  /** Cannot be built at present (excavation lock): ranks after every site that can. */
  held: boolean;
}
export interface IndicatorTable {
  indicators: readonly BenefitIndicator[];
  sites: readonly IndicatorRow[];
}

export interface RankedSite {
  id: FeatureId;
  /** 1 = best; held sites after the others. Of equal scores the smaller id. */
  rank: number;
  /** 0…1, sum of benefit x weight. */
  score: number;
  benefits: Record<Benefit, number>;
  /** What each benefit gives to the score: benefit x weight. */
  parts: Record<Benefit, number>;
  topsis: number;
  topsisRank: number;
  /** Every indicator with its raw value, its score and its part of the total (`weight` x `score`). */
  factors: Factor[];
}
export interface Ranking {
  /** Scaled to sum 1. */
  weights: Record<Benefit, number>;
  /** In the order of the table. */
  sites: RankedSite[];
}

/** Indicator scores (0…1) of each site, by the set they are in. */
export function indicatorScores({ indicators, sites }: IndicatorTable): number[][] {
  const columns = indicators.map((indicator, k) => minMax(sites.map(({ values }) => capped(indicator, values[k])), indicator.direction));
  return sites.map((_, i) => columns.map((column) => column[i]));
}

const capped = ({ cap }: BenefitIndicator, value: number | null): number | null => (value === null || cap === undefined ? value : Math.min(value, cap));

/** Benefit scores of each site: indicator scores weighted by their shares. */
export function benefitScores(table: IndicatorTable): number[][] {
  return benefitsOf(table, indicatorScores(table));
}
function benefitsOf({ indicators }: IndicatorTable, scores: readonly (readonly number[])[]): number[][] {
  const sets = BENEFITS.map((benefit) => {
    const own = indicators.flatMap((indicator, k) => (indicator.benefit === benefit ? [k] : []));
    return { own, shares: normalised(own.map((k) => indicators[k].share)) };
  });
  return scores.map((row) => sets.map(({ own, shares }) => weightedSum(own.map((k) => row[k]), shares)));
}

/**
 * Ranks sites by weighted sum, with TOPSIS beside it on the raw indicators (unknown taken as the worst of the set).
 * Pure and cheap: call it again for every move of a weight slider.
 */
export function rankSites(table: IndicatorTable, weights: BenefitWeights): Ranking {
  const benefitWeights = normalised(BENEFITS.map((benefit) => weights[benefit]));
  const indicatorWeights = weightOfIndicators(table.indicators, benefitWeights);
  const scores = indicatorScores(table);
  const benefits = benefitsOf(table, scores);
  const total = benefits.map((row) => weightedSum(row, benefitWeights));
  const closeness = closenessOf(table, indicatorWeights);
  const [byScore, byTopsis] = [places(table, total), places(table, closeness)];
  const factorsOf = (i: number) => table.indicators.map(({ key, unit, benefit, direction }, k) => ({
    key: `indicator.${key}`, value: table.sites[i].values[k], unit, score: scores[i][k], weight: indicatorWeights[k], params: { benefit, direction, contribution: scores[i][k] * indicatorWeights[k] },
  }));
  return {
    weights: namedBenefits(benefitWeights),
    sites: table.sites.map(({ id }, i) => ({
      id, rank: byScore[i], score: total[i], benefits: namedBenefits(benefits[i]), parts: namedBenefits(benefits[i].map((benefit, j) => benefit * benefitWeights[j])), topsis: closeness[i], topsisRank: byTopsis[i],
      // Made when asked for: of hundreds of sites a page shows a few.
      get factors() { return factorsOf(i); },
    })),
  };
}

/** Rank acceptability of each site over all weights of the four benefits; it does not depend on the weights set. Held sites get none while others can be built. */
export function acceptabilityOf(table: IndicatorTable, samples: number, seed: number): Acceptability[] {
  const rows = benefitScores(table);
  const entered = order(table).filter((i) => !table.sites[i].held);
  const ranked = entered.length > 0 ? entered : order(table);
  const shares = rankAcceptability(ranked.map((i) => rows[i]), samples, seed);
  const result = table.sites.map(() => ({ first: 0, top3: 0, top10: 0 }));
  ranked.forEach((i, k) => { result[i] = shares[k]; });
  return result;
}

function weightOfIndicators(indicators: readonly BenefitIndicator[], benefitWeights: readonly number[]): number[] {
  return indicators.map(({ benefit, share }) => {
    const whole = indicators.reduce((sum, other) => (other.benefit === benefit ? sum + other.share : sum), 0);
    return benefitWeights[BENEFITS.indexOf(benefit)] * share / whole;
  });
}
/** Reckoned in the order of ids: sums of squares must not depend on the order of the rows, not even in the last bit. */
function closenessOf(table: IndicatorTable, weights: readonly number[]): number[] {
  const rows = filled(table), by = order(table);
  const closeness = new Array<number>(rows.length);
  topsis(by.map((i) => rows[i]), weights, table.indicators.map(({ direction }) => direction)).forEach((value, k) => { closeness[by[k]] = value; });
  return closeness;
}
function filled({ indicators, sites }: IndicatorTable): number[][] {
  const rows = sites.map(({ values }) => values.map((value, k) => capped(indicators[k], value)));
  const worst = indicators.map(({ direction }, k) => {
    const known = rows.flatMap((row) => (row[k] === null ? [] : [row[k]]));
    return known.length === 0 ? 0 : known.reduce((a, b) => (direction > 0 ? Math.min(a, b) : Math.max(a, b)));
  });
  return rows.map((row) => row.map((value, k) => value ?? worst[k]));
}
/** Row numbers by id, so that equal scores do not depend on the order of the table. */
function order({ sites }: IndicatorTable): number[] {
  return [...sites.keys()].sort((a, b) => (sites[a].id < sites[b].id ? -1 : 1));
}
function places(table: IndicatorTable, values: readonly number[]): number[] {
  const place = new Array<number>(values.length);
  const held = (i: number) => Number(table.sites[i].held);
  order(table).sort((a, b) => held(a) - held(b) || values[b] - values[a] || (table.sites[a].id < table.sites[b].id ? -1 : 1)).forEach((i, k) => { place[i] = k + 1; });
  return place;
}
