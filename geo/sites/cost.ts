import type { Params } from '../model/index.ts';
import { numberOf } from './parameters.ts';
import type { SiteDraft } from './types.ts';

/** Cost of a site in 10,000 yuan: base, low and high unit cost; `saving` is the part that the road works bear anyway (already taken off). */
export interface Cost {
  base: number;
  low: number;
  high: number;
  saving: number;
  unitCost: number;
  groundFactor: number;
}

/**
 * Stalls x unit cost of the source x (1 + civil-defence premium) x difficult ground, less the share that is saved by
 * building together with the road. Opening a shelter is neither dug nor hardened.
 */
export function costOf({ source, stalls, hits }: Pick<SiteDraft, 'source' | 'stalls' | 'hits'>, withRoadWorks: boolean, params: Params): Cost {
  const dug = source.cost !== 'costOpening';
  const groundFactor = dug ? hits.reduce((product, hit) => product * hit.costFactor, 1) : 1;
  const premium = dug ? 1 + numberOf(params, 'defencePremium') : 1;
  const share = dug && withRoadWorks ? numberOf(params, 'jointSaving') : 0;
  const whole = (key: string) => stalls * numberOf(params, key) * premium * groundFactor / 10_000;
  return {
    base: whole(source.cost) * (1 - share), low: whole(`${source.cost}Low`) * (1 - share), high: whole(`${source.cost}High`) * (1 - share),
    saving: whole(source.cost) * share, unitCost: numberOf(params, source.cost), groundFactor,
  };
}
