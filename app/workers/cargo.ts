import type { PlanFeature } from '../../geo/index.ts';
import type { Cargo, OnPage, StoreChange } from '../state/differ.ts';
import type { InStore } from './apply-changes.ts';
import type { Reckoning } from './reckoning.ts';

/** Few features travel with the change; many went ahead in portions, under a number. */
export type Packed = readonly PlanFeature[] | { slot: number };
export interface OnWay {
  features: Packed;
  input: InStore['input'];
  reckoning: Reckoning;
  picture: Blob;
}
type Carrying<A extends Cargo, B extends Cargo> = { [K in keyof Cargo]: (one: A[K]) => B[K] | Promise<B[K]> };

/** The same change with other cargo. */
export async function carried<A extends Cargo, B extends Cargo>(change: StoreChange<A>, by: Carrying<A, B>): Promise<StoreChange<B>> {
  switch (change.kind) {
    case 'put-layer': return { ...change, features: await by.features(change.features), setAside: await by.features(change.setAside) };
    case 'features': return { ...change, put: await by.features(change.put) };
    case 'pictures': return { ...change, put: new Map(await Promise.all([...change.put].map(async ([sha256, picture]) => [sha256, await by.picture(picture)] as const))) };
    case 'remarks': return { ...change, setAside: await by.features(change.setAside) };
    case 'put-run': {
      const inputs: Record<string, B['input']> = {}, layers: Extract<StoreChange<B>, { kind: 'put-run' }>['layers'] = {};
      for (const [name, input] of Object.entries(change.inputs)) inputs[name] = await by.input(input);
      for (const [name, { layer, features }] of Object.entries(change.layers)) Object.assign(layers, { [name]: { layer, features: await by.features(features) } });
      return { ...change, inputs, layers, reckoning: await by.reckoning(change.reckoning) };
    }
    default: return change;
  }
}

/** For the way to the worker. `stage` sends features ahead; `checksum` knows or reckons that of a layer. */
export function pack(change: StoreChange, stage: (features: readonly PlanFeature[]) => Promise<Packed>, checksum: (layer: OnPage['input']['layer']) => Promise<string>): Promise<StoreChange<OnWay>> {
  return carried<OnPage, OnWay>(change, {
    features: stage, reckoning: (one) => one, picture: (one) => one,
    input: async ({ layer, current, ...rest }) => ({ ...rest, checksum: current ? null : await checksum(layer) }),
  });
}
export function unpack(change: StoreChange<OnWay>, staged: (packed: Packed) => readonly PlanFeature[]): Promise<StoreChange<InStore>> {
  return carried<OnWay, InStore>(change, { features: staged, input: (one) => one, picture: async (one) => new Uint8Array(await one.arrayBuffer()), reckoning: async ({ text, places }) => ({ text: new Uint8Array(await text.arrayBuffer()), places }) });
}
