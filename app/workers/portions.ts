import { transfer } from 'comlink';
import type { Layer, PlanFeature } from '../../geo/index.ts';
import type { LayerHead } from './layer-store.ts';
import { packedFeatures, packFeatures, unpackFeatures, type PackedFeatures } from './pack-features.ts';

/** Features per message: a portion is packed or unpacked in a few milliseconds, well under a frame. */
export const PORTION = 1000;
/** Portions that are on their way at once. */
const AHEAD = 3;
/** Layers with more features are drawn as tiles that another worker cuts, and their geometries stay packed on the page. */
export const LARGE = 20_000;

/** A portion as it leaves a thread: its arrays go over without a copy. */
export function portionOf(features: readonly PlanFeature[]): PackedFeatures {
  const packed = packFeatures(features);
  return transfer(packed, [packed.coordinates.buffer, packed.shape.buffer, packed.columnsOf.buffer]);
}
/** Sends features portion by portion. */
export async function sendPortions(features: readonly PlanFeature[], send: (portion: PackedFeatures) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < features.length; from += PORTION) await send(portionOf(features.slice(from, from + PORTION)));
}
/** The layer of a head, portion by portion. */
export async function fetchPortions(head: LayerHead, fetch: (from: number, count: number) => Promise<PackedFeatures>, id: string = head.id): Promise<Layer> {
  const features: PlanFeature[] = [], unpack = head.count > LARGE ? packedFeatures : unpackFeatures;
  // The next ones are made while one is taken.
  const ahead: Promise<PackedFeatures>[] = [];
  for (let from = 0; from < head.count || ahead.length > 0; from += PORTION) {
    if (from < head.count) ahead.push(fetch(from, PORTION));
    if (ahead.length >= AHEAD || from + PORTION >= head.count) features.push(...unpack(await ahead.shift()!));
  }
  return { id, schema: head.schema, name: head.name, features };
}

/** What came from a worker as heads, with its layers. */
export async function withLayers<E extends { head: LayerHead }, R extends { heads: Readonly<Record<string, LayerHead>> }>(
  { layers, runs }: { layers: readonly E[]; runs: readonly R[] }, fetch: (head: LayerHead) => Promise<Layer>,
): Promise<{ layers: (Omit<E, 'head'> & { layer: Layer })[]; runs: (Omit<R, 'heads'> & { layers: Record<string, Layer> })[] }> {
  const opened: Awaited<ReturnType<typeof withLayers<E, R>>> = { layers: [], runs: [] };
  for (const { head, ...entry } of layers) opened.layers.push({ ...entry, layer: await fetch(head) });
  for (const { heads, ...run } of runs) {
    const results: Record<string, Layer> = {};
    for (const [name, head] of Object.entries(heads)) results[name] = await fetch(head);
    opened.runs.push({ ...run, layers: results });
  }
  return opened;
}
