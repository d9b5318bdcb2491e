// MapLibre's own worker: cuts tiles and lays out labels.
import 'maplibre-gl/dist/maplibre-gl-worker.mjs';
