import { floatingCatchment, nearestCost, NO_BLOCK, stepWeight } from '../allocation/index.ts';
import { inheritedSecrecy } from '../io/index.ts';
import { issue, type Factor, type Issue, type PlanFeature } from '../model/index.ts';
import type { Balance } from './balance.ts';
import type { Params } from './types.ts';

/** Demand units with what the analysis found (METHODS 2 and 3), every input unit, in the order of the input. */
export function unitResults(balance: Balance, params: Params): { features: PlanFeature[]; unmet2sfca: number } {
  const { books: { units, unitDemand, demand, capacity }, pairs, allocation, walking } = balance;
  const weight = stepWeight(String(params['distanceBands']), walking.radius);
  const [e2sfca, twoStep, threeStep] = (['e2sfca', '2sfca', '3sfca'] as const).map((method) => floatingCatchment(demand, capacity, pairs, method, weight).accessibility);
  const nearest = nearestCost(capacity, pairs);
  let unmet2sfca = 0;
  const features = units.map((feature, u) => {
    const isKnown = unitDemand[u].value !== null;
    const certificate = allocation.block[u] === NO_BLOCK ? null : allocation.blocks[allocation.block[u]];
    const shortage2sfca = demand[u] * Math.max(0, 1 - twoStep[u]);
    unmet2sfca += shortage2sfca;
    let reachable = 0;
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) reachable += capacity[pairs.facility[p]];
    const found = {
      demand: unitDemand[u].value, servedRatio: isKnown ? allocation.ratio[u] : null, shortage: isKnown ? allocation.shortage[u] : null, tier: isKnown ? allocation.tier[u] : null,
      tierDemand: certificate?.demand ?? null, tierCapacity: certificate?.capacity ?? null,
      reachableFacilities: pairs.start[u + 1] - pairs.start[u], reachableCapacity: reachable, nearestDistance: Number.isNaN(nearest[u]) ? null : nearest[u],
      accessibility: e2sfca[u], accessibility2sfca: twoStep[u], accessibility3sfca: threeStep[u], shortage2sfca: isKnown ? shortage2sfca : null,
      // What choosing without coordination costs this unit; below 0 where it gains at another's cost (METHODS 3).
      lossByChoice: isKnown ? shortage2sfca - allocation.shortage[u] : null,
      demandSource: unitDemand[u].source, assumed: unitDemand[u].assumed,
    };
    return { ...feature, properties: { ...feature.properties, ...found } };
  });
  return { features, unmet2sfca };
}

/** By facility: what the fairest allocation has given out of it, and who reaches it. */
function loadsOf({ books: { capacity, demand }, pairs, allocation }: Balance): { used: Float64Array; units: Uint32Array; wanted: Float64Array } {
  const used = new Float64Array(capacity.length), units = new Uint32Array(capacity.length), wanted = new Float64Array(capacity.length);
  for (let u = 0; u < pairs.units; u++) {
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) {
      used[pairs.facility[p]] += allocation.flow[p];
      units[pairs.facility[p]]++;
      wanted[pairs.facility[p]] += demand[u];
    }
  }
  return { used, units, wanted };
}

/** Facilities with how full the fairest allocation leaves them. Ids of two layers may meet, so the layer goes before. */
export function facilityResults(balance: Balance): PlanFeature[] {
  const { supplies, capacity } = balance.books;
  const { used, units, wanted } = loadsOf(balance);
  return supplies.map(({ feature, layer, assumed }, f) => ({
    ...feature, id: `${layer}/${feature.id}`,
    properties: { id: `${layer}/${feature.id}`, name: feature.properties['name'] ?? null, sourceLayer: layer, capacity: capacity[f], used: used[f], free: Math.max(0, capacity[f] - used[f]), unitsInReach: units[f], demandInReach: wanted[f], supplyRatio: wanted[f] > 0 ? capacity[f] / wanted[f] : null, assumed, ...inheritedSecrecy([feature]), ...(Array.isArray(feature.properties['entrances']) ? { entrances: feature.properties['entrances'] } : {}) },
  }));
}

/** Units beyond these are not explained: reasons of a whole city would be larger than its results. */
const MOST_EXPLAINED = 1000;

/**
 * Why a unit is short (METHODS 2): the certificate, and the facilities it reaches, how full they are and who else draws on
 * them. Only for units that are short, the worst first; what is cut off is told.
 */
export function explainUnits(balance: Balance): { explain: Record<string, Factor[]>; issues: Issue[] } {
  const { books, allocation } = balance;
  const loads = loadsOf(balance);
  const short = [...books.units.keys()].filter((u) => allocation.shortage[u] > 0).sort((a, b) => allocation.shortage[b] - allocation.shortage[a] || a - b);
  const explain = Object.fromEntries(short.slice(0, MOST_EXPLAINED).map((u) => [books.units[u].id, [...certificateOf(balance, u), ...facilitiesOf(balance, loads, u)]]));
  return { explain, issues: short.length > MOST_EXPLAINED ? [issue('explain.worst-only', 'info', { layer: 'demand-units', params: { n: short.length, most: MOST_EXPLAINED } })] : [] };
}
function certificateOf({ books, allocation }: Balance, u: number): Factor[] {
  const { demand, capacity, units } = allocation.blocks[allocation.block[u]];
  return [
    { key: 'factor.tierDemand', value: demand, unit: books.unit, params: { units } },
    { key: 'factor.tierCapacity', value: capacity, unit: books.unit },
    { key: 'factor.tierRatio', value: allocation.ratio[u], unit: 'ratio' },
  ];
}
function facilitiesOf({ books, pairs }: Balance, { used, units, wanted }: ReturnType<typeof loadsOf>, u: number): Factor[] {
  return [...pairs.facility.subarray(pairs.start[u], pairs.start[u + 1])].map((f, k): Factor => {
    const { id, properties } = books.supplies[f].feature;
    const about = { name: String(properties['name'] ?? id), metres: Math.round(pairs.cost[pairs.start[u] + k]), free: tenths(Math.max(0, books.capacity[f] - used[f])), others: units[f] - 1, wanted: tenths(wanted[f]) };
    return { key: 'factor.facility', value: books.capacity[f], unit: books.unit, params: about };
  });
}
const tenths = (value: number) => Math.round(value * 10) / 10;
