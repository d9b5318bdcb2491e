import { groundDistance, type Plane } from '../crs/index.ts';
import { reachPoints } from '../geometry/index.ts';
import { issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { byId } from './order.ts';
import type { Service } from './service.ts';
import { NumberReader, numberSetting, type Amount, type Settings } from './settings.ts';

/** A facility of any input layer, with what it offers this service. */
export interface SupplyPlace {
  /** Unique among all places; the feature's own id unless two inputs share it. */
  id: string;
  feature: PlanFeature;
  input: string;
  amount: Amount;
  /** Counted: its capacity enters the allocation. */
  counted: boolean;
}

export interface PlacesFound {
  places: SupplyPlace[];
  issues: Issue[];
}

/**
 * Every facility that the service's rules speak of, each works once: where a shelter is also a row of an earlier input
 * (`shelterRef`, or the same id near by) with a known capacity, that row stands for it.
 */
export function supplyPlaces(service: Service, inputs: Readonly<Record<string, Layer | undefined>>, settings: Settings, plane: Plane): PlacesFound {
  const places: SupplyPlace[] = [];
  const issues: Issue[] = [];
  for (const { input, rule } of service.supply) {
    const features = inputs[input]?.features ?? [];
    const earlier = indexWorks(places);
    const twice: string[] = [], apart: string[] = [];
    for (const i of byId(features)) {
      const feature = features[i];
      const amount = rule(new NumberReader(feature.properties), settings);
      if (!amount) continue;
      const same = earlier.get(feature.id) ?? [];
      const near = same.filter((place) => place.feature.properties['shelterRef'] === feature.id || gap(plane, place.feature, feature) <= numberSetting(settings, 'sameWorksDistance'));
      const standsFor = near.some((place) => place.amount.value !== null);
      if (standsFor) twice.push(feature.id);
      else if (same.length > near.length) apart.push(feature.id);
      places.push({
        id: same.some((place) => place.id === feature.id) ? `${input}:${feature.id}` : feature.id, feature, input,
        amount: standsFor ? { ...amount, problem: 'counted-elsewhere' } : amount,
        counted: !standsFor && amount.value !== null && amount.problem === null,
      });
    }
    if (twice.length > 0) issues.push(issue('supply.same-works', 'info', { layer: input, features: twice, params: { count: twice.length } }));
    if (apart.length > 0) issues.push(issue('supply.same-id-apart', 'warning', { layer: input, features: apart, params: { count: apart.length } }));
  }
  return { places, issues };
}

/** Places by the id of the works they may be. */
function indexWorks(places: readonly SupplyPlace[]): Map<string, SupplyPlace[]> {
  const index = new Map<string, SupplyPlace[]>();
  for (const place of places) {
    const ref = place.feature.properties['shelterRef'];
    for (const id of new Set([place.feature.id, ...(typeof ref === 'string' ? [ref] : [])])) {
      const row = index.get(id);
      if (row) row.push(place);
      else index.set(id, [place]);
    }
  }
  return index;
}

function gap(plane: Plane, a: PlanFeature, b: PlanFeature): number {
  const [ax, ay] = plane.forward(...reachPoints(a)[0]);
  const [bx, by] = plane.forward(...reachPoints(b)[0]);
  return groundDistance(plane, ax, ay, bx, by);
}
