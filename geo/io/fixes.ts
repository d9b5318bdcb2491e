import { unkinkPolygon } from '@turf/turf';
import type { Geometry, Polygon, Position } from 'geojson';
import { crsByCode, readCrsText, reprojectGeometry } from '../crs/index.ts';
import { mapPositions } from '../model/index.ts';
import { polygonRings, selfCrossing, turnsBack, wrongWay } from './geometry-checks.ts';

/** A mending that cannot lose what the surveyor meant. Pure: a new geometry, or null where it does not apply. */
export type GeometryFix = (geometry: Geometry, params?: FixParams) => Geometry | null;
/** What the issue says of itself: the CRS that was found, the tolerance. */
export type FixParams = Readonly<Record<string, string | number>>;

type RingChange = (ring: Position[], index: number) => Position[];
const mapRings = (geometry: Geometry, change: RingChange): Geometry | null => (polygonRings(geometry).length === 0 ? null : changedRings(geometry, change));
function changedRings(geometry: Geometry, change: RingChange): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(change) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(change)) };
  return geometry.type === 'GeometryCollection' ? { ...geometry, geometries: geometry.geometries.map((part) => changedRings(part, change)) } : geometry;
}
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

export const GEOMETRY_FIXES: Readonly<Record<string, GeometryFix>> = {
  close: (geometry) => mapRings(geometry, (ring) => (ring.length > 2 && !same(ring[0], ring[ring.length - 1]) ? [...ring, ring[0]] : ring)),
  'drop-duplicates': (geometry) => mapRings(geometry, (ring) => ring.filter((position, i) => i === 0 || !same(position, ring[i - 1]))),
  'drop-spikes': (geometry) => mapRings(geometry, withoutSpikes),
  rewind: (geometry) => mapRings(geometry, (ring, i) => (wrongWay(ring, i === 0) ? [...ring].reverse() : ring)),
  unkink: (geometry) => (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? unkinked(polygonRings(geometry)) : null),
  reproject: (geometry, params) => reprojected(geometry, String(params?.['crs'] ?? '')),
  'swap-axes': (geometry) => mapPositions(geometry, ([x, y, ...rest]) => [y, x, ...rest]),
};

function reprojected(geometry: Geometry, text: string): Geometry | null {
  if (text === '') return null;
  const { code, swapped } = readCrsText(text);
  return reprojectGeometry(geometry, crsByCode(code), swapped);
}

/** A spike of several edges goes edge by edge, from its tip to its root. */
function withoutSpikes(ring: Position[]): Position[] {
  // Beside a ring with a spike may lie one that is none at all.
  if (ring.length < 4) return ring;
  const open = ring.slice(0, -1);
  for (let i = 0; i < open.length && open.length > 2;) {
    const before = open[(i + open.length - 1) % open.length], after = open[(i + 1) % open.length];
    if (!turnsBack(before, open[i], after) && !same(open[i], after)) { i++; continue; }
    open.splice(i, 1);
    i = Math.max(0, i - 2);
  }
  return [...open, open[0]];
}

/** The loops of polygons that cross themselves as polygons of their own. With holes it is not clear which loop is ground. */
function unkinked(polygons: Position[][][]): Geometry | null {
  const parts: Position[][][] = [];
  for (const rings of polygons) {
    if (!rings.some(selfCrossing)) { parts.push(rings); continue; }
    const loops = rings.length === 1 ? loopsOf({ type: 'Polygon', coordinates: rings }) : null;
    // Where edges lie on each other it finds loops that still do.
    if (!loops || loops.some((loop) => loop.some(selfCrossing))) return null;
    parts.push(...loops);
  }
  return GEOMETRY_FIXES['rewind'](parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts });
}
function loopsOf(polygon: Polygon): Position[][][] | null {
  try {
    return unkinkPolygon(polygon).features.map((feature) => feature.geometry.coordinates);
  } catch {
    // Turf gives up on rings that also touch themselves.
    return null;
  }
}
