import type { Geometry } from 'geojson';
import type { FairestAllocation } from '../allocation/index.ts';
import { ellipsoidalArea, type Plane } from '../crs/index.ts';
import { unprojectGeometry, type Kernel } from '../geometry/index.ts';
import type { PlanFeature, Properties } from '../model/index.ts';
import type { CatchmentPairs, PointSet } from '../network/index.ts';
import { known } from '../service/index.ts';
import { groundOf, link } from './link.ts';
import { Outliner } from './outline.ts';

export interface AreaParams {
  shortageThreshold: number;
  /** m */
  linkDistance: number;
  /** Stalls or persons; smaller clusters are left out. */
  minShortage: number;
}
export interface AreaSource {
  plane: Plane;
  kernel: Kernel;
  units: readonly PlanFeature[];
  /** The units in the plane, and where they are reached. */
  shapes: readonly Geometry[];
  reach: PointSet;
  demand: Float64Array;
  capacity: Float64Array;
  pairs: CatchmentPairs;
  allocation: FairestAllocation;
}

/**
 * Shortage areas (METHODS 4), the worst first: clusters of units that are short and served below the threshold, as ground
 * that a meeting can talk about. Ids come from the smallest unit id of the cluster, so they last when others change.
 */
export function shortageAreas(source: AreaSource, params: AreaParams): PlanFeature[] {
  const { allocation, units } = source;
  const short = [...units.keys()].filter((u) => allocation.shortage[u] > 0 && allocation.ratio[u] < params.shortageThreshold);
  const clusters = link(short.map((u) => groundOf(u, source.shapes[u])), params.linkDistance).map((members) => members.map((k) => short[k]))
    .map((members) => ({ members, shortage: sum(members, allocation.shortage) }))
    .filter(({ shortage }) => shortage > 0 && shortage >= params.minShortage);
  const outliner = clusters.length > 0 ? new Outliner(source.kernel, source.shapes, source.reach, params.linkDistance) : null;
  return clusters.map(({ members, shortage }) => area(source, outliner!, members, shortage))
    .filter((feature) => feature !== null)
    .sort((a, b) => Number(b.properties['shortage']) - Number(a.properties['shortage']) || (a.id < b.id ? -1 : 1));
}

function area(source: AreaSource, outliner: Outliner, members: readonly number[], shortage: number): PlanFeature | null {
  const outline = outliner.outline(members);
  if (!outline) return null;
  const geometry = unprojectGeometry(source.plane, outline);
  const id = members.map((u) => source.units[u].id).reduce((a, b) => (b < a ? b : a));
  return { type: 'Feature', id: `area-${id}`, geometry, properties: { id: `area-${id}`, ...facts(source, members, shortage), area: ellipsoidalArea(geometry) } };
}

function facts({ units, demand, capacity, pairs, allocation }: AreaSource, members: readonly number[], shortage: number): Properties {
  const wanted = sum(members, demand);
  const worst = members.reduce((a, b) => (allocation.ratio[b] < allocation.ratio[a] ? b : a));
  const dominant = members.reduce((a, b) => (allocation.shortage[b] > allocation.shortage[a] ? b : a));
  const certificate = allocation.blocks[allocation.block[worst]];
  const facilities = new Set(members.flatMap((u) => [...pairs.facility.subarray(pairs.start[u], pairs.start[u + 1])]));
  const total = (field: string) => (members.some((u) => known(units[u], field) !== null) ? members.reduce((n, u) => n + (known(units[u], field) ?? 0), 0) : null);
  const name = String(units[dominant].properties['name'] ?? units[dominant].id);
  return {
    name: members.length === 1 ? name : `${name}等${members.length}处`,
    shortage, servedRatio: wanted > 0 ? 1 - shortage / wanted : 1, units: members.length, households: total('households'), population: total('population'),
    demand: wanted, reachableCapacity: [...facilities].sort((a, b) => a - b).reduce((n, f) => n + capacity[f], 0),
    worstTier: allocation.tier[worst], worstRatio: allocation.ratio[worst], tierDemand: certificate.demand, tierCapacity: certificate.capacity,
    unitIds: members.map((u) => units[u].id),
  };
}

function sum(members: readonly number[], values: Float64Array): number {
  return Float64Array.from(members, (u) => values[u]).sort().reduce((a, b) => a + b, 0);
}
