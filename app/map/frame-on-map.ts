import type { GeoJSONSource, Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { frameCorners, type MapFrame } from '../../geo/index.ts';

const SOURCE = 'sheet-frame';

/** The ground that a map frame of a sheet shows, drawn over the map and moved there by dragging. Returns the end of it. */
export function showFrameOnMap(map: MapView, frame: MapFrame, moved: (centre: [number, number]) => void): () => void {
  let shown = frame;
  let from: { lng: number; lat: number } | null = null;
  const data = () => ({ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [ring(shown)] } });
  map.addSource(SOURCE, { type: 'geojson', data: data() });
  map.addLayer({ id: `${SOURCE}/fill`, source: SOURCE, type: 'fill', paint: { 'fill-color': '#d32f2f', 'fill-opacity': 0.08 } });
  map.addLayer({ id: `${SOURCE}/line`, source: SOURCE, type: 'line', paint: { 'line-color': '#d32f2f', 'line-width': 2 } });
  const draw = () => { void map.getSource<GeoJSONSource>(SOURCE)?.setData(data()); };

  const over = (event: MapMouseEvent) => map.queryRenderedFeatures(event.point, { layers: [`${SOURCE}/fill`] }).length > 0;
  const press = (event: MapMouseEvent) => {
    if (event.originalEvent.button !== 0 || !over(event)) return;
    event.preventDefault();
    from = event.lngLat;
  };
  const move = (event: MapMouseEvent) => {
    if (!from) return void (map.getCanvas().style.cursor = over(event) ? 'move' : '');
    shown = { ...shown, centre: [shown.centre[0] + event.lngLat.lng - from.lng, shown.centre[1] + event.lngLat.lat - from.lat] };
    from = event.lngLat;
    draw();
  };
  const release = () => {
    if (from && shown.centre !== frame.centre) moved([...shown.centre] as [number, number]);
    from = null;
  };
  map.on('mousedown', press);
  map.on('mousemove', move);
  map.on('mouseup', release);
  const corners = ring(frame), lons = corners.map(([lon]) => lon), lats = corners.map(([, lat]) => lat);
  map.fitBounds([[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]], { padding: 60, duration: 300 });
  return () => {
    map.off('mousedown', press);
    map.off('mousemove', move);
    map.off('mouseup', release);
    map.getCanvas().style.cursor = '';
    for (const layer of [`${SOURCE}/line`, `${SOURCE}/fill`]) if (map.getLayer(layer)) map.removeLayer(layer);
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
  };
}

function ring(frame: MapFrame): [number, number][] {
  const corners = frameCorners(frame);
  return [...corners, corners[0]];
}
