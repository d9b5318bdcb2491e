import { useEffect, useRef } from 'react';
import type { Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { drawableLayers, useDocument } from '../state/document.ts';
import { select, useView } from '../state/view.ts';
import { loadGlyphs } from './glyphs.ts';
import { createMap } from './create-map.ts';
import { highlight } from './highlight.ts';
import { LayerSync } from './layer-sync.ts';
import { attachMap } from './map-access.ts';

/** The one owner of the map. Everything else asks for camera moves and pictures through map-access. */
export function MapCanvas() {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapView | null>(null);
  const sync = useRef<LayerSync | null>(null);
  const document = useDocument((state) => state.document);
  const { hidden, opacity, order, colourBy, selection } = useView();

  useEffect(() => {
    const view = createMap(container.current!);
    map.current = view;
    const detach = attachMap(view);
    view.once('load', () => {
      sync.current = new LayerSync(view);
      showAll();
    });
    view.on('click', (event) => selectAt(view, event));
    view.on('mousemove', (event) => { view.getCanvas().style.cursor = topFeature(view, event) ? 'pointer' : ''; });
    return () => { detach(); view.remove(); sync.current = null; };
  }, []);

  function showAll() {
    const state = useView.getState();
    const layers = drawableLayers(useDocument.getState().document);
    void loadGlyphs(layers).then(() => sync.current?.show({ layers, ...state }));
  }
  useEffect(showAll, [document, hidden, opacity, order, colourBy]);
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
}
