import type { Layer, PlanFeature } from '../../geo/index.ts';
import type { LayerHead } from './layer-store.ts';

/** Features per message: a portion is cloned in a few milliseconds, well under a frame. */
export const PORTION = 400;
/** Portions that are on their way at once. */
const AHEAD = 3;

/** Sends features portion by portion. */
export async function sendPortions(features: readonly PlanFeature[], send: (portion: PlanFeature[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < features.length; from += PORTION) await send(features.slice(from, from + PORTION));
}
/** The layer of a head, portion by portion. */
export async function fetchPortions(head: LayerHead, fetch: (from: number, count: number) => Promise<readonly PlanFeature[]>, id: string = head.id): Promise<Layer> {
  const features: PlanFeature[] = [];
  // The next ones are made while one is taken.
  const ahead: Promise<readonly PlanFeature[]>[] = [];
  for (let from = 0; from < head.count || ahead.length > 0; from += PORTION) {
    if (from < head.count) ahead.push(fetch(from, PORTION));
    if (ahead.length >= AHEAD || from + PORTION >= head.count) features.push(...await ahead.shift()!);
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
