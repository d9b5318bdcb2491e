import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';
import type { Layer } from '../../geo/index.ts';
import { extentOf } from '../../geo/index.ts';
import type { Selection } from '../state/view.ts';
import { extentInTurns } from './extent-in-turns.ts';
import { clearOfOverlays } from './overlay-padding.ts';

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

let asked = 0;
/** Goes nowhere where another place was asked for meanwhile. */
async function whenKnown(features: Layer['features'], go: (extent: Extent) => void): Promise<void> {
  const ask = ++asked, extent = await extentInTurns(features);
  if (extent && ask === asked) go(extent);
}
/** Milliseconds that the camera flies. */
const FLIGHT = 450;
/** Moves the camera onto features; points get a neighbourhood, not the closest zoom there is. */
export function zoomTo(map: MapView, features: Layer['features'], duration = FLIGHT): void {
  void whenKnown(features, (extent) => zoomToExtent(map, extent, duration));
}
export function zoomToExtent(map: MapView, [west, south, east, north]: Extent, duration = FLIGHT): void {
  asked++;
  // The card of a feature that was selected with the same click is drawn by then, and can be kept clear of.
  requestAnimationFrame(() => map.fitBounds([[west, south], [east, north]], { padding: clearOfOverlays(map.getContainer(), 36), maxZoom: 16.5, duration }));
}
/** The whole of it, at once and close to the frame. */
export function fitTo(map: MapView, features: Layer['features']): void {
  void whenKnown(features, ([west, south, east, north]) => map.fitBounds([[west, south], [east, north]], { padding: 24, duration: 0 }));
}
/** Only where it is out of sight, and without another zoom: for going through a table row by row. */
export function bringIntoView(map: MapView, features: Layer['features']): void {
  const extent = extentOf(features);
  if (!extent) return;
  requestAnimationFrame(() => {
    const padding = clearOfOverlays(map.getContainer(), 12), { clientWidth, clientHeight } = map.getContainer();
    const center: [number, number] = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
    const { x, y } = map.project(center);
    const seen = x > padding.left && x < clientWidth - padding.right && y > padding.top && y < clientHeight - padding.bottom;
    if (!seen) map.easeTo({ center, offset: [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2], duration: 300 });
  });
}
type Extent = [number, number, number, number];
