import type { Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { siteById } from '../commands/live.ts';
import { openConflictOnMap } from '../commands/show-conflict.ts';
import { useCoordination } from '../state/coordination.ts';
import { picturedBasemaps } from '../state/basemaps.ts';
import { currentDocument, drawableLayers, resultLayers, useDocument } from '../state/document.ts';
import { currentShown } from '../state/scenarios.ts';
import { currentEditing } from '../state/editing.ts';
import { currentMeetingState, useMeeting } from '../state/meeting.ts';
import { useLive } from '../state/live.ts';
import { useRanking } from '../state/ranking.ts';
import { useSearch } from '../state/search.ts';
import { nextTurn } from '../state/next-turn.ts';
import { currentSection } from '../state/section.ts';
import { currentView, select, setView, useView } from '../state/view.ts';
import { BasemapSync } from './basemap-sync.ts';
import { conflictAt, showConflicts } from './conflict-places.ts';
import { setDrawing } from './drawing.ts';
import { gainsOf } from './gains.ts';
import { highlight } from './highlight.ts';
import { DRAWN, LAYERED, LayerSync } from './layer-sync.ts';
import { LiveOverlay } from './live-overlay.ts';
import { showAgendaDrawing } from './pen/drawing-layers.ts';
import { showRanks } from './site-ranks.ts';
import { layerOfSource } from './style-layers.ts';

/** Ground that is never what somebody means to click. */
const GROUND = /^layer\/(land-parcel|boundary|walking-network)\//;

/** Keeps a loaded map to what the document, the view and the trials say. Returns the end of it. */
export function startScene(map: MapView): () => void {
  const layers = new LayerSync(map), basemaps = new BasemapSync(map);
  const overlay = new LiveOverlay(map);
  let turns = 0;

  const showLive = () => {
    const { runId, answer } = useLive.getState();
    void overlay.show(currentShown().runs.find(({ id }) => id === runId) ?? null, answer);
    void showGains(map);
  };
  const showSiteRanks = () => {
    const sites = currentShown().runs.find(({ analysis }) => analysis === 'candidate-sites')?.layers['candidate-sites'];
    if (sites) showRanks(map, sites.id, useRanking.getState().sites);
  };
  const showLayers = async () => {
    const turn = ++turns;
    setDrawing({ layers: true });
    // The page answers first; of several changes in one go the last is drawn.
    await nextTurn();
    if (turn !== turns) return;
    const elsewhere = new Set(currentDocument().runs.flatMap(resultLayers).map(({ id }) => id));
    await layers.show({ layers: drawableLayers(currentShown()), elsewhere, ...useView.getState() });
    if (turn === turns) setDrawing({ layers: false });
    // What is tried out goes on top of what is there, also after the layers were drawn anew.
    showLive();
    showSiteRanks();
    showConflicts(map);
  };
  const showBasemaps = () => basemaps.show(picturedBasemaps(currentDocument()), currentView());
  const showSelection = () => highlight(map, drawableLayers(currentShown()), useView.getState().selection);

  const click = (event: MapMouseEvent) => { if (isFree()) selectAt(map, event); };
  const move = (event: MapMouseEvent) => { if (isFree()) map.getCanvas().style.cursor = conflictAt(map, event) || topFeature(map, event) ? 'pointer' : ''; };
  const isDrawing = (drawing: boolean) => { setDrawing({ map: drawing }); map.getContainer().ariaBusy = String(drawing); };
  const loading = () => isDrawing(true), idle = () => isDrawing(false);
  map.on('dataloading', loading);
  map.on('idle', idle);
  map.on('click', click);
  map.on('mousemove', move);
  showBasemaps();
  void showLayers();
  showSelection();
  showAgendaDrawing(map);
  const stops = [
    useDocument.subscribe(({ document }, before) => {
      if (document.basemaps !== before.document.basemaps) showBasemaps();
      // What is written or drawn in a meeting changes no layer.
      if (LAYERED.some((key) => document[key] !== before.document[key])) { void showLayers(); showSelection(); }
      showAgendaDrawing(map);
    }),
    useMeeting.subscribe(() => showAgendaDrawing(map)),
    useView.subscribe((now, before) => {
      if (DRAWN.some((key) => now[key] !== before[key])) void showLayers();
      if (now.hidden !== before.hidden || now.opacity !== before.opacity) showBasemaps();
      if (now.selection !== before.selection || now.scenario !== before.scenario) showSelection();
      if (now.panel !== before.panel) showConflicts(map);
    }),
    useCoordination.subscribe(() => showConflicts(map)),
    useSearch.subscribe((now, before) => { if (now.run !== before.run) void showLayers(); }),
    // Not when a slider is moved but when its answer is there: a map that is drawn meanwhile keeps the answer waiting.
    useLive.subscribe((now, before) => { if (now.answer !== before.answer || now.runId !== before.runId) showLive(); }),
    useRanking.subscribe((now, before) => { if (now.sites !== before.sites) showSiteRanks(); }),
  ];
  return () => {
    layers.end();
    basemaps.end();
    for (const stop of stops) stop();
    map.off('dataloading', loading);
    map.off('idle', idle);
    map.off('click', click);
    map.off('mousemove', move);
  };
}

/** The pointer is neither an editor's nor a pen, nor does it draw a section. */
const isFree = () => !currentEditing().layerId && !currentMeetingState().pen && !currentSection().drawing;

let linesAreThere = false;
/** Who gains by the site on trial; none without one. */
async function showGains(map: MapView): Promise<void> {
  const { trial } = useView.getState();
  const { runId, answer } = useLive.getState();
  const run = currentShown().runs.find(({ id }) => id === runId);
  const site = trial?.shown === 'after' ? siteById(trial.siteId) : undefined;
  const gains = run && answer && site ? gainsOf(run, answer, site) : [];
  if (gains.length === 0 && !linesAreThere) return;
  linesAreThere = gains.length > 0;
  (await import('./gain-lines.ts')).drawGains(map, gains);
}

function topFeature(map: MapView, event: MapMouseEvent) {
  const layers = map.getLayersOrder().filter((id) => id.startsWith('layer/') && !GROUND.test(id));
  return map.queryRenderedFeatures(event.point, { layers })[0];
}

function selectAt(map: MapView, event: MapMouseEvent): void {
  const conflict = conflictAt(map, event);
  if (conflict) return openConflictOnMap(conflict);
  const feature = topFeature(map, event);
  const id = feature?.properties._id as string | undefined;
  select(feature && id ? { layerId: layerOfSource(feature.source), featureId: id } : null);
  if (feature && layerOfSource(feature.source).endsWith('/candidate-sites') && currentView().panel !== 'coordination') setView({ panel: 'sites', sitesView: 'candidate-sites' });
}
