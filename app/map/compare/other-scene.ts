import type { Map as MapView } from 'maplibre-gl';
import { baselineId, runOfResult, type Layer } from '../../../geo/index.ts';
import { drawableLayers, useDocument } from '../../state/document.ts';
import { currentLooked, currentShown, drawableIn } from '../../state/scenarios.ts';
import { useMeeting } from '../../state/meeting.ts';
import { currentView, useView } from '../../state/view.ts';
import { picturedBasemaps } from '../../state/basemaps.ts';
import { BasemapSync } from '../basemap-sync.ts';
import { isHidden } from '../layer-order.ts';
import { DRAWN, LAYERED, LayerSync, type Shown } from '../layer-sync.ts';
import { showAgendaDrawing } from '../pen/drawing-layers.ts';

/** Keeps a second map to the scenario that the first is compared with, looked at as the first one is. `onShown`: the map has been given its layers. Returns the end of it. */
export function startOtherScene(map: MapView, onShown: () => void): () => void {
  const layers = new LayerSync(map), basemaps = new BasemapSync(map);
  let ended = false;
  const show = async () => {
    const { compare } = currentLooked();
    if (!compare || ended) return;
    const shown = likeFirst(drawableIn(useDocument.getState().document, compare.with), drawableLayers(currentShown()), currentView());
    await layers.show(shown);
    onShown();
  };
  const showBasemaps = () => basemaps.show(picturedBasemaps(useDocument.getState().document), currentView());
  showBasemaps();
  void show();
  showAgendaDrawing(map);
  const stops = [
    useDocument.subscribe(({ document }, before) => {
      if (document.basemaps !== before.document.basemaps) showBasemaps();
      if (LAYERED.some((key) => document[key] !== before.document[key])) void show();
      showAgendaDrawing(map);
    }),
    useMeeting.subscribe(() => showAgendaDrawing(map)),
    useView.subscribe((now, before) => { if (now.hidden !== before.hidden || now.opacity !== before.opacity) showBasemaps(); }),
    useView.subscribe((now, before) => { if (DRAWN.some((key) => now[key] !== before[key])) void show(); }),
  ];
  return () => {
    ended = true;
    layers.end();
    basemaps.end();
    for (const stop of stops) stop();
  };
}

const isResult = ({ id }: Layer): boolean => runOfResult(id) !== null;
/** The other scenario's layers, each shown, coloured and ordered as its counterpart. A result that the first has none of is nothing to compare with. */
function likeFirst(layers: readonly Layer[], first: readonly Layer[], view: Omit<Shown, 'layers'>): Shown {
  const counterparts = new Map(first.map((layer) => [baselineId(layer.id), layer]));
  const ids = new Map(layers.map(({ id }) => [baselineId(id), id]));
  const taken = <T>(from: Readonly<Record<string, T>>) => Object.fromEntries(layers.flatMap(({ id }): [string, T][] => { const other = counterparts.get(baselineId(id))?.id ?? id; return other in from ? [[id, from[other]]] : []; }));
  return {
    layers, opacity: taken(view.opacity), colourBy: taken(view.colourBy), order: view.order.flatMap((id) => ids.get(baselineId(id)) ?? []),
    hidden: Object.fromEntries(layers.map((layer) => { const other = counterparts.get(baselineId(layer.id)); return [layer.id, other ? isHidden(other, view.hidden) : isResult(layer) || isHidden(layer, view.hidden)]; })),
  };
}
