import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapView } from 'maplibre-gl';
import { currentMeeting, currentMeetingState } from '../../state/meeting.ts';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const COLOUR = ['coalesce', ['get', 'colour'], '#d55e00'] as ['coalesce', ['get', string], string];
const source = 'drawing';

/** What was drawn in a meeting, with a white edge so that it is seen on any ground; in the map's style from its start. */
export const DRAWING_LAYERS: readonly LayerSpecification[] = [
  { id: 'drawing/fill', type: 'fill', source, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': COLOUR, 'fill-opacity': 0.16 } },
  { id: 'drawing/edge', type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': '#ffffff', 'line-width': 7.5, 'line-opacity': 0.9 } },
  { id: 'drawing/line', type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': COLOUR, 'line-width': 4 } },
];

const shownOn = new WeakMap<MapView, FeatureCollection>();
/** The drawing of the point of the agenda that is shown, while meetings are prepared or held. */
export function showAgendaDrawing(map: MapView): void {
  const { viewId, running, planning } = currentMeetingState();
  const drawing = (running || planning ? currentMeeting()?.views.find(({ id }) => id === viewId)?.drawing : null) ?? NOTHING;
  if ((shownOn.get(map) ?? NOTHING) === drawing) return;
  shownOn.set(map, drawing);
  void map.getSource<GeoJSONSource>(source)?.setData(drawing);
}
/** What was drawn within reach of a place on the map, by id. */
export function drawnNear(map: MapView, [x, y]: [number, number], reach: number): string[] {
  const found = map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ['drawing/line', 'drawing/fill'] });
  return [...new Set(found.flatMap(({ properties }) => (typeof properties['id'] === 'string' ? [properties['id']] : [])))];
}
