import { useEffect, useRef } from 'react';
import type { Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useLive } from '../state/live.ts';
import { useRanking } from '../state/ranking.ts';
import { select, showPanel, useView } from '../state/view.ts';
import { loadGlyphs } from './glyphs.ts';
import { createMap } from './create-map.ts';
import { highlight } from './highlight.ts';
import { LayerSync } from './layer-sync.ts';
import { LiveOverlay } from './live-overlay.ts';
import { attachMap } from './map-access.ts';
import { showRanks } from './site-ranks.ts';

/** The one owner of the map. Everything else asks for camera moves and pictures through map-access. */
export function MapCanvas() {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapView | null>(null);
  const sync = useRef<LayerSync | null>(null);
  const document = useDocument((state) => state.document);
  const { hidden, opacity, order, colourBy, selection } = useView();
  const overlay = useRef<LiveOverlay | null>(null);
  const live = useLive();
  const ranks = useRanking((state) => state.ranks);

  useEffect(() => {
    const view = createMap(container.current!);
    map.current = view;
    const detach = attachMap(view);
    view.once('load', () => {
      const layers = new LayerSync(view);
      sync.current = layers;
      overlay.current = new LiveOverlay(view, (id) => layers.urlOf(id));
      showAll();
    });
    view.on('click', (event) => selectAt(view, event));
    view.on('mousemove', (event) => { view.getCanvas().style.cursor = topFeature(view, event) ? 'pointer' : ''; });
    return () => { detach(); view.remove(); sync.current = null; };
  }, []);

  function showAll() {
    const state = useView.getState();
    const layers = drawableLayers(useDocument.getState().document);
    void loadGlyphs(layers).then(async () => {
      await sync.current?.show({ layers, ...state });
      showTrials();
    });
  }
  /** What is tried out goes on top of what is there, also after the layers were drawn anew. */
  function showTrials() {
    const { document: now } = useDocument.getState();
    const { runId, answer } = useLive.getState();
    void overlay.current?.show(now.runs.find(({ id }) => id === runId) ?? null, answer);
    const sites = now.runs.find(({ analysis }) => analysis === 'candidate-sites')?.layers['candidate-sites'];
    if (sites && map.current && sync.current) showRanks(map.current, sites.id, useRanking.getState().ranks);
  }
  useEffect(showAll, [document, hidden, opacity, order, colourBy]);
  useEffect(showTrials, [live, ranks]);
  useEffect(() => {
    if (map.current?.isStyleLoaded() || sync.current) highlight(map.current!, drawableLayers(document), selection);
  }, [document, selection]);

  return <div ref={container} className="map-canvas" data-testid="map" />;
}

function topFeature(map: MapView, event: MapMouseEvent) {
  const layers = map.getStyle().layers.filter((spec) => spec.id.startsWith('layer/') && !/^layer\/(land-parcel|boundary|walking-network)\//.test(spec.id)).map((spec) => spec.id);
  return map.queryRenderedFeatures(event.point, { layers })[0];
}

function selectAt(map: MapView, event: MapMouseEvent): void {
  const feature = topFeature(map, event);
  const id = feature?.properties._id as string | undefined;
  select(feature && id ? { layerId: feature.source.slice('layer/'.length), featureId: id } : null);
  if (feature?.source.endsWith('/candidate-sites')) showPanel('sites');
}
