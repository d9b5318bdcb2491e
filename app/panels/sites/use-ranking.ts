import { useEffect, useMemo } from 'react';
import { indicatorTableOf, rankingAsWritten, rankSites, weightsOfRun, type BenefitWeights, type RankedSite } from '../../../geo/index.ts';
import type { Run } from '../../state/document.ts';
import { setRanking, useRanking } from '../../state/ranking.ts';

/** The sites of a run under the weights on the sliders; the map follows. A few milliseconds for hundreds of sites. */
export function useRankedSites(run: Run): { ranked: readonly RankedSite[]; weights: BenefitWeights; isTried: boolean } {
  const tried = useRanking((state) => state.weights);
  const { features } = run.layers['candidate-sites'];
  const weights = useMemo(() => tried ?? weightsOfRun(run), [tried, run]);
  const ranked = useMemo(() => (tried ? rankSites(indicatorTableOf(features), tried).sites : rankingAsWritten(features, weightsOfRun(run))), [features, tried, run]);
  useEffect(() => { setRanking({ sites: tried ? ranked : null }); }, [ranked, tried]);
  return { ranked, weights, isTried: tried !== null };
}
