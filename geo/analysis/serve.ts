import { byId, type AnalysisResult, type Indicator, type Inputs, type Layer, type Params, type PlanFeature, type Progress } from '../model/index.ts';
import type { ServiceId } from '../service/index.ts';
import { areasOf, balanceOf, type Balance } from './balance.ts';
import { districtResults } from './districts.ts';
import { explainUnits, facilityResults, unitResults } from './unit-results.ts';

/** Who is served how well, where many that are not live side by side, and how much each facility takes. */
export async function serve(service: ServiceId, layers: Inputs, params: Params, progress: Progress): Promise<AnalysisResult> {
  // Sums and flows by ascending id, rows as they were delivered: the order of a file shows in no number.
  const balance = await balanceOf(service, { ...layers, 'demand-units': byId(layers['demand-units']!) }, params, progress);
  progress('step.areas', 0.7);
  const areas = areasOf(balance, params);
  progress('step.write', 0.9);
  const { features, unmet2sfca } = unitResults(balance, params);
  const { units, supplies } = balance.books;
  const result = { features: asDelivered(features, units, layers), areas, facilities: asDelivered(facilityResults(balance), supplies.map(({ feature }) => feature), layers) };
  const districts = districtResults(balance, layers['boundary']);
  const reasons = explainUnits(balance);
  progress('step.done', 1);
  return {
    layers: {
      'demand-units': layer('demand-units', 'demand-result', result.features),
      facilities: layer('facilities', 'supply-result', result.facilities),
      'shortage-areas': layer('shortage-areas', 'shortage-area', result.areas),
      ...(districts.features.length > 0 ? { districts: layer('districts', 'district-result', districts.features) } : {}),
    },
    indicators: indicators(balance, unmet2sfca, areas.length), issues: [...balance.issues, ...districts.issues, ...reasons.issues], explain: { 'demand-units': reasons.explain },
  };
}
/** Results in the order in which their features stand in the inputs, one layer after the other. */
function asDelivered(results: readonly PlanFeature[], of: readonly PlanFeature[], inputs: Inputs): PlanFeature[] {
  const row = new Map(['demand-units', 'parking-facilities', 'shelters'].flatMap((name) => inputs[name]?.features ?? []).map((feature, i) => [feature, i]));
  return [...results.keys()].sort((a, b) => row.get(of[a])! - row.get(of[b])!).map((k) => results[k]);
}
const layer = (id: string, schema: Layer['schema'], features: Layer['features']): Layer => ({ id, schema, name: id, features });

function indicators({ books, pairs, allocation, walking }: Balance, unmet2sfca: number, areas: number): Indicator[] {
  let capacity = 0, withoutReach = 0, inReach = 0;
  for (const value of books.capacity) capacity += value;
  for (let u = 0; u < pairs.units; u++) {
    let reaches = false;
    for (let p = pairs.start[u]; p < pairs.start[u + 1] && !reaches; p++) reaches = books.capacity[pairs.facility[p]] > 0;
    if (reaches) inReach += books.demand[u];
    else if (books.demand[u] > 0) withoutReach++;
  }
  const { totalDemand, totalServed, totalUnmet } = allocation;
  const unit = books.unit;
  return [
    { key: 'totalDemand', value: totalDemand, unit, direction: 0 }, { key: 'totalCapacity', value: capacity, unit, direction: 1 },
    { key: 'demandInReach', value: inReach, unit, direction: 1 }, { key: 'totalServed', value: totalServed, unit, direction: 1 },
    { key: 'totalUnmet', value: totalUnmet, unit, direction: -1 }, { key: 'servedRatio', value: totalDemand > 0 ? totalServed / totalDemand : null, unit: 'ratio', direction: 1 },
    { key: 'worstRatio', value: books.units.length > 0 ? allocation.ratio.reduce((a, b) => Math.min(a, b), 1) : null, unit: 'ratio', direction: 1 },
    { key: 'unitsWithoutReach', value: withoutReach, unit: 'count', direction: -1 }, { key: 'shortageAreas', value: areas, unit: 'count', direction: -1 },
    { key: 'unmet2sfca', value: unmet2sfca, unit, direction: -1 }, // Never below 0 but for the last bits of the two sums.
    { key: 'lossByChoice', value: Math.max(0, unmet2sfca - totalUnmet), unit, direction: -1 },
    { key: 'tiers', value: allocation.tier.reduce((a, b) => Math.max(a, b), 0), unit: 'count', direction: 0 },
    { key: walking.network ? 'byNetwork' : 'byStraightLine', value: walking.network ? walking.network.nodes : walking.detourFactor, unit: walking.network ? 'count' : 'ratio', direction: 0 },
  ];
}
