import { create } from 'zustand';
import type { BenefitWeights, RankedSite } from '../../geo/index.ts';

/** The weights the user is trying, and the ranks that follow: list, map and table show the same ones. Null = as the run had them. */
interface RankingState {
  weights: BenefitWeights | null;
  sites: readonly RankedSite[] | null;
  /** How the weights are set; null = as the run's were. */
  way: 'direct' | 'ahp' | null;
  /** The judgements tried, upper triangle row by row; null = the run's, or all equal. */
  judgements: readonly number[] | null;
}
export const useRanking = create<RankingState>(() => ({ weights: null, sites: null, way: null, judgements: null }));
export const setRanking = useRanking.setState;
