import {
  changeDocuments, orderLayers, orderRuns, putFeatures, putLayer, putLayerHead, putLayerRemarks, putPictures, putRun, removeFeatures, removeLayer, removeRun, setMeta, storedChecksum, transaction,
  type Database, type PlanFeature, type StoredInput, type StoredReckoning, type StoredRun,
} from '../../geo/index.ts';
import type { StoreChange } from '../state/differ.ts';

/** As the worker has it: features whole, the reckoning read. A checksum of null is that of the layer as it is stored. */
export interface InStore {
  features: readonly PlanFeature[];
  input: Omit<StoredInput, 'checksum'> & { checksum: string | null };
  reckoning: StoredReckoning;
  picture: Uint8Array;
}

/** Applies what the page changed, all of it or nothing. Returns the checksums of the layers whose features changed. */
export function applyChanges(db: Database, changes: readonly StoreChange<InStore>[], saved: string): Record<string, string> {
  transaction(db, () => {
    for (const change of changes) apply(db, change);
    setMeta(db, { saved });
  });
  const touched = changes.flatMap((change) => (change.kind === 'put-layer' ? [change.layer.id] : change.kind === 'features' ? [change.layerId] : []));
  return Object.fromEntries(touched.map((id) => [id, storedChecksum(db, id) ?? '']));
}

function apply(db: Database, change: StoreChange<InStore>): void {
  switch (change.kind) {
    case 'name': return setMeta(db, { name: change.name, invented: change.invented, origin: change.origin, handOut: change.handOut });
    case 'documents': return changeDocuments(db, change.of, change);
    case 'pictures': return putPictures(db, change.put, change.kept);
    case 'remove-run': return removeRun(db, change.id);
    case 'remove-layer': return removeLayer(db, change.id);
    case 'put-layer': return putLayer(db, { ...change, layer: layerOf(change) });
    case 'layer-head': return putLayerHead(db, change.layerId, change.name, change);
    case 'remarks': return putLayerRemarks(db, change.layerId, change.issues, change.setAside);
    case 'layer-order': return orderLayers(db, change.ids);
    case 'run-order': return orderRuns(db, change.ids);
    case 'put-run': return putRun(db, storedRun(db, change));
    case 'features':
      if (change.removed.length > 0) removeFeatures(db, change.layerId, change.removed);
      if (change.put.length > 0) putFeatures(db, change.layerId, change.put);
  }
}

const layerOf = ({ layer, features }: { layer: Omit<StoredRun['layers'][string], 'features'>; features: readonly PlanFeature[] }) => ({ ...layer, features: features as PlanFeature[] });
function storedRun(db: Database, { run, inputs, layers, reckoning }: Extract<StoreChange<InStore>, { kind: 'put-run' }>): StoredRun {
  const summed = Object.entries(inputs).map(([input, { checksum, ...rest }]) => [input, { ...rest, checksum: checksum ?? storedChecksum(db, rest.layerId!) ?? '' }]);
  return { ...run, reckoning, inputs: Object.fromEntries(summed) as StoredRun['inputs'], layers: Object.fromEntries(Object.entries(layers).map(([name, one]) => [name, layerOf(one)])) };
}
