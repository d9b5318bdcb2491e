import type { GeoJSONSource, Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { frameCorners, type MapFrame } from '../../geo/index.ts';

const SOURCE = 'sheet-frame';
/** Of MouseEvent.buttons. */
const LEFT = 1;

export interface FrameOnMap {
  /** Shows the frame as the sheet has it now. */
  follow(): void;
  end(): void;
}

/** The ground that a map frame of a sheet shows, drawn over the map and moved there by dragging. */
export function showFrameOnMap(map: MapView, current: () => MapFrame, moved: (centre: [number, number]) => void): FrameOnMap {
  let shown = current();
  let from: { lng: number; lat: number } | null = null;
  const data = () => ({ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [ring(shown)] } });
  if (!map.getSource(SOURCE)) {
    map.addSource(SOURCE, { type: 'geojson', data: data() });
    map.addLayer({ id: `${SOURCE}/fill`, source: SOURCE, type: 'fill', paint: { 'fill-color': '#d32f2f', 'fill-opacity': 0.08 } });
    map.addLayer({ id: `${SOURCE}/line`, source: SOURCE, type: 'line', paint: { 'line-color': '#d32f2f', 'line-width': 2 } });
  }
  const draw = () => { void map.getSource<GeoJSONSource>(SOURCE)?.setData(data()); };
  const follow = () => { shown = current(); draw(); };

  const over = (event: MapMouseEvent) => map.queryRenderedFeatures(event.point, { layers: [`${SOURCE}/fill`] }).length > 0;
  const press = (event: MapMouseEvent) => {
    if (event.originalEvent.button !== 0 || !over(event)) return;
    event.preventDefault();
    from = event.lngLat;
  };
  const move = (event: MapMouseEvent) => {
    // Let go outside the map, which nobody told it.
    if (from && !(event.originalEvent.buttons & LEFT)) release();
    if (!from) return void (map.getCanvas().style.cursor = over(event) ? 'move' : '');
    shown = { ...shown, centre: [shown.centre[0] + event.lngLat.lng - from.lng, shown.centre[1] + event.lngLat.lat - from.lat] };
    from = event.lngLat;
    draw();
  };
  const release = () => {
    const isMoved = from !== null && shown.centre !== current().centre;
    from = null;
    if (!isMoved) return;
    moved([...shown.centre] as [number, number]);
    // As it was, where the project took no change.
    follow();
  };
  map.on('mousedown', press);
  map.on('mousemove', move);
  map.on('mouseup', release);
  draw();
  const corners = ring(shown), lons = corners.map(([lon]) => lon), lats = corners.map(([, lat]) => lat);
  map.fitBounds([[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]], { padding: 60, duration: 300 });
  const end = () => {
    map.off('mousedown', press);
    map.off('mousemove', move);
    map.off('mouseup', release);
    map.getCanvas().style.cursor = '';
    for (const layer of [`${SOURCE}/line`, `${SOURCE}/fill`]) if (map.getLayer(layer)) map.removeLayer(layer);
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
  };
  return { follow, end };
}

function ring(frame: MapFrame): [number, number][] {
  const corners = frameCorners(frame);
  return [...corners, corners[0]];
}
