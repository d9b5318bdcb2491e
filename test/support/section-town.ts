import type { Geometry, LineString, Polygon, Position } from 'geojson';
import { planeFor, type Layer, type PlanFeature, type SchemaId } from '../../geo/index.ts';

/** A few works about a place; coordinates in metres from it. */
export const LON = 113.55, LAT = 22.25, plane = planeFor(LON, LAT);
const [X, Y] = plane.forward(LON, LAT);
export const degrees = (line: Position[]): [number, number][] => line.map(([x, y]) => plane.inverse(X + x, Y + y));
export function layer(schema: SchemaId, features: readonly { id: string; geometry: Geometry; properties?: PlanFeature['properties'] }[]): Layer {
  const moved = (geometry: Geometry): Geometry => JSON.parse(JSON.stringify(geometry), (_, value) => (Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' ? plane.inverse(X + value[0], Y + Number(value[1])) : value)) as Geometry;
  return { id: schema, schema, name: schema, features: features.map(({ id, geometry, properties = {} }) => ({ type: 'Feature', id, geometry: moved(geometry), properties: { name: id, ...properties } })) };
}
export const box = (x: number, y: number, w: number, h: number): Polygon => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]] });
export const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });
export const TOWN: Layer[] = [
  layer('constraint', [
    { id: 'pipe DN800', geometry: line([40, -50], [40, 50]), properties: { kind: 'pipe', topDepth: 1.1, bottomDepth: 2 } },
    { id: 'slanting', geometry: line([60, -20], [100, 20]), properties: { kind: 'gas-main', topDepth: 1, bottomDepth: null, clearance: 4 } },
    { id: 'along', geometry: line([0, 6], [150, 6]), properties: { kind: 'pipe' } },
    { id: 'tree', geometry: { type: 'Point', coordinates: [120, -7] }, properties: { kind: 'protected-tree', topDepth: 0, bottomDepth: 3 } },
    { id: 'far tree', geometry: { type: 'Point', coordinates: [120, -90] }, properties: { kind: 'protected-tree' } },
  ]),
  layer('road-project', [{ id: 'road', geometry: line([100, -80], [100, 80]), properties: { redLineWidth: 30 } }, { id: 'lane', geometry: line([20, -80], [20, 80]), properties: { roadClass: 'branch' } }]),
  layer('underground-zone', [{ id: 'zone', geometry: box(-10, -100, 90, 200), properties: { stratum: 'shallow' } }]),
  layer('candidate-site', [{ id: 'site', geometry: box(90, -30, 20, 60), properties: { source: 'road-project', topDepth: 3, bottomDepth: 10.8, levels: 2 } }]),
  layer('parking-facility', [{ id: 'lot', geometry: box(0, -10, 30, 20), properties: { kind: 'lot' } }]),
];
