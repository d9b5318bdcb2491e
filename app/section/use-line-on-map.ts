import type { GeoJSONSource, Map as MapView, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { closeSection, endSectionLine } from '../commands/section.ts';
import { whenThere } from '../map/map-access.ts';
import { currentSection, setSection, useSection } from '../state/section.ts';
import { metresTo, placeAt } from './places.ts';

const SOURCE = 'section-line';
/** So near to the line the pointer on the map is followed in the section, px. */
const NEAR = 12;

/** The line of the section on the map, where the pointer is on it, and what is being drawn. */
export function useLineOnMap(): void {
  useEffect(() => {
    let stop = () => {}, gone = false;
    whenThere((map) => { if (!gone) stop = start(map); });
    return () => { gone = true; stop(); };
  }, []);
}

function start(map: MapView): () => void {
  addLayers(map);
  const show = () => { void map.getSource<GeoJSONSource>(SOURCE)?.setData(shown()); map.getCanvas().style.cursor = currentSection().drawing ? 'crosshair' : ''; };
  const click = (event: MapMouseEvent) => {
    const { drawing } = currentSection();
    if (drawing) setSection({ drawing: [...drawing, [event.lngLat.lng, event.lngLat.lat]] });
  };
  const twice = (event: MapMouseEvent) => {
    const { drawing } = currentSection();
    if (!drawing) return;
    event.preventDefault();
    // The second click of the two stood on the first.
    setSection({ drawing: drawing.slice(0, -1) });
    endSectionLine();
  };
  const move = (event: MapMouseEvent) => follow(map, event);
  const press = (event: KeyboardEvent) => {
    if (!currentSection().drawing) return;
    if (event.key === 'Enter') endSectionLine();
    if (event.key === 'Escape') closeSection();
    if (event.key === 'Enter' || event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); }
  };
  show();
  const end = useSection.subscribe(show);
  map.on('click', click);
  map.on('dblclick', twice);
  map.on('mousemove', move);
  window.addEventListener('keydown', press, true);
  return () => {
    end();
    map.off('click', click);
    map.off('dblclick', twice);
    map.off('mousemove', move);
    window.removeEventListener('keydown', press, true);
    for (const id of LAYERS) if (map.getLayer(id)) map.removeLayer(id);
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
    map.getCanvas().style.cursor = '';
  };
}

function follow(map: MapView, event: MapMouseEvent): void {
  const { model, drawing, pointer } = currentSection();
  if (!model || drawing) return;
  const { at, away } = metresTo(model, map, event.point);
  const next = away <= NEAR ? at : null;
  if (next !== pointer) setSection({ pointer: next });
}

const LAYERS = ['section/edge', 'section/line', 'section/place'];
function addLayers(map: MapView): void {
  if (map.getSource(SOURCE)) return;
  map.addSource(SOURCE, { type: 'geojson', data: shown() });
  map.addLayer({ id: 'section/edge', type: 'line', source: SOURCE, filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': '#ffffff', 'line-width': 6 } });
  map.addLayer({ id: 'section/line', type: 'line', source: SOURCE, filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-join': 'round' }, paint: { 'line-color': '#b3126b', 'line-width': 2.6 } });
  map.addLayer({ id: 'section/place', type: 'circle', source: SOURCE, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': ['match', ['get', 'role'], 'pointer', 7, 4], 'circle-color': ['match', ['get', 'role'], 'pointer', '#00a3bd', '#b3126b'], 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } });
}

function shown(): GeoJSON.FeatureCollection {
  const { drawing, laid, model, pointer } = currentSection(), line = drawing ?? laid?.line ?? [];
  const point = (place: readonly number[], role: string): GeoJSON.Feature => ({ type: 'Feature', properties: { role }, geometry: { type: 'Point', coordinates: [...place] } });
  return { type: 'FeatureCollection', features: [
    ...(line.length >= 2 ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: line.map((place) => [...place]) } }] : []),
    ...(drawing ? drawing.map((place) => point(place, 'corner')) : line.length >= 2 ? [point(line[0], 'end'), point(line[line.length - 1], 'end')] : []),
    ...(model && pointer !== null && !drawing ? [point(placeAt(model, pointer), 'pointer')] : []),
  ] };
}
