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
  const frame = rectangle(...terrain.frame), inCity = rectangle(0, 0, terrain.width, terrain.height);
  const clip = (geometry: Geometry) => kernel.intersection(geometry, frame)!;
  const sea = clip(polygonOf(terrain.sea)), river = clip(kernel.difference(polygonOf(terrain.river), sea)!);
  const water = kernel.union([sea, river])!;
  const woods = clip(kernel.difference(polygonOf(terrain.mountains), water)!);
  const hills = terrain.hills.map((hill) => ({ name: hill.name, landUse: 'E2', geometry: kernel.difference(polygonOf(hill.ring), water)! }));
  const streets = kernel.union(terrain.ground.map(({ shell, holes }) => kernel.buffer({ type: 'Polygon', coordinates: [shell, ...holes].map((ring) => [...ring, ring[0]].map(([x, y]) => [x, y])) }, 18)!))!;
  const rest = kernel.difference(frame, kernel.union([water, woods, streets, ...hills.map((hill) => hill.geometry)])!)!;
  const shore = parts(kernel.intersection(rest, inCity)!).filter((part) => planeArea(part) > 1_500), country = parts(kernel.difference(rest, inCity)!).filter((part) => planeArea(part) > 20_000);
  return [
    { name: '紫荆湾（虚构海域）', landUse: 'E1', geometry: sea }, { name: '紫荆河', landUse: 'E1', geometry: river }, { name: '北屏山', landUse: 'E2', geometry: woods }, ...hills,
    ...shore.map((geometry) => ({ name: '滨水绿带', landUse: 'G1', geometry })), ...country.map((geometry) => ({ name: '市域外农林用地（示意）', landUse: 'E2', geometry })),
  ];
}

/** City limit: the land of the city and a strip of the bay. */
export function makeBoundary({ terrain }: City): Draft[] {
  const inCity = rectangle(0, 0, terrain.width, terrain.height);
  const land = kernel.difference(inCity, polygonOf(terrain.sea))!;
  const limit = kernel.intersection(kernel.buffer(land, 500 * Math.sqrt(terrain.scale), { quadrantSegments: 6 })!, inCity)!;
  return [{ id: 'BJ-001', name: '紫荆市（虚构示范）规划范围', geometry: limit, properties: { sourceDate: '2025-12-31', confidence: 'design', remarks: '示范：虚构城市，不对应任何真实地点' } }];
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
