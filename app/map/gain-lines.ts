import { LineLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapView } from 'maplibre-gl';
import type { Gain } from './gains.ts';

const PURPLE: [number, number, number, number] = [90, 30, 125, 190];
const overlays = new WeakMap<MapView, MapLibreOverlay>();

/** Draws who gains by a site as lines from it, as wide as the gain. Loaded when a site is first put on trial. */
export function drawGains(map: MapView, gains: readonly Gain[]): void {
  let overlay = overlays.get(map);
  if (!overlay) {
    if (gains.length === 0) return;
    // Into the map's own canvas, so that a picture of the map has the lines too.
    overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
    overlays.set(map, overlay);
    map.addControl(overlay);
  }
  const most = gains.reduce((high, { amount }) => Math.max(high, amount), 1);
  overlay.setProps({
    layers: [new LineLayer<Gain>({
      id: 'gains', data: [...gains], getSourcePosition: ({ from }) => from, getTargetPosition: ({ to }) => to,
      getColor: PURPLE, getWidth: ({ amount }) => 1 + 5 * (amount / most), widthUnits: 'pixels',
    })],
  });
}
