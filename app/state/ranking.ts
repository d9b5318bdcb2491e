import { create } from 'zustand';
import type { BenefitWeights } from '../../geo/index.ts';

/** The weights the user is trying, and the ranks that follow: the list and the map show the same ones. Null = as the run had them. */
interface RankingState {
  weights: BenefitWeights | null;
  ranks: ReadonlyMap<string, number> | null;
}
export const useRanking = create<RankingState>(() => ({ weights: null, ranks: null }));
export const setRanking = useRanking.setState;
