import type { Feature } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import { pointOnSurface, symbologyOf, type Layer, type PlanFeature, type PropertyValue } from '../../geo/index.ts';
import type { FeatureChanges } from '../state/differ-features.ts';

/** Features per message to the map's worker: cloned in a few milliseconds, well under a frame. */
const PORTION = 400;
const EMPTY = { type: 'FeatureCollection', features: [] } as const;

/** What the map gets of a feature. `_id` is what feature state hangs on; unknowns and lists are left out, the map cannot style by them. */
export function drawnFeature({ id, geometry, properties }: PlanFeature): Feature {
  const plain: Record<string, PropertyValue> = { _id: id };
  for (const key in properties) {
    const value = properties[key];
    if (value !== null && typeof value !== 'object') plain[key] = value;
  }
  return { type: 'Feature', geometry, properties: plain };
}

/** Where a feature's label is written, none where its field is empty, as on sheets: once, however many parts it has and however many tiles it is cut into. */
export function labelPoint({ id, geometry, properties }: PlanFeature, field: string): Feature {
  const place = geometry.type === 'Point' ? geometry : { type: 'Point' as const, coordinates: pointOnSurface(geometry) };
  return { type: 'Feature', geometry: place, properties: { _id: id, label: properties[field] ?? '' } };
}
export function labelPoints(layer: Layer, features: readonly PlanFeature[]): Feature[] {
  const label = symbologyOf(layer.schema).label;
  return label ? features.map((feature) => labelPoint(feature, label.field)) : [];
}

/**
 * Gives a source the features of a layer, portion by portion, so that the page is never held. Not by an address: the map
 * would read a blob's text on the page's own thread. Stops when `goOn` says that the layer is no longer wanted.
 */
export async function fillSource(source: GeoJSONSource, layer: Layer, goOn: () => boolean, drawn: (features: readonly PlanFeature[]) => Feature[] = (features) => features.map(drawnFeature)): Promise<void> {
  await source.setData({ ...EMPTY, features: drawn(layer.features.slice(0, PORTION)) });
  for (let from = PORTION; from < layer.features.length && goOn(); from += PORTION) {
    await source.updateData({ add: drawn(layer.features.slice(from, from + PORTION)) });
  }
}

/** Brings a source from one state of a layer to another: only what differs goes to the map's worker, and only the tiles that it touches are cut anew. */
export async function changeSource(source: GeoJSONSource, { put, removed }: FeatureChanges, goOn: () => boolean, drawn: (features: readonly PlanFeature[]) => Feature[] = (features) => features.map(drawnFeature)): Promise<void> {
  if (removed.length > 0) await source.updateData({ remove: [...removed] });
  for (let from = 0; from < put.length && goOn(); from += PORTION) await source.updateData({ add: drawn(put.slice(from, from + PORTION)) });
}
