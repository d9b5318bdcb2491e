import type { Geometry, Position } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { projectGeometry, type Kernel, type Polygonal } from '../geometry/index.ts';
import { eachPosition, type PlanFeature } from '../model/index.ts';
import { LARGEST } from '../service/index.ts';

/**
 * A feature's geometry in the plane, fit for the kernel: finite, lines of two places or more, polygons that are valid.
 * Null where nothing of that kind is left; bad geometry is an issue on import, never an error here.
 */
export function planarOf(feature: PlanFeature, plane: Plane, kernel: Kernel): Geometry | null {
  let finite = feature.geometry !== null;
  eachPosition(feature.geometry, ([x, y]) => { finite &&= Number.isFinite(x) && Number.isFinite(y); });
  return finite ? sound(projectGeometry(plane, feature.geometry), kernel) : null;
}

function sound(geometry: Geometry, kernel: Kernel): Geometry | null {
  switch (geometry.type) {
    case 'Point': return geometry.coordinates.length >= 2 ? geometry : null;
    case 'MultiPoint': return geometry.coordinates.length > 0 ? geometry : null;
    case 'LineString': return soundLine(geometry.coordinates);
    case 'MultiLineString': return gathered(geometry.coordinates.map(soundLine));
    case 'GeometryCollection': return gathered(geometry.geometries.map((part) => sound(part, kernel)));
    default: return soundPolygon(geometry, kernel);
  }
}
function soundLine(line: Position[]): Geometry | null {
  const coordinates = line.filter(([x, y], i) => i === 0 || x !== line[i - 1][0] || y !== line[i - 1][1]);
  return coordinates.length >= 2 ? { type: 'LineString', coordinates } : null;
}
function soundPolygon(geometry: Polygonal, kernel: Kernel): Polygonal | null {
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => rings.filter((ring) => ring.length >= 4)).filter((rings) => rings.length > 0);
  if (polygons.length === 0) return null;
  const closed = polygons.map((rings) => rings.map((ring) => (same(ring[0], ring[ring.length - 1]) ? ring : [...ring, ring[0]])));
  const whole: Polygonal = closed.length === 1 ? { type: 'Polygon', coordinates: closed[0] } : { type: 'MultiPolygon', coordinates: closed };
  return kernel.validity(whole).valid ? whole : kernel.makeValid(whole);
}
function gathered(parts: (Geometry | null)[]): Geometry | null {
  const geometries = parts.filter((part) => part !== null);
  return geometries.length === 0 ? null : geometries.length === 1 ? geometries[0] : { type: 'GeometryCollection', geometries };
}
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

export function isPolygonal(geometry: Geometry | null): geometry is Polygonal {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}
export function polygonsIn(geometry: Polygonal | null): Polygonal[] {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? [geometry] : geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}
/** The lines of a geometry, the rings of polygons left out. */
export function linesIn(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString': return [geometry.coordinates];
    case 'MultiLineString': return geometry.coordinates;
    case 'GeometryCollection': return geometry.geometries.flatMap(linesIn);
    default: return [];
  }
}
export const nameOf = (feature: PlanFeature): string => String(feature.properties['name'] ?? feature.id);
/** A number attribute; null where it is unknown, or beyond all sense. */
export function numberIn(feature: PlanFeature, field: string): number | null {
  const value = feature.properties[field];
  return typeof value === 'number' && Math.abs(value) <= LARGEST ? value : null;
}
export function textIn(feature: PlanFeature, field: string): string | null {
  const value = feature.properties[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
