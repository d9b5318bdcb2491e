import type { PlanFeature } from '../model/index.ts';
import { BENEFIT_INDICATORS, type IndicatorTable } from '../ranking/index.ts';
import { numberIn } from './ground.ts';

/** The indicator table of candidate sites as they were written, so that an interface can rank them anew under other weights. */
export function indicatorTableOf(sites: readonly PlanFeature[]): IndicatorTable {
  return {
    indicators: BENEFIT_INDICATORS,
    sites: sites.map((feature) => ({ id: feature.id, held: feature.properties['locked'] === true, values: BENEFIT_INDICATORS.map(({ key }) => numberIn(feature, key)) })),
  };
}
