import { Map as MapView, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import { DRAWING_LAYERS } from './pen/drawing-layers.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl(new URL('./map.worker.ts', import.meta.url).href);

/** Plain ground and two empty layers that mark heights in the drawing order: what comes below and above labels. */
export function createMap(container: HTMLElement, { controls = true } = {}): MapView {
  const map = new MapView({
    container,
    style: {
      version: 8,
      sources: { highlight: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }, drawing: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
      layers: [
        { id: 'background', type: 'background', paint: { 'background-color': '#eef0ec' } },
        { id: 'above/ground', type: 'background', layout: { visibility: 'none' } },
        { id: 'highlight/fill', type: 'fill', source: 'highlight', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#00b8d4', 'fill-opacity': 0.18 } },
        { id: 'highlight/line', type: 'line', source: 'highlight', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' }, paint: { 'line-color': '#00a3bd', 'line-width': 3.2 } },
        { id: 'highlight/point', type: 'circle', source: 'highlight', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-color': 'rgba(0,184,212,0.2)', 'circle-stroke-color': '#00a3bd', 'circle-stroke-width': 3 } },
        { id: 'above/labels', type: 'background', layout: { visibility: 'none' } },
        // What is drawn by hand is over everything, names too.
        ...DRAWING_LAYERS,
      ],
    },
    center: [113.57, 22.27], zoom: 12, maxZoom: 20, maxPitch: 0,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, attributionControl: false,
    // The PNG export reads the drawing buffer.
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
    fadeDuration: 0,
  });
  if (!controls) return map;
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
  return map;
}
