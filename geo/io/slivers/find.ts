import Flatbush from 'flatbush';
import rows from '../../../data/parameters/checks.json' with { type: 'json' };
import { geodesicDistance, planeForLayers } from '../../crs/index.ts';
import { issue, type Issue, type Layer, type PlanFeature, type SchemaId } from '../../model/index.ts';
import { grown, isIn, nearestOn, outlineOf, TOUCHING, type Near, type Outline, type Vertex } from './outline.ts';

/** Metres, from data/parameters: neighbours whose edges are drawn nearer than this were meant to share them. */
export const SLIVER_TOLERANCE = rows.find(({ key }) => key === 'sliverTolerance')!.default;

/** Layers whose features divide the ground among them, and the field within whose values they do. Walls of buildings may stand close. */
const DIVIDED: Partial<Record<SchemaId, string | null>> = { 'underground-zone': 'stratum', 'land-parcel': null, 'demand-unit': null, boundary: null };

/** What a feature divides the ground with: zones of another stratum lie above or below it. Null where that is unknown. */
export const groupOf = ({ schema }: Layer, { properties }: PlanFeature): unknown => { const field = DIVIDED[schema] ?? null; return field === null ? '' : properties[field] ?? null; };

/** Two neighbours that nearly share an edge, and where they are furthest apart of what is within the tolerance. */
export interface Sliver {
  a: Outline;
  b: Outline;
  /** Metres in the plane. */
  width: number;
  at: Vertex;
  /** The place on the other's boundary. */
  far: Near;
}

/** What was found of features before: their layer goes by more than one id. */
const known = new WeakMap<readonly PlanFeature[], readonly Sliver[]>();
/** A project is checked after every change; the neighbours of more features than this take longer than anyone waits. */
export const MOST_AT_ONCE = 20_000;

/**
 * Gaps and overlaps between neighbours that are narrower than the tolerance: one issue a layer. Looked for once for the same features;
 * `thorough` is for who has the time for large layers.
 */
export function sliverIssues(layer: Layer, thorough = false): Issue[] {
  const field = DIVIDED[layer.schema];
  if (field === undefined) return [];
  if (layer.features.length > MOST_AT_ONCE && !thorough) return [issue('rule.slivers-not-checked', 'info', { layer: layer.id, params: { n: layer.features.length, most: MOST_AT_ONCE } })];
  const found = known.get(layer.features) ?? sliversOf(layer, SLIVER_TOLERANCE);
  known.set(layer.features, found);
  return found.length === 0 ? [] : [issueOf(layer, found)];
}
function issueOf(layer: Layer, slivers: readonly Sliver[]): Issue {
  const widest = slivers.reduce((one, other) => (other.width > one.width ? other : one));
  const names = new Map(layer.features.map(({ id, properties }) => [id, String(properties['name'] ?? id)]));
  const { degrees: [lon, lat] } = widest.at;
  const width = geodesicDistance(lon, lat, ...planeForLayers([layer]).inverse(widest.far.x, widest.far.y));
  return issue('rule.slivers', 'info', {
    layer: layer.id, features: [...new Set(slivers.flatMap(({ a, b }) => [a.id, b.id]))].sort(), place: [lon, lat], fix: 'snap-slivers',
    params: { n: slivers.length, a: names.get(widest.a.id)!, b: names.get(widest.b.id)!, width: Number(width.toPrecision(2)), tolerance: SLIVER_TOLERANCE },
  });
}

/** Every pair of neighbours with a sliver between them. */
export function sliversOf(layer: Layer, tolerance: number, plane = planeForLayers([layer])): Sliver[] {
  const placed = layer.features.flatMap((feature) => {
    const group = groupOf(layer, feature), outline = group === null ? null : outlineOf(feature, plane);
    return outline ? [{ outline, group }] : [];
  });
  if (placed.length < 2) return [];
  const index = new Flatbush(placed.length);
  for (const { outline: { extent } } of placed) index.add(...extent);
  index.finish();
  return placed.flatMap(({ outline: a, group }, i) => index.search(...grown(a.extent, tolerance)).filter((j) => j > i && placed[j].group === group).sort((p, q) => p - q).flatMap((j): Sliver[] => {
    const b = placed[j].outline;
    const found = [widest(a, b, tolerance), widest(b, a, tolerance)].filter((one) => one !== null).sort((p, q) => q.width - p.width)[0];
    return found ? [{ a, b, ...found }] : [];
  }));
}

/** The vertex of one that is furthest from the boundary of the other and yet within the tolerance. */
function widest(one: Outline, other: Outline, tolerance: number): Pick<Sliver, 'width' | 'at' | 'far'> | null {
  const beside = grown(other.extent, tolerance);
  let found: Pick<Sliver, 'width' | 'at' | 'far'> | null = null;
  for (const vertex of one.vertices) {
    const near = isIn(beside, vertex) ? gapAt(vertex, one, other, tolerance) : null;
    if (near && near.distance > (found?.width ?? 0)) found = { width: near.distance, at: vertex, far: near };
  }
  return found;
}

/** Where a boundary is near a vertex without touching it. Null too where the vertex' own boundary touches it there: then it only turns away. */
export function gapAt(vertex: Vertex, own: Pick<Outline, 'polygons'>, other: Pick<Outline, 'polygons'>, tolerance: number) {
  const near = nearestOn(other, vertex, tolerance);
  return near && near.distance > TOUCHING && !nearestOn(own, near, TOUCHING) ? near : null;
}
