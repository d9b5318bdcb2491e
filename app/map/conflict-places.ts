import type { Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapView, MapMouseEvent } from 'maplibre-gl';
import type { Conflict, ConflictRow } from '../../geo/index.ts';
import { conflictWishes, sitesRun } from '../commands/coordination-wishes.ts';
import { NATURE_SIGNS } from '../panels/coordination/conflict-words.ts';
import { filterConflicts } from '../state/conflict-filter.ts';
import { conflictRows } from '../state/conflict-rows.ts';
import { currentCoordination } from '../state/coordination.ts';
import { currentShown } from '../state/scenarios.ts';
import { currentView } from '../state/view.ts';
import { MAP_FONTS } from './style-layers.ts';

const PLACES = 'conflict-places', FOCUS = 'conflict-focus';

/** The conflicts that the filter lets through, while the panel is about them. */
function shownRows(): ConflictRow[] {
  const { view, conflicts, filter } = currentCoordination(), document = currentShown();
  const isShown = currentView().panel === 'coordination' && view === 'conflicts' && conflicts !== null && conflicts.of === sitesRun(document)?.layers['candidate-sites'];
  return isShown ? filterConflicts(conflictRows(conflicts.rows, document.opinions).rows, filter) : [];
}

let drawn: { map: MapView; rows: readonly ConflictRow[]; open: string | null } | null = null;
/** Places of conflict on top of the map; the one that is open with its site and what it is in conflict with. */
export function showConflicts(map: MapView): void {
  const rows = shownRows(), { open } = currentCoordination();
  if (rows.length === 0 && drawn?.map !== map) return;
  if (drawn?.map === map && drawn.open === open && drawn.rows.length === rows.length && drawn.rows.every((row, i) => row === rows[i])) return;
  drawn = { map, rows, open };
  if (!map.getSource(PLACES)) addLayers(map);
  const focused = rows.find(({ subject }) => subject === open);
  setData(map, PLACES, rows.map(({ subject, conflict, state }) => ({ geometry: { type: 'Point', coordinates: [...conflict.place] }, properties: { key: subject, sign: NATURE_SIGNS[conflict.nature], nature: conflict.nature, state, open: subject === open } })));
  setData(map, FOCUS, focused ? focusOf(focused.conflict) : []);
}

function focusOf({ site, layer, id }: Conflict): Shown[] {
  const run = sitesRun(currentShown());
  if (!run) return [];
  const { inputs } = conflictWishes(run, currentShown());
  const of = (name: string, wanted: string, role: string): Shown[] => (inputs[name]?.features ?? []).filter((feature) => feature.id === wanted).map(({ geometry }) => ({ geometry, properties: { role } }));
  return [...of('candidate-sites', site, 'site'), ...of(layer, id, 'other')];
}

interface Shown { geometry: Geometry; properties: Record<string, unknown> }
function setData(map: MapView, source: string, features: readonly Shown[]): void {
  void map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features: features.map((feature) => ({ type: 'Feature', ...feature })) });
}

function addLayers(map: MapView): void {
  for (const source of [PLACES, FOCUS]) map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({ id: 'conflict/other', type: 'line', source: FOCUS, filter: ['==', ['get', 'role'], 'other'], layout: { 'line-join': 'round' }, paint: { 'line-color': '#b3261e', 'line-width': 3, 'line-dasharray': [2, 1.4] } });
  map.addLayer({ id: 'conflict/site', type: 'line', source: FOCUS, filter: ['==', ['get', 'role'], 'site'], layout: { 'line-join': 'round' }, paint: { 'line-color': '#00a3bd', 'line-width': 3.2 } });
  map.addLayer({ id: 'conflict/point', type: 'circle', source: PLACES, paint: {
    'circle-color': ['match', ['get', 'nature'], 'meets', '#a3281e', 'near', '#b86a00', 'close', '#8a6d00', 'consult', '#35527f', '#5f6b78'],
    // What is settled steps back; a ring tells the one that is open.
    'circle-opacity': ['match', ['get', 'state'], 'agreed', 0.45, 0.95], 'circle-stroke-color': ['case', ['get', 'open'], '#00a3bd', '#ffffff'], 'circle-stroke-width': ['case', ['get', 'open'], 4, 1.2],
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 13, 5, 15, 9],
  } });
  map.addLayer({ id: 'conflict/sign', type: 'symbol', source: PLACES, minzoom: 13.5, layout: { 'text-field': ['get', 'sign'], 'text-font': MAP_FONTS, 'text-size': 12, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': '#ffffff' } });
}

/** The conflict that was clicked. */
export function conflictAt(map: MapView, event: MapMouseEvent): ConflictRow | null {
  if (!map.getLayer('conflict/point') || !drawn) return null;
  const key = map.queryRenderedFeatures(event.point, { layers: ['conflict/point'] })[0]?.properties['key'] as string | undefined;
  return drawn.rows.find(({ subject }) => subject === key) ?? null;
}
