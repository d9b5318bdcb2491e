import type { Factor, PlanFeature } from '../model/index.ts';
import { BENEFIT_INDICATORS, BENEFITS, namedBenefits, normalised, rankSites, type BenefitWeights, type IndicatorTable, type RankedSite, type Ranking } from '../ranking/index.ts';
import { numberIn } from './ground.ts';

/** The indicator table of candidate sites as they were written, so that an interface can rank them anew under other weights. */
export function indicatorTableOf(sites: readonly PlanFeature[]): IndicatorTable {
  return {
    indicators: BENEFIT_INDICATORS,
    sites: sites.map((feature) => ({ id: feature.id, held: feature.properties['locked'] === true, values: BENEFIT_INDICATORS.map(({ key }) => numberIn(feature, key)) })),
  };
}

/**
 * The ranking of candidate sites under the weights that they were written with, read from them instead of reckoned again: what
 * an interface shows first. Factors are reckoned with the first that is asked for. In the order of the sites.
 */
export function rankingAsWritten(sites: readonly PlanFeature[], weights: BenefitWeights): readonly RankedSite[] {
  let reckoned: Ranking | undefined;
  const ranking = () => (reckoned ??= rankSites(indicatorTableOf(sites), weights));
  const shares = normalised(BENEFITS.map((benefit) => weights[benefit]));
  const isWhole = sites.every((site) => WRITTEN.every((field) => numberIn(site, field) !== null));
  return isWhole ? sites.map((site, i) => written(site, shares, () => ranking().sites[i].factors)) : ranking().sites;
}
const WRITTEN = ['rank', 'score', 'topsis', 'topsisRank', ...BENEFITS];

function written(site: PlanFeature, shares: readonly number[], factors: () => Factor[]): RankedSite {
  const figure = (field: string) => Number(site.properties[field]);
  return {
    id: site.id, rank: figure('rank'), score: figure('score'), topsis: figure('topsis'), topsisRank: figure('topsisRank'),
    benefits: namedBenefits(BENEFITS.map(figure)), parts: namedBenefits(BENEFITS.map((benefit, j) => figure(benefit) * shares[j])),
    get factors() { return factors(); },
  };
}
