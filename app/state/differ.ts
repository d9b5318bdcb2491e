import { DOCUMENT_KINDS, type DocumentKind, type DocumentsOf, type Layer, type PlanFeature, type StoredInput } from '../../geo/index.ts';
import { featureChanges, type FeatureChanges } from './differ-features.ts';
import type { ProjectDocument, ProjectLayer, Run } from './document.ts';

/** What a change carries. It is packed for the way to the store's worker and unpacked there, so that no message is large. */
export interface Cargo {
  features: unknown;
  input: unknown;
  reckoning: unknown;
  picture: unknown;
}
export interface OnPage {
  features: readonly PlanFeature[];
  /** Who stores it adds the checksum. `current`: the layer is the project's as it is now. */
  input: Omit<StoredInput, 'checksum'> & { layer: Layer; current: boolean };
  reckoning: Run['reckoning'];
  picture: Blob;
}
type LayerHead = Omit<Layer, 'features'>;
type LayerFile = Pick<ProjectLayer, 'fileName' | 'sha256' | 'counts'>;

/** Documents of one kind: those that are new or changed, and the ids of all in their order. */
type DocumentsChange = { [K in DocumentKind]: { kind: 'documents'; of: K } & DocumentsOf<K> }[DocumentKind];

/** What the store is told after a change of the document; the changes of one document to the next are one transaction, in this order. */
export type StoreChange<C extends Cargo = OnPage> =
  | { kind: 'name'; name: ProjectDocument['name']; invented: boolean; origin?: string; handOut?: ProjectDocument['handOut'] }
  | DocumentsChange
  | { kind: 'pictures'; put: ReadonlyMap<string, C['picture']>; kept: readonly string[] }
  | { kind: 'remove-run'; id: string }
  | { kind: 'remove-layer'; id: string }
  | { kind: 'put-layer'; layer: LayerHead; features: C['features']; issues: ProjectLayer['issues']; setAside: C['features'] } & LayerFile
  | { kind: 'features'; layerId: string; put: C['features']; removed: FeatureChanges['removed'] }
  | { kind: 'layer-head'; layerId: string; name: string } & LayerFile
  | { kind: 'remarks'; layerId: string; issues: ProjectLayer['issues']; setAside: C['features'] }
  | { kind: 'layer-order'; ids: readonly string[] }
  | { kind: 'put-run'; run: Omit<Run, 'inputs' | 'layers' | 'reckoning'>; reckoning: C['reckoning']; inputs: Readonly<Record<string, C['input']>>; layers: Readonly<Record<string, { layer: LayerHead; features: C['features'] }>> }
  | { kind: 'run-order'; ids: readonly string[] };

/** What is said of the document as a whole; absent is absent. */
export const metaOf = ({ name, invented, origin, handOut }: ProjectDocument): Pick<ProjectDocument, 'name' | 'invented' | 'origin' | 'handOut'> => ({ name, invented, ...(origin === undefined ? {} : { origin }), ...(handOut ? { handOut } : {}) });

/** Compares by reference, as documents share what did not change. */
export function diffDocuments(before: ProjectDocument, after: ProjectDocument): StoreChange[] {
  if (before === after) return [];
  const layers = new Map(before.layers.map((entry) => [entry.layer.id, entry])), runs = new Map(before.runs.map((run) => [run.id, run]));
  const ids = after.layers.map(({ layer }) => layer.id), runIds = after.runs.map(({ id }) => id);
  return [
    ...(before.invented !== after.invented || before.name.zh !== after.name.zh || before.name.en !== after.name.en || before.origin !== after.origin ? [{ kind: 'name' as const, ...metaOf(after) }] : []),
    ...pictureChanges(before, after),
    ...DOCUMENT_KINDS.filter((of) => !sameList<unknown>(before[of], after[of])).map((of) => documentsChange(of, before[of], after[of])),
    ...without(runs.keys(), runIds).map((id): StoreChange => ({ kind: 'remove-run', id })),
    ...without(layers.keys(), ids).map((id): StoreChange => ({ kind: 'remove-layer', id })),
    ...after.layers.flatMap((entry) => layerChanges(layers.get(entry.layer.id), entry)),
    ...(isMoved([...layers.keys()], ids) ? [{ kind: 'layer-order' as const, ids }] : []),
    ...after.runs.filter((run) => runs.get(run.id) !== run).map((run) => putRun(run, after)),
    ...(isMoved([...runs.keys()], runIds) ? [{ kind: 'run-order' as const, ids: runIds }] : []),
  ];
}

function documentsChange(of: DocumentKind, before: readonly { id: string }[], after: readonly { id: string }[]): DocumentsChange {
  const known = new Set(before);
  return { kind: 'documents', of, put: after.filter((one) => !known.has(one)), ids: after.map(({ id }) => id) } as unknown as DocumentsChange;
}

/** Pictures are told apart by their hash alone: a new one is sent, however often its basemap is renamed after. */
function pictureChanges(before: ProjectDocument, after: ProjectDocument): StoreChange[] {
  const known = new Set(before.basemaps.map(({ sha256 }) => sha256)), kept = [...new Set(after.basemaps.map(({ sha256 }) => sha256))];
  const put = new Map(kept.filter((sha256) => !known.has(sha256)).flatMap((sha256) => { const picture = after.pictures?.get(sha256); return picture ? [[sha256, picture] as const] : []; }));
  return put.size > 0 || kept.length < known.size || kept.some((sha256) => !known.has(sha256)) ? [{ kind: 'pictures', put, kept }] : [];
}

function layerChanges(before: ProjectLayer | undefined, after: ProjectLayer): StoreChange[] {
  if (before === after) return [];
  const { layer: { features, ...layer }, fileName, sha256, counts, issues, setAside } = after;
  const whole: StoreChange = { kind: 'put-layer', layer, features, issues, setAside, fileName, sha256, counts };
  if (!before || before.layer.schema !== layer.schema) return [whole];
  const changes = featureChanges(before.layer.features, features);
  if (changes === 'whole') return [whole];
  const { id: layerId, name } = layer;
  const sameHead = before.layer.name === name && before.fileName === fileName && before.sha256 === sha256 && (Object.keys(counts) as (keyof typeof counts)[]).every((key) => before.counts[key] === counts[key]);
  return [
    ...(changes.put.length + changes.removed.length > 0 ? [{ kind: 'features' as const, layerId, ...changes }] : []),
    ...(sameHead ? [] : [{ kind: 'layer-head' as const, layerId, name, fileName, sha256, counts }]),
    ...(sameList(before.issues, issues) && sameList(before.setAside, setAside) ? [] : [{ kind: 'remarks' as const, layerId, issues, setAside }]),
  ];
}

function putRun({ inputs, layers, reckoning, ...run }: Run, document: ProjectDocument): StoreChange {
  const from = Object.entries(inputs).map(([input, layer]): [string, OnPage['input']] => {
    const entry = document.layers.find((one) => one.layer === layer);
    const known = entry ?? document.layers.find((one) => one.layer.id === layer.id);
    return [input, { layer, current: entry !== undefined, layerId: known ? layer.id : null, file: entry?.fileName ?? layer.name, sha256: entry?.sha256 ?? null, features: layer.features.length }];
  });
  const results = Object.entries(layers).map(([name, { features, ...layer }]) => [name, { layer, features }] as const);
  return { kind: 'put-run', run, reckoning, inputs: Object.fromEntries(from), layers: Object.fromEntries(results) };
}

const without = (ids: Iterable<string>, kept: readonly string[]): string[] => { const known = new Set(kept); return [...ids].filter((id) => !known.has(id)); };
/** The store leaves what it knows where it is and puts what is new behind. */
function isMoved(before: readonly string[], after: readonly string[]): boolean {
  const kept = new Set(after), known = new Set(before);
  const natural = [...before.filter((id) => kept.has(id)), ...after.filter((id) => !known.has(id))];
  return after.some((id, i) => id !== natural[i]);
}
const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
