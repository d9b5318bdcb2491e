import { deleteFeatures, putBack, schemaOf, setAttributes, takePart, UserError, type FeatureId, type Issue, type Layer, type SchemaId } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { commit, currentDocument, requireUnlocked, type ProjectLayer } from '../state/document.ts';
import { pick, setEditing, setTool } from '../state/editing.ts';
import { notify } from '../state/tasks.ts';
import { currentLooked } from '../state/scenarios.ts';
import { select, setView } from '../state/view.ts';
import type { EditRequest } from '../workers/edit-api.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';

const entryOf = (layerId: string): ProjectLayer => {
  const entry = currentDocument().layers.find(({ layer }) => layer.id === layerId);
  if (!entry) throw new UserError('edit.layer-gone');
  return entry;
};

/** The toolbar opens for a layer of the project. */
export function startEditing(layerId: string): void {
  void attempt(() => edit(layerId));
}
function edit(layerId: string): void {
  requireUnlocked();
  if (currentLooked().scenario !== null) throw new UserError('scenario.derived');
  const { layer } = entryOf(layerId);
  const { geometry } = schemaOf(layer.schema);
  setView((view) => ({ hidden: { ...view.hidden, [layerId]: false } }));
  select(null);
  setEditing({ layerId, picked: { layerId, ids: [] } });
  const kind = geometry[geometry.length - 1];
  if (layer.features.length === 0) setTool('draw', kind);
  else { setTool('select', kind); }
}

/** An empty layer to draw in. */
export function createLayer(schema: SchemaId): void {
  const id = freeLayerId(schema);
  const layer: Layer = { id, schema, name: sayNow(`schema.${schema}`), features: [] };
  void attempt(() => {
    commit('step.newLayer', (document) => ({ ...document, layers: [...document.layers, newEntry(layer, [])] }), `schema.${schema}`);
    edit(id);
  });
}

/** An operation on shapes, as one step; what it tells is kept with the layer. Returns the features it touched. */
export async function editShapes(layerId: string, ids: readonly FeatureId[], request: Exclude<EditRequest, { kind: 'buffer' }>): Promise<readonly FeatureId[] | undefined> {
  return attempt(async () => {
    setEditing({ busy: true });
    try {
      const { layer } = entryOf(layerId);
      const { layer: part, issues, touched } = await engine.edit(takePart(layer, ids), ids, request);
      replace(layerId, layer, putBack(layer, inOrder(layer, ids), part.features), issues, `step.edit.${request.kind}`);
      pick(layerId, touched);
      return touched;
    } finally {
      setEditing({ busy: false });
    }
  });
}
const inOrder = (layer: Layer, ids: readonly FeatureId[]): FeatureId[] => { const wanted = new Set(ids); return layer.features.flatMap(({ id }) => (wanted.has(id) ? [id] : [])); };

/** The ground within a distance, as a reference layer of its own. */
export async function bufferInto(layerId: string, ids: readonly FeatureId[], distance: number): Promise<void> {
  await attempt(async () => {
    const { layer } = entryOf(layerId);
    const into = { id: freeLayerId('reference'), name: sayNow('edit.bufferName', { name: layer.name || sayNow(`schema.${layer.schema}`), distance }) };
    const made = await engine.edit(takePart(layer, ids), ids, { kind: 'buffer', distance, into });
    commit('step.edit.buffer', (document) => ({ ...document, layers: [...document.layers, newEntry(made.layer, made.issues)] }));
    notify('info', 'edit.buffered', { n: made.layer.features.length, name: into.name });
  });
}

export async function deleteIn(layerId: string, ids: readonly FeatureId[]): Promise<void> {
  await attempt(() => {
    const { layer } = entryOf(layerId);
    replace(layerId, layer, deleteFeatures(layer, ids).layer, [], 'step.edit.delete');
    pick(layerId, []);
    select(null);
  });
}

/** One field of many features as one step. @throws UserError with the reason, for the field that asked */
export function setField(layerId: string, ids: readonly FeatureId[], field: string, raw: string): void {
  const { layer } = entryOf(layerId);
  const { layer: after, touched } = setAttributes(layer, ids, field, raw);
  if (ids.length === 1 && sameValue(layer, after, ids[0], field)) return;
  replace(layerId, layer, after, [], 'step.edit.field', { field, ids: new Set(ids) });
  if (field === 'id') pick(layerId, touched);
}
const sameValue = (a: Layer, b: Layer, id: FeatureId, field: string) => field !== 'id' && a.features.find((one) => one.id === id)?.properties[field] === b.features.find((one) => one.id === id)?.properties[field];

/** Swaps the layer in, unless it was changed meanwhile. A changed layer is no longer what its file was. */
function replace(layerId: string, before: Layer, layer: Layer, issues: readonly Issue[], label: string, settled?: Settled): void {
  if (entryOf(layerId).layer !== before) throw new UserError('edit.changed-meanwhile');
  commit(label, (document) => ({
    ...document,
    layers: document.layers.map((entry) => (entry.layer === before ? { ...entry, layer, sha256: null, issues: [...(settled ? entry.issues.flatMap((one) => without(one, settled)) : entry.issues), ...issues] } : entry)),
  }), `schema.${layer.schema}`);
}
/** A value that was set by hand is no longer one that could not be read. */
interface Settled { field: string; ids: ReadonlySet<FeatureId> }
function without(issue: Issue, { field, ids }: Settled): Issue[] {
  if (!issue.code.startsWith('attribute.') || issue.field !== field || !issue.features.some((id) => ids.has(id))) return [issue];
  const rest = issue.features.map((id, i) => ({ id, row: issue.rows?.[i] })).filter(({ id }) => !ids.has(id));
  const rows = rest.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return rest.length === 0 ? [] : [{ ...issue, features: rest.map(({ id }) => id), rows, params: { ...issue.params, n: rest.length, ...(rows.length > 0 ? { row: rows[0] } : {}) } }];
}

const newEntry = (layer: Layer, issues: readonly Issue[]): ProjectLayer => ({ layer, fileName: '', sha256: null, issues, setAside: [], counts: { read: 0, kept: 0, fixed: 0, setAside: 0 } });
function freeLayerId(schema: SchemaId): string {
  const taken = new Set(currentDocument().layers.map(({ layer }) => layer.id));
  let id: string = schema;
  for (let n = 2; taken.has(id); n++) id = `${schema}-${n}`;
  return id;
}
