import { bounded, portable } from '../crs/index.ts';
import { UserError } from '../model/index.ts';
import type { CatchmentPairs } from '../network/index.ts';

/** How much a pair counts by its walking cost, 0…1. */
export type DistanceWeight = (cost: number) => number;
export type CatchmentMethod = '2sfca' | 'e2sfca' | '3sfca';

export interface FloatingCatchment {
  /** Capacity per weighted demand of each facility (R_j); 0 where nobody reaches it. */
  supplyRatio: Float64Array;
  /** Accessibility of each unit (A_i): capacity per demand it finds within its catchment. */
  accessibility: Float64Array;
}

/**
 * The floating catchment measures of the literature: 2SFCA (Luo and Wang 2003), E2SFCA (Luo and Qi 2009) and 3SFCA (Wan,
 * Zou and Sternberg 2012). For each, the sum of A_i x demand_i over all units equals the capacity that anyone reaches.
 */
export function floatingCatchment(demand: Float64Array, capacity: Float64Array, pairs: CatchmentPairs, method: CatchmentMethod, weight: DistanceWeight): FloatingCatchment {
  const w = new Float64Array(pairs.cost.length);
  for (let p = 0; p < w.length; p++) w[p] = method === '2sfca' ? 1 : weight(pairs.cost[p]);
  if (method === '3sfca') selectionWeights(w, pairs);
  const wanted = new Float64Array(pairs.facilities);
  for (let u = 0; u < pairs.units; u++) {
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) wanted[pairs.facility[p]] += demand[u] * w[p];
  }
  const supplyRatio = wanted.map((sum, f) => (sum > 0 ? capacity[f] / sum : 0));
  const accessibility = new Float64Array(pairs.units);
  for (let u = 0; u < pairs.units; u++) {
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) accessibility[u] += supplyRatio[pairs.facility[p]] * w[p];
  }
  return { supplyRatio, accessibility };
}

/** Wan's G_ij = W_ij / sum_j W_ij, multiplied in both steps: a unit divides its attention among what it reaches. */
function selectionWeights(w: Float64Array, pairs: CatchmentPairs): void {
  for (let u = 0; u < pairs.units; u++) {
    let sum = 0;
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) sum += w[p];
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) w[p] = sum > 0 ? w[p] * w[p] / sum : 0;
  }
}

/**
 * Weights by distance band, for instance `0.4:1,0.7:0.68,1:0.22`: up to 0.4 of the radius weight 1, up to 0.7 weight
 * 0.68 … Bounds belong to the nearer band; beyond the last bound the weight is 0.
 * @throws UserError `param.bands` where the text is not such a list with ascending bounds of 0…1 and weights of 0…1, one of them above 0.
 */
export function stepWeight(bands: string, radius: number): DistanceWeight {
  const rows = readBands(bands);
  if (!rows) throw new UserError('param.bands', { given: bands });
  const bounds = rows.map(([bound]) => bounded(bound * radius));
  return (cost) => rows[bounds.findIndex((bound) => cost <= bound)]?.[1] ?? 0;
}

/** The shares of the radius with their weights; null where the text is no such list, or leaves nothing to be reached. */
export function readBands(text: string): (readonly [bound: number, weight: number])[] | null {
  const rows = text.split(',').map((row) => row.split(':').map((word) => (word.trim() === '' ? NaN : Number(word))));
  const isSound = rows.every(([bound, weight], i) => bound > (rows[i - 1]?.[0] ?? 0) && bound <= 1 && weight >= 0 && weight <= 1 && rows[i].length === 2) && rows.some(([, weight]) => weight > 0);
  return isSound ? rows.map(([bound, weight]) => [bound, weight] as const) : null;
}

/** Gaussian decay with a cut-off (Dai 2010): 1 at distance 0, 0 at the radius. */
export function gaussianWeight(radius: number): DistanceWeight {
  const edge = portable.exp(-0.5);
  return (cost) => (cost > radius ? 0 : (portable.exp(-0.5 * (cost / radius) * (cost / radius)) - edge) / (1 - edge));
}

/** Walking metres to the nearest facility with capacity; NaN where none is reached. */
export function nearestCost(capacity: Float64Array, pairs: CatchmentPairs): Float64Array {
  const nearest = new Float64Array(pairs.units).fill(NaN);
  for (let u = 0; u < pairs.units; u++) {
    for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) {
      if (capacity[pairs.facility[p]] > 0 && !(pairs.cost[p] >= nearest[u])) nearest[u] = pairs.cost[p];
    }
  }
  return nearest;
}
