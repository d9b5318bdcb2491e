import type { Params, PlanFeature, ServiceId } from '../../geo/index.ts';
import { ServiceSession } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { inputLayers } from './run-api.ts';

/** A candidate site whose capacity is added in a what-if. */
export interface SiteOnTrial {
  feature: PlanFeature;
  capacity: number;
}
/** What the page shows of a moved slider. Ratios and shortages are by unit, in the order of the input. */
export interface SessionAnswer {
  ratio: Float64Array;
  shortage: Float64Array;
  areas: PlanFeature[];
  totalDemand: number;
  totalUnmet: number;
}

/** One service is kept ready at a time; opening another, or other inputs, replaces it. */
export function sessionApi(store: LayerStore) {
  let session: ServiceSession | null = null;
  return {
    openSession: (analysis: string, service: ServiceId, inputs: Readonly<Record<string, string>>, params: Params) => outcome(async () => {
      session = await ServiceSession.open(service, inputLayers(store, analysis, inputs), params);
    }),
    moveSession: (params: Params, site: SiteOnTrial | null, outlines: boolean) => outcome((): SessionAnswer => {
      if (!session) throw new Error('no session is open');
      return session.move(params, site, { outlines });
    }),
  };
}
