import { useEffect, useMemo } from 'react';
import { indicatorTableOf, rankSites, weightsOfRun, type BenefitWeights, type RankedSite } from '../../../geo/index.ts';
import type { Run } from '../../state/document.ts';
import { setRanking, useRanking } from '../../state/ranking.ts';

/** The sites of a run under the weights on the sliders; the map follows. A few milliseconds for hundreds of sites. */
export function useRankedSites(run: Run): { ranked: readonly RankedSite[]; weights: BenefitWeights; isTried: boolean } {
  const tried = useRanking((state) => state.weights);
  const table = useMemo(() => indicatorTableOf(run.layers['candidate-sites'].features), [run]);
  const weights = useMemo(() => tried ?? weightsOfRun(run), [tried, run]);
  const ranked = useMemo(() => rankSites(table, weights).sites, [table, weights]);
  useEffect(() => { setRanking({ sites: tried ? ranked : null }); }, [ranked, tried]);
  return { ranked, weights, isTried: tried !== null };
}
