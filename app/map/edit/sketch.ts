import type { Feature, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapView } from 'maplibre-gl';

const SOURCE = 'edit';
const ROLE = (role: string) => ['==', ['get', 'role'], role] as ['==', ['get', string], string];

/** The layers that show what is picked, drawn and snapped to; above everything else. */
export function addSketch(map: MapView): void {
  if (map.getSource(SOURCE)) return;
  map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({ id: 'edit/fill', type: 'fill', source: SOURCE, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#d9480f', 'fill-opacity': 0.14 } });
  map.addLayer({ id: 'edit/line', type: 'line', source: SOURCE, filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': '#d9480f', 'line-width': 2.4 } });
  map.addLayer({ id: 'edit/picked', type: 'circle', source: SOURCE, filter: ['all', ROLE('picked'), ['==', ['geometry-type'], 'Point']], paint: { 'circle-radius': 8, 'circle-color': 'rgba(217,72,15,0.15)', 'circle-stroke-color': '#d9480f', 'circle-stroke-width': 2.4 } });
  map.addLayer({ id: 'edit/middle', type: 'circle', source: SOURCE, filter: ROLE('middle'), paint: { 'circle-radius': 3.5, 'circle-color': '#ffffff', 'circle-stroke-color': '#d9480f', 'circle-stroke-width': 1, 'circle-opacity': 0.9 } });
  map.addLayer({ id: 'edit/vertex', type: 'circle', source: SOURCE, filter: ROLE('vertex'), paint: { 'circle-radius': 5, 'circle-color': '#ffffff', 'circle-stroke-color': '#d9480f', 'circle-stroke-width': 2 } });
  map.addLayer({ id: 'edit/snap-vertex', type: 'circle', source: SOURCE, filter: ROLE('snap-vertex'), paint: { 'circle-radius': 9, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': '#c2255c', 'circle-stroke-width': 3 } });
  map.addLayer({ id: 'edit/snap-edge', type: 'circle', source: SOURCE, filter: ROLE('snap-edge'), paint: { 'circle-radius': 6, 'circle-color': '#c2255c', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } });
}
export function removeSketch(map: MapView): void {
  for (const { id } of map.getStyle().layers) if (id.startsWith('edit/')) map.removeLayer(id);
  if (map.getSource(SOURCE)) map.removeSource(SOURCE);
}

export const mark = (role: string, geometry: Geometry): Feature => ({ type: 'Feature', properties: { role }, geometry });
export function showSketch(map: MapView, features: Feature[]): void {
  void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
}
