import { mendLayer, type Issue, type MendedLayer, type Progress, type ReadCounts } from '../../geo/index.ts';
import { changedPart } from './changed-part.ts';
import { outcome } from './failure.ts';
import type { LayerHead, LayerStore } from './layer-store.ts';

export interface MendRequest {
  /** The layer, and what was set aside of it, by key. */
  key: string;
  setAside: string;
  issues: readonly Issue[];
  counts: ReadCounts;
  issue: Issue;
}
export interface MendAnswer extends Omit<MendedLayer, 'entry'> {
  /** The whole layer, for what is asked of it next. */
  head: LayerHead;
  /** The features that the page has not got, and where they stand in the layer. */
  changed: LayerHead;
  at: readonly number[];
  /** Which of those set aside stay so. */
  stay: number[];
  issues: readonly Issue[];
  counts: ReadCounts;
}

/** Mending whole layers: neighbours of ten thousands of features take longer than a page may stand still. */
export const mendApi = (store: LayerStore) => ({
  mend: ({ key, setAside, issue, ...rest }: MendRequest, progress: Progress) => outcome((): MendAnswer => {
    const layer = store.get(key), aside = store.get(setAside).features;
    const { entry, ...figures } = mendLayer({ ...rest, layer, setAside: aside }, issue, progress);
    const { changed, at } = changedPart(layer.features, entry.layer.features), stays = new Set(entry.setAside);
    return {
      ...figures, at, head: store.add(entry.layer), changed: store.add({ ...layer, features: changed }), stay: aside.flatMap((feature, i) => (stays.has(feature) ? [i] : [])),
      issues: entry.issues, counts: entry.counts,
    };
  }),
});
