import type { Layer, PropertyValue } from '../../geo/index.ts';

/**
 * The map's copy of a layer as a blob address: the map's own worker fetches and parses it, so the page never
 * touches the coordinates. `_id` is what feature state hangs on; lists are left out, the map cannot style by them.
 */
export function displayUrl(layer: Layer): string {
  const features = layer.features.map((feature) => JSON.stringify({
    type: 'Feature',
    geometry: feature.geometry,
    properties: { ...plain(feature.properties), _id: feature.id },
  }));
  const text = `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

function plain(properties: Record<string, PropertyValue>): Record<string, PropertyValue> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && typeof value !== 'object'));
}
