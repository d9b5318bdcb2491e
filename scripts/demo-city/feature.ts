import type { Geometry } from 'geojson';
import type { Layer, PlanFeature, Properties, SchemaId } from '../../geo/model/index.ts';
import { planeFor } from '../../geo/crs/index.ts';
import type { Terrain } from './terrain.ts';
import { nearest, signedArea, type XY } from './plane.ts';

export const SOURCE = '虚构示范城市（程序生成）';
/** Middle of the invented city. The place is on open water and islands; the ground drawn there is made up. */
export const CENTRE: XY = [113.5767, 22.2707];

/** A feature in metres of the city's own plane, origin in the south-west corner. */
export interface Draft { id: string; name: string | null; geometry: Geometry; properties: Properties }
export interface Provenance { sourceDate: string | null; confidence: 'surveyed' | 'design' | 'reported' | 'estimated'; secrecy?: 'public' | 'internal'; remarks?: string | null }

export const polygon = (ring: readonly XY[], holes: readonly (readonly XY[])[] = []): Geometry => ({
  type: 'Polygon',
  coordinates: [wound(ring, true), ...holes.map((hole) => wound(hole, false))].map((part) => [...part, part[0]].map(([x, y]) => [x, y])),
});
export const line = (points: readonly XY[]): Geometry => ({ type: 'LineString', coordinates: points.map(([x, y]) => [x, y]) });
export const point = ([x, y]: XY): Geometry => ({ type: 'Point', coordinates: [x, y] });
const wound = (ring: readonly XY[], anticlockwise: boolean): readonly XY[] => (signedArea(ring) > 0 === anticlockwise ? ring : [...ring].reverse());

export type ToDegrees = (x: number, y: number) => [number, number];
/** City metres to longitude and latitude, rounded to 1e-7 degree (about a centimetre). */
export function toDegrees(terrain: Terrain): ToDegrees {
  const plane = planeFor(CENTRE[0], CENTRE[1]);
  const [east, north] = plane.forward(CENTRE[0], CENTRE[1]);
  return (x, y) => {
    const [lon, lat] = plane.inverse(east + x - terrain.width / 2, north + y - terrain.height / 2);
    return [round7(lon), round7(lat)];
  };
}
const round7 = (value: number): number => Math.round(value * 1e7) / 1e7;

export function asLayer(schema: SchemaId, name: string, drafts: readonly Draft[], degrees: ToDegrees): Layer {
  return { id: schema, schema, name, features: drafts.map((draft) => asFeature(draft, degrees)) };
}
function asFeature({ id, name, geometry, properties }: Draft, degrees: ToDegrees): PlanFeature {
  const entrances = properties['entrances'] as [number, number][] | undefined;
  return {
    type: 'Feature', id, geometry: placed(geometry, degrees),
    properties: { name, ...properties, ...(entrances ? { entrances: entrances.map(([x, y]) => degrees(x, y)) } : {}), source: SOURCE, ...provenance(properties) },
  };
}
/** Keeps `source` in front of the rest of the provenance. */
function provenance(properties: Properties): Properties {
  const out: Properties = {};
  for (const key of ['sourceDate', 'confidence', 'secrecy', 'remarks']) if (key in properties) out[key] = properties[key];
  return out;
}

/** In degrees, wound as RFC 7946 asks, without corners that fall together or fold back on their own edge by rounding. */
function placed(geometry: Geometry, degrees: ToDegrees): Geometry {
  const at = (position: number[]): number[] => degrees(position[0], position[1]);
  const row = (positions: number[][]): number[][] => positions.map(at).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  const rings = (all: number[][][]): number[][][] => all.map((ring, i) => {
    const open = unfolded(ring.slice(0, -1).map(([x, y]): XY => [x, y]));
    const turned = wound(open, i === 0);
    return row([...turned, turned[0]].map(([x, y]) => [x, y]));
  });
  if (geometry.type === 'Point') return { type: 'Point', coordinates: at(geometry.coordinates) };
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: row(geometry.coordinates) };
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: rings(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) };
  throw new Error(`no ${geometry.type} in the demo city`);
}
/** Leaves out corners within 2 cm of the line between their neighbours or of the corner before: rounding could turn them over. */
function unfolded(ring: XY[]): XY[] {
  const out: XY[] = [];
  ring.forEach((corner, i) => {
    const before = out[out.length - 1] ?? ring[ring.length - 1], after = ring[(i + 1) % ring.length];
    const thin = nearest([before, after], corner).distance < 0.02;
    if (!thin || ring.length - i + out.length <= 4) out.push(corner);
  });
  return out.length >= 3 ? out : ring;
}
