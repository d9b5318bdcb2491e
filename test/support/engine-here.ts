import type { ProjectLayer } from '../../app/state/document.ts';
import { withChanged } from '../../app/workers/changed-part.ts';
import { valueOf } from '../../app/workers/failure.ts';
import { LayerStore } from '../../app/workers/layer-store.ts';
import { mendApi } from '../../app/workers/mend-api.ts';
import type { Issue, PlanFeature, Progress } from '../../geo/index.ts';

/** The worker's side of the engine without a worker: what crosses the thread is copied as it would be there. */
export const engineHere = {
  /** Done before an answer comes. */
  meanwhile: () => {},
  cancel: () => {},
  async mend({ layer, setAside, issues, counts, ...rest }: ProjectLayer, issue: Issue, progress: Progress) {
    const store = new LayerStore();
    const put = (features: readonly PlanFeature[]) => store.add(structuredClone({ ...layer, features: [...features] })).key;
    const answer = structuredClone(valueOf(await mendApi(store).mend(structuredClone({ key: put(layer.features), setAside: put(setAside), issues, counts, issue }), progress)));
    engineHere.meanwhile();
    const { at, stay, fixed, back, left } = answer;
    const changed = structuredClone(store.portion(answer.changed.key, 0, answer.changed.count));
    const entry = { ...rest, issues: answer.issues, counts: answer.counts, layer: { ...layer, features: withChanged(layer.features, { changed, at }) }, setAside: stay.map((i) => setAside[i]) };
    return { entry, fixed, back, left };
  },
};
