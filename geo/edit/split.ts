import type { Geometry, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { planeArea, planeLength } from '../crs/index.ts';
import { partsOf, type Kernel } from '../geometry/index.ts';
import { issue, UserError, type FeatureId, type Issue, type Layer, type PlanFeature, type Properties } from '../model/index.ts';
import { cutLine } from './cut-line.ts';
import { Degrees } from './degrees.ts';
import { freeIds, named, planeOf, replaced } from './features.ts';
import { shareProperties } from './shares.ts';
import { soundGeometry } from './sound.ts';
import type { Edited, Ground } from './types.ts';

/** Square metres below which a piece is none. */
const SLIVER = 1e-4;

/**
 * Features cut along a line. The largest piece keeps the id, the others are `id-2`, `id-3` …; attributes are copied, but what
 * belongs to the whole (households, stalls, areas) is shared out by area or length, so that nothing is counted twice.
 * Parts of a multi-geometry that the line does not cut stay with the largest piece.
 * @throws UserError `edit.split.…` when the line cuts none of them
 */
export function splitFeatures(layer: Layer, ids: readonly FeatureId[], line: LineString, ground: Ground): Edited {
  const features = named(layer, ids);
  if (features.some(({ geometry }) => /Point$/.test(geometry.type))) throw new UserError('edit.split.point');
  const plane = planeOf(ground, layer, features);
  const degrees = new Degrees(plane);
  const knife = degrees.toPlane(line);
  const made = new Map<FeatureId, PlanFeature[]>(), issues: Issue[] = [], taken = [...ground.taken ?? []];
  for (const feature of features) {
    const pieces = piecesOf(degrees.toPlane(feature.geometry), knife, ground.kernel, degrees);
    if (pieces.length < 2) continue;
    const others = freeIds(layer, feature.id, pieces.length - 1, taken);
    taken.push(...others);
    const { pieces: attributes, shared } = shareProperties(layer.schema, feature.properties, pieces.map(sizeOf));
    const entrances = shareEntrances(feature.properties['entrances'], pieces.map((piece) => degrees.back(piece)), ground.kernel);
    const parts = pieces.map((piece, i): PlanFeature => {
      const id = i === 0 ? feature.id : others[i - 1];
      const properties: Properties = { ...attributes[i], id, ...(entrances ? { entrances: entrances[i].length > 0 ? entrances[i] : null } : {}) };
      return { ...feature, id, geometry: soundGeometry(degrees.back(piece), layer.schema, ground.kernel, plane), properties };
    });
    made.set(feature.id, parts);
    if (shared.length > 0) issues.push(issue('edit.shared-out', 'info', { layer: layer.id, features: parts.map(({ id }) => id), params: { name: String(feature.properties['name'] ?? feature.id), n: parts.length, fields: shared.join('、') } }));
  }
  if (made.size === 0) throw new UserError('edit.split.misses', { n: features.length });
  return { layer: replaced(layer, made), issues, touched: [...made.values()].flat().map(({ id }) => id) };
}

const sizeOf = (geometry: Geometry): number => (/Polygon$/.test(geometry.type) ? planeArea(geometry) : planeLength(geometry));

/** The largest first, then from west to east: the same whatever the kernel's order. */
function piecesOf(geometry: Geometry, knife: LineString, kernel: Kernel, degrees: Degrees): Geometry[] {
  const isGround = /Polygon$/.test(geometry.type);
  const parts = /^Multi/.test(geometry.type) ? partsOf(geometry) : [geometry];
  const whole: Geometry[] = [], cut: Geometry[] = [];
  for (const part of parts) {
    const pieces = isGround ? groundPieces(part as Polygon, knife, kernel, degrees) : cutLine((part as LineString).coordinates, knife.coordinates).map((coordinates): LineString => ({ type: 'LineString', coordinates }));
    if (pieces.length > 1) cut.push(...pieces);
    else whole.push(part);
  }
  if (cut.length === 0) return [];
  const sorted = isGround ? cut.sort((a, b) => sizeOf(b) - sizeOf(a) || westOf(a) - westOf(b)) : cut;
  const first = isGround ? 0 : sorted.reduce((best, piece, i) => (sizeOf(piece) > sizeOf(sorted[best]) ? i : best), 0);
  const ordered = [sorted[first], ...sorted.filter((_, i) => i !== first)];
  if (whole.length > 0) ordered[0] = together([ordered[0], ...whole]);
  return ordered;
}
/** Slivers between a vertex and a line that was meant to go through it are no ground. */
function groundPieces(part: Polygon, knife: LineString, kernel: Kernel, degrees: Degrees): Polygon[] {
  const tidied = kernel.split(part, knife).map((piece): Polygon => ({ type: 'Polygon', coordinates: piece.coordinates.map((ring) => degrees.tidy(ring)).filter((ring) => ring.length > 3) }));
  return tidied.filter((piece) => piece.coordinates.length > 0 && planeArea(piece) > SLIVER);
}
const westOf = (geometry: Geometry): number => (geometry as Polygon).coordinates[0].reduce((west, [x]) => Math.min(west, x), Infinity);
function together(parts: Geometry[]): MultiPolygon | MultiLineString {
  const coordinates = parts.map((part) => (part as Polygon | LineString).coordinates);
  return parts[0].type === 'Polygon' ? { type: 'MultiPolygon', coordinates: coordinates as Position[][][] } : { type: 'MultiLineString', coordinates: coordinates as Position[][] };
}

/** Each entrance goes to the piece it lies at; distances in degrees tell which is nearest. */
function shareEntrances(entrances: unknown, pieces: readonly Geometry[], kernel: Kernel): Position[][] | null {
  if (!Array.isArray(entrances)) return null;
  const shares: Position[][] = pieces.map(() => []);
  for (const entrance of entrances as Position[]) {
    const distances = pieces.map((piece) => kernel.distance({ type: 'Point', coordinates: entrance }, piece));
    shares[distances.indexOf(Math.min(...distances))].push(entrance);
  }
  return shares;
}
