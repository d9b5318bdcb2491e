import type { DepthInterval, PlanFeature, SchemaId, Underground } from '../../geo/index.ts';
import { engine } from '../workers/engine.ts';

interface Asked {
  feature: PlanFeature;
  heard: (depth: DepthInterval) => void;
}
interface Known extends Underground {
  depth: DepthInterval;
}
/** Depths by feature, with the strata and the ground that they hold for. */
const known = new WeakMap<PlanFeature, Known>();
/** What is asked while a page is drawn goes to the engine as one question. */
const waiting = new Map<SchemaId, { underground: Underground; asked: Asked[] }>();

export function knownDepth(feature: PlanFeature, { strata, grounds }: Underground): DepthInterval | null {
  const found = known.get(feature);
  return found?.strata === strata && found.grounds === grounds ? found.depth : null;
}

/** Where the engine is gone nobody hears: what is asked next starts it again. */
export function askDepth(feature: PlanFeature, schema: SchemaId, underground: Underground, heard: Asked['heard']): void {
  const queue = waiting.get(schema);
  if (queue && queue.underground.strata === underground.strata && queue.underground.grounds === underground.grounds) {
    queue.asked.push({ feature, heard });
    return;
  }
  const asked = [{ feature, heard }];
  waiting.set(schema, { underground, asked });
  setTimeout(() => {
    if (waiting.get(schema)?.asked === asked) waiting.delete(schema);
    void engine.depths(asked.map((one) => one.feature), schema, underground).then((depths) => depths.forEach((depth, i) => {
      known.set(asked[i].feature, { ...underground, depth });
      asked[i].heard(depth);
    })).catch(() => {});
  }, 0);
}
