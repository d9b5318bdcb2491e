import type { FeatureId, Layer } from '../model/index.ts';
import { measuresOf, type Measure, type Scenario } from '../scenario/index.ts';

/** The candidate sites that a scenario builds, in the order of its measures. What a measure changes of a site is not in the run that found it. */
export function sitesOfScenario(scenario: Scenario, measures: readonly Measure[]): FeatureId[] {
  return unique(measuresOf(scenario, measures).flatMap(({ kind, set }) => (kind === 'build-site' && typeof set['siteId'] === 'string' ? [set['siteId']] : [])));
}

/** The sites of a portfolio that are to be built, by phase and then by id. */
export function sitesOfPortfolio({ features }: Layer): FeatureId[] {
  const built = features.filter(({ properties }) => ['chosen', 'must'].includes(String(properties['portfolioState'])));
  const phase = ({ properties }: (typeof features)[number]) => Number(properties['buildPhase'] ?? 0);
  return unique([...built].sort((a, b) => phase(a) - phase(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id));
}
const unique = (ids: readonly FeatureId[]): FeatureId[] => [...new Set(ids)];
