import { useEffect, useMemo } from 'react';
import { indicatorTableOf, rankingAsWritten, rankSites, weightsOfRun, type BenefitWeights, type RankedSite } from '../../../geo/index.ts';
import type { Run } from '../../state/document.ts';
import { setRanking, useRanking } from '../../state/ranking.ts';

/** The sites of a run under the weights on the sliders; the map follows. A few milliseconds for hundreds of sites. */
export function useRankedSites(run: Run): { ranked: readonly RankedSite[]; weights: BenefitWeights; isTried: boolean } {
  const tried = useRanking((state) => state.weights), isTried = tried !== null;
  const { features } = run.layers['candidate-sites'];
  const table = useMemo(() => (isTried ? indicatorTableOf(features) : null), [features, isTried]);
  const weights = useMemo(() => tried ?? weightsOfRun(run), [tried, run]);
  const ranked = useMemo(() => (table ? rankSites(table, weights).sites : rankingAsWritten(features, weights)), [features, table, weights]);
  useEffect(() => { setRanking({ sites: tried ? ranked : null }); }, [ranked, tried]);
  return { ranked, weights, isTried };
}
