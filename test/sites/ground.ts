import type { Geometry, Polygon, Position } from 'geojson';
import { planeByCode } from '../../geo/crs/index.ts';
import { unprojectGeometry } from '../../geo/geometry/index.ts';
import type { Inputs, Layer, Params, PlanFeature, Properties, SchemaId } from '../../geo/model/index.ts';
import { candidateSites, SITE_PARAMS } from '../../geo/sites/index.ts';

/** Test ground: metres from a corner near the central meridian of EPSG:4547, where a metre in the plane is a metre on the ground. */
export const plane = planeByCode('EPSG:4547');
const EAST = 499_000, NORTH = 2_463_000;
export const shift = ([x, y]: Position): Position => [x + EAST, y + NORTH];

export const rectangle = (x: number, y: number, w: number, h: number): Polygon => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]] });
export const lineOf = (...coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });
export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });

function moved(geometry: Geometry): Geometry {
  const nested = (c: unknown): unknown => (typeof (c as Position)[0] === 'number' ? shift(c as Position) : (c as unknown[]).map(nested));
  return { ...geometry, coordinates: nested((geometry as Polygon).coordinates) } as Geometry;
}
/** A feature from local metres. */
export function feature(id: string, geometry: Geometry, properties: Properties = {}): PlanFeature {
  return { type: 'Feature', id, geometry: unprojectGeometry(plane, moved(geometry)), properties: { id, name: id, ...properties } };
}
export const layer = (schema: SchemaId, ...features: PlanFeature[]): Layer => ({ id: schema, schema, name: schema, features });

export const defaults: Params = Object.fromEntries(SITE_PARAMS.map((row) => [row.key, row.default]));
const someone = layer('demand-unit', feature('home', point(-2000, -2000), { households: 1, population: 2 }));

export async function run(inputs: Inputs, params: Params = {}) {
  const result = await candidateSites.run({ 'demand-units': someone, ...inputs }, { ...defaults, crs: 'EPSG:4547', ...params }, () => {});
  return { ...result, sites: result.layers['candidate-sites'].features, failed: result.layers['failed-sites'].features };
}
export const numberAt = (site: PlanFeature, key: string): number => Number(site.properties[key]);
