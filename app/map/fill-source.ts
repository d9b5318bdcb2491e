import type { Feature } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import type { Layer, PlanFeature, PropertyValue } from '../../geo/index.ts';

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

/**
 * Gives a source the features of a layer, portion by portion, so that the page is never held. Not by an address: the map
 * would read a blob's text on the page's own thread. Stops when `goOn` says that the layer is no longer wanted.
 */
export async function fillSource(source: GeoJSONSource, layer: Layer, goOn: () => boolean): Promise<void> {
  await source.setData({ ...EMPTY, features: layer.features.slice(0, PORTION).map(drawnFeature) });
  for (let from = PORTION; from < layer.features.length && goOn(); from += PORTION) {
    await source.updateData({ add: layer.features.slice(from, from + PORTION).map(drawnFeature) });
  }
}
