import type { Issue, Layer, PlanFeature, SchemaId } from '../../geo/index.ts';
import type { ProjectDocument, ProjectLayer } from '../state/document.ts';

/** A file that was read and not yet taken into the project. */
export interface Reading {
  layer: Layer;
  fileName: string;
  sha256: string;
  issues: readonly Issue[];
  setAside: readonly PlanFeature[];
  counts: ProjectLayer['counts'];
}
/** Where it goes: a layer of its own, or in the place of one that is there. */
export type Place = { kind: 'add' } | { kind: 'replace'; layerId: string };

export function layersOfSchema(document: ProjectDocument, schema: SchemaId): ProjectLayer[] {
  return document.layers.filter(({ layer }) => layer.schema === schema);
}

/** The document with the reading in its place, and the id that its layer has there. A replaced layer keeps its id. */
export function placeLayer(document: ProjectDocument, reading: Reading, place: Place, name: string): { document: ProjectDocument; layerId: string } {
  const layerId = place.kind === 'replace' ? place.layerId : freeId(document, reading.layer.schema);
  const entry = entryOf(reading, layerId, name);
  const layers = place.kind === 'replace'
    ? document.layers.map((known) => (known.layer.id === layerId ? entry : known))
    : [...document.layers, entry];
  return { document: { ...document, layers }, layerId };
}

/** The schema's name for its first layer, `<schema>-2` for the next. */
function freeId(document: ProjectDocument, schema: SchemaId): string {
  const taken = new Set(document.layers.map(({ layer }) => layer.id));
  let id: string = schema;
  for (let n = 2; taken.has(id); n++) id = `${schema}-${n}`;
  return id;
}

function entryOf({ layer, issues, ...rest }: Reading, layerId: string, name: string): ProjectLayer {
  // The same object where nothing changes: the worker knows it already and need not be sent it again.
  const named = layer.id === layerId && layer.name === name ? layer : { ...layer, id: layerId, name };
  return { ...rest, layer: named, issues: issues.map((issue) => ({ ...issue, layer: layerId })) };
}
