export { rankAcceptability, swapWeight, type Acceptability } from './acceptability.ts';
export { ahp, CONSISTENT, judgementMatrix, type AhpResult } from './ahp.ts';
export { BENEFITS, BENEFIT_INDICATORS, namedBenefits, weightsOfRun, type Benefit, type BenefitIndicator, type BenefitWeights } from './benefits.ts';
export { acceptabilityOf, benefitScores, indicatorScores, rankSites, type IndicatorRow, type IndicatorTable, type RankedSite, type Ranking } from './rank-sites.ts';
export * from './portfolio/index.ts';
export { topsis } from './topsis.ts';
export { minMax, normalised, weightedSum } from './weighted-sum.ts';
