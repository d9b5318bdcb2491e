import type { Geometry } from 'geojson';
import type { Layer, Properties, SchemaId } from '../../geo/index.ts';

export const layerOf = (schema: SchemaId, name: string, rows: readonly [Geometry, Properties][]): Layer => ({
  id: name, schema, name, features: rows.map(([geometry, properties], i) => ({ type: 'Feature', id: String(properties['id'] ?? i + 1), geometry, properties })),
});
export const pointAt = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });
export const ring = (x: number, y: number, size: number, clockwise = false): number[][] => {
  const corners = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
  return clockwise ? corners.reverse() : corners;
};
/** Three kinds of geometry near 114° E: a square with a hole, two squares, a bent line, a point. */
export const SHAPES: Readonly<Record<'holed' | 'pair' | 'line' | 'point', Geometry>> = {
  holed: { type: 'Polygon', coordinates: [ring(114.1, 22.5, 0.01), ring(114.103, 22.503, 0.004, true)] },
  pair: { type: 'MultiPolygon', coordinates: [[ring(114.2, 22.5, 0.01)], [ring(114.22, 22.5, 0.01)]] },
  line: { type: 'LineString', coordinates: [[114.1, 22.5], [114.11, 22.51], [114.13, 22.5]] },
  point: { type: 'Point', coordinates: [114.15, 22.52] },
};
