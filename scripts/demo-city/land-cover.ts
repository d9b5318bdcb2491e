import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { City } from './city.ts';
import { polygon, type Draft } from './feature.ts';
import { areaOf, type XY } from './plane.ts';
import { kernel, polygonOf } from './terrain.ts';

type Polygonal = Polygon | MultiPolygon;

/** Parcels of the city, and the water, woods, shore greens and fields around them. */
export function makeLandParcels(city: City): Draft[] {
  const parcels = city.parcels.map((parcel): Draft => ({
    id: parcel.id, name: parcel.name, geometry: polygon(parcel.ring), properties: { landUse: parcel.landUse, area: Math.round(parcel.area), sourceDate: '2025-12-31', confidence: 'design' },
  }));
  return [...parcels, ...landCover(city).map(({ name, landUse, geometry }, i): Draft => ({
    id: `DK-Z${String(i + 1).padStart(3, '0')}`, name, geometry, properties: { landUse, area: Math.round(planeArea(geometry)), sourceDate: '2025-12-31', confidence: 'estimated', remarks: '示范：虚构地形' },
  }))];
}

function landCover({ terrain }: City): { name: string; landUse: string; geometry: Polygonal }[] {
  const frame = rectangle(...terrain.frame), inCity = polygonOf(terrain.limit), island = polygonOf(terrain.island);
  const clip = (geometry: Geometry) => kernel.intersection(geometry, frame)!;
  const openSea = clip(polygonOf(terrain.sea)), sea = kernel.difference(openSea, island)!, river = clip(kernel.difference(polygonOf(terrain.river), openSea)!);
  const water = kernel.union([openSea, river])!;
  const woods = clip(kernel.difference(polygonOf(terrain.mountains), water)!);
  const hills = terrain.hills.map((hill) => ({ name: hill.name, landUse: 'E2', geometry: kernel.difference(polygonOf(hill.ring), water)! }));
  const streets = kernel.union(terrain.ground.map(({ shell, holes }) => kernel.buffer({ type: 'Polygon', coordinates: [shell, ...holes].map((ring) => [...ring, ring[0]].map(([x, y]) => [x, y])) }, 18)!))!;
  const rest = kernel.difference(frame, kernel.union([water, woods, streets, ...hills.map((hill) => hill.geometry)])!)!;
  const port = rectangle(5200 * terrain.scale, 0, 8360 * terrain.scale, 2150 * terrain.scale);
  const shore = kernel.intersection(rest, inCity)!, country = sound(kernel.difference(rest, inCity)!, 20_000);
  return [
    { name: '紫荆湾（虚构海域）', landUse: 'E1', geometry: sea }, { name: '紫荆河', landUse: 'E1', geometry: river }, { name: '北屏山', landUse: 'E2', geometry: woods }, ...hills, { name: '灯塔岛', landUse: 'E2', geometry: island },
    ...sound(kernel.difference(shore, port)!, 1_500).map((geometry) => ({ name: '滨水绿带', landUse: 'G1', geometry })), ...sound(kernel.intersection(shore, port)!, 1_500).map((geometry) => ({ name: '东港码头岸线', landUse: 'W1', geometry })),
    ...country.map((geometry) => ({ name: '市域外农林用地（示意）', landUse: 'E2', geometry })),
  ];
}
/** The parts that are more than threads along an edge. */
function sound(geometry: Polygonal, least: number): Polygon[] {
  const open = kernel.opening(geometry, 5);
  return open ? parts(open).filter((part) => planeArea(part) > least) : [];
}

/** Cells put together. Their common sides differ by rounding, so they are welded over 0.3 m and cut back. */
export function welded(rings: readonly (readonly XY[])[]): Polygonal {
  return kernel.buffer(kernel.buffer(kernel.union(rings.map((ring) => polygonOf(ring)))!, 0.3, { mitre: true })!, -0.3, { mitre: true })!;
}

/** City limit: the land of the city and a strip of the bay. */
export function makeBoundary({ terrain }: City): Draft[] {
  const inCity = polygonOf(terrain.limit);
  const land = kernel.intersection(kernel.difference(inCity, polygonOf(terrain.sea))!, rectangle(0, 0, terrain.width, terrain.height))!;
  const limit = kernel.intersection(kernel.buffer(land, 500 * Math.sqrt(terrain.scale), { quadrantSegments: 6 })!, rectangle(0, 0, terrain.width, terrain.height))!;
  return [{ id: 'BJ-001', name: '紫荆市（虚构示范）规划范围', geometry: limit, properties: { sourceDate: '2025-12-31', confidence: 'design', remarks: '示范：虚构城市，不对应任何真实地点' } }];
}

/** The city between its limits, as far as it is mapped. */
export function cityGround({ terrain }: City): Geometry {
  return kernel.intersection(polygonOf(terrain.limit), rectangle(0, 0, terrain.width, terrain.height))!;
}
function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return polygonOf([[west, south], [east, south], [east, north], [west, north]]);
}
export function parts(geometry: Polygonal): Polygon[] {
  return geometry.type === 'Polygon' ? [geometry] : geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}
export function planeArea(geometry: Polygonal): number {
  return parts(geometry).reduce((sum, part) => sum + part.coordinates.reduce((area, ring, i) => area + (i === 0 ? 1 : -1) * areaOf(ring.slice(0, -1).map(([x, y]): XY => [x, y])), 0), 0);
}
