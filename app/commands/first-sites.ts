import { withinLevel, type FeatureId, type PlanFeature, type SecrecyLevel } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';

/** As many pages as one reads of a list. */
export const FIRST = 10;
const rankOf = ({ properties }: PlanFeature): number => (typeof properties['rank'] === 'number' ? properties['rank'] : Infinity);

/** The best candidate sites of the baseline that may be told of at a level, best first; null where there is none. */
export function firstSites(runs: readonly Run[], level: SecrecyLevel): { run: Run; sites: FeatureId[] } | null {
  const run = runs.find(({ analysis, scenario }) => analysis === 'candidate-sites' && scenario === null);
  const sites = run ? [...withinLevel(run.layers['candidate-sites'], level).layer.features].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, FIRST).map(({ id }) => id) : [];
  return run && sites.length > 0 ? { run, sites } : null;
}
