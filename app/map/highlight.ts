import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';
import type { Layer } from '../../geo/index.ts';
import { extentOf } from '../../geo/index.ts';
import type { Selection } from '../state/view.ts';

export function highlight(map: MapView, layers: readonly Layer[], selection: Selection | null): void {
  const feature = selection && featureOf(layers, selection);
  void map.getSource<GeoJSONSource>('highlight')?.setData({
    type: 'FeatureCollection',
    features: feature ? [{ type: 'Feature', geometry: feature.geometry, properties: {} }] : [],
  });
}

export function featureOf(layers: readonly Layer[], { layerId, featureId }: Selection) {
  return layers.find((layer) => layer.id === layerId)?.features.find((feature) => feature.id === featureId);
}

/** Moves the camera onto features; points get a neighbourhood, not the closest zoom there is. */
export function zoomTo(map: MapView, features: Layer['features']): void {
  const extent = extentOf(features);
  if (extent) zoomToExtent(map, extent);
}
export function zoomToExtent(map: MapView, [west, south, east, north]: [number, number, number, number]): void {
  map.fitBounds([[west, south], [east, north]], { padding: 90, maxZoom: 16.5, duration: 450 });
}
