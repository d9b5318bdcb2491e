import type { PlanFeature } from '../../geo/index.ts';
import { packFeatures, type PackedFeatures } from './pack-features.ts';

/** Features on the line between two workers; no page waits for a message there, but memory does. */
const PORTION = 2000;

interface Portion {
  slot: number;
  features: PackedFeatures;
  last: boolean;
}

/** Sends features, each portion as `asked`, to the worker at the other end. Resolves when that one has them all. */
export function passOn(port: MessagePort, slot: number, features: readonly PlanFeature[], asked: (portion: readonly PlanFeature[]) => readonly PlanFeature[]): Promise<void> {
  return new Promise((resolve) => {
    const there = ({ data }: MessageEvent<{ there: number }>) => {
      if (data.there !== slot) return;
      port.removeEventListener('message', there);
      resolve();
    };
    port.addEventListener('message', there);
    port.start();
    for (let from = 0; from === 0 || from < features.length; from += PORTION) {
      port.postMessage({ slot, features: packFeatures(asked(features.slice(from, from + PORTION))), last: from + PORTION >= features.length } satisfies Portion);
    }
  });
}
export function takeOn(port: MessagePort, take: (slot: number, features: PackedFeatures) => void): void {
  port.onmessage = ({ data: { slot, features, last } }: MessageEvent<Portion>) => {
    take(slot, features);
    if (last) port.postMessage({ there: slot });
  };
}
