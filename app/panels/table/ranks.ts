import type { PlanFeature } from '../../../geo/index.ts';
import type { Column } from './columns.ts';
import { ordered, STRIDE, type Steps } from './slices.ts';

/** Where each feature of a layer stands by one column. */
export interface Ranks {
  /** By the feature's place in the layer; equal values have one rank, an unknown one has -1. */
  of: Int32Array;
  count: number;
}

/** Sorted once for the same features: turned about, or filtered, they keep their order. */
const known = new WeakMap<readonly PlanFeature[], Map<string, Ranks>>();
const WORDS = new Intl.Collator('zh-CN', { numeric: true });

/** Values that stand in many rows are compared once. */
export function* ranksOf(features: readonly PlanFeature[], { key, label, numeric, show }: Column): Steps<Ranks> {
  const ofLayer = known.get(features) ?? new Map<string, Ranks>(), name = `${key}/${label}/${numeric}`, before = ofLayer.get(name);
  if (before) return before;
  const places = new Map<string | number, number>(), place = new Int32Array(features.length);
  for (let i = 0; i < features.length; i++) {
    if (i % STRIDE === 0) yield;
    const value = features[i].properties[key];
    const shown = value === null || value === undefined || value === '' ? null : numeric ? Number(value) : show(value);
    if (shown === null || Number.isNaN(shown)) { place[i] = -1; continue; }
    if (!places.has(shown)) places.set(shown, places.size);
    place[i] = places.get(shown)!;
  }
  const values = [...places.keys()], compare = (a: string | number, b: string | number) => (numeric ? Number(a) - Number(b) : WORDS.compare(String(a), String(b)));
  const order = yield* ordered(values, compare);
  const rank = new Int32Array(values.length);
  let count = 0;
  for (let r = 0; r < order.length; r++) {
    if (r % STRIDE === 0) yield;
    if (r > 0 && compare(values[order[r - 1]], values[order[r]]) !== 0) count++;
    rank[order[r]] = count;
  }
  const ranks: Ranks = { of: place.map((at) => (at < 0 ? -1 : rank[at])), count: count + 1 };
  known.set(features, ofLayer.set(name, ranks));
  return ranks;
}

/** Places of features in the order of their ranks, unknown ones last either way; equal ones stay in their order. */
export function byRank(at: Int32Array, { of, count }: Ranks, down: boolean): Int32Array {
  const bucket = (i: number) => (of[i] < 0 ? count : down ? count - 1 - of[i] : of[i]);
  const starts = new Int32Array(count + 2), sorted = new Int32Array(at.length);
  for (const i of at) starts[bucket(i) + 1]++;
  for (let b = 1; b < starts.length; b++) starts[b] += starts[b - 1];
  for (const i of at) sorted[starts[bucket(i)]++] = i;
  return sorted;
}
