import type { Map as MapView } from 'maplibre-gl';
import { BasemapPlace, type Basemap, type Camera as AgendaCamera, type Issue, type Layer } from '../../geo/index.ts';
import { agendaCameraOf, fly } from './agenda-camera.ts';
import { bringIntoView, fitTo, zoomTo, zoomToExtent } from './highlight.ts';

let map: MapView | null = null;
const waiting: ((map: MapView) => void)[] = [];

/** Called by the map's owner. Returns the detaching. */
export function attachMap(view: MapView): () => void {
  map = view;
  for (const ask of waiting.splice(0)) ask(view);
  return () => { map = null; };
}

/** Commands and panels move the camera through here; a request before the map is there is kept. */
export function whenThere(ask: (map: MapView) => void): void {
  if (map) ask(map);
  else waiting.push(ask);
}
/** Another view that stands in the map's place, where there is one: it goes where panels ask to zoom, and the map too. */
let taker: ((features: Layer['features']) => void) | null = null;
export function takeZooms(take: (features: Layer['features']) => void): () => void {
  taker = take;
  return () => { taker = null; };
}
export function zoomToLayer(layer: Layer): void {
  zoomToFeatures(layer.features);
}
export function zoomToBasemap(basemap: Basemap): void {
  whenThere((view) => zoomToExtent(view, new BasemapPlace(basemap).extent()));
}
export function zoomToFeatures(features: Layer['features']): void {
  // A map that nobody sees goes there at once: a flight would draw it anew with each frame.
  const duration = taker ? 0 : undefined;
  taker?.(features);
  whenThere((view) => zoomTo(view, features, duration));
}
export function zoomToIssue({ place }: Issue): void {
  if (!place) return;
  const extent: [number, number, number, number] = place.length === 4 ? place : [...place, ...place];
  whenThere((view) => zoomToExtent(view, extent));
}
/** A project opens on the whole of a layer, at once. */
export function openOn(layer: Layer): void {
  whenThere((view) => fitTo(view, layer.features));
}
/** Moves the map no further than it takes to see the features. */
export function showFeatures(features: Layer['features']): void {
  whenThere((view) => bringIntoView(view, features));
}
/** Where one looks: kept with a project, so that it opens where it was. */
export interface Camera {
  center: [number, number];
  zoom: number;
}
export function moveCamera({ center, zoom }: Camera): void {
  whenThere((view) => view.jumpTo({ center, zoom }));
}
export function camera(): Camera | null {
  return map && { center: map.getCenter().toArray(), zoom: map.getZoom() };
}
/** The camera for the agenda of a meeting, with the size of the map that it was taken on; null before the map is there. */
export const agendaCamera = (): AgendaCamera | null => map && agendaCameraOf(map);
export function flyToCamera(to: AgendaCamera, instant = false): void {
  whenThere((view) => fly(view, to, instant));
}
/** Tells of every rest of the camera. */
export function followCamera(moved: () => void): void {
  whenThere((view) => view.on('moveend', moved));
}
/** For the map's other rooms (picture, overlays). */
export function currentMap(): MapView | null {
  return map;
}
