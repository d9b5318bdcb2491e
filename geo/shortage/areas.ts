import type { Geometry } from 'geojson';
import { canonicalSum, type FairestAllocation } from '../allocation/index.ts';
import type { Plane } from '../crs/index.ts';
import type { Kernel } from '../geometry/index.ts';
import { inheritedSecrecy } from '../io/index.ts';
import { indexes, type PlanFeature, type Properties } from '../model/index.ts';
import type { CatchmentPairs, PointSet } from '../network/index.ts';
import { known } from '../service/index.ts';
import { groundOf, link, LinkGraph } from './link.ts';
import { areaMemory, Outliner } from './outline.ts';
import { OwnGround } from './own-ground.ts';

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

/** How a cluster is put on the map: in degrees, with its area on the ellipsoid. Null where it has no ground. */
interface Pen {
  draw(units: readonly number[]): { geometry: Geometry; area: number } | null;
}
/** Units that hang together, by ascending id so that the order of the rows shows in nothing, and what they lack. */
interface Cluster {
  members: number[];
  shortage: number;
}

/**
 * Shortage areas (METHODS 4), the worst first: clusters of units that are short and served below the threshold, as ground
 * that a meeting can talk about. Ids come from the smallest unit id of the cluster, so they last when others change.
 */
export function shortageAreas(source: AreaSource, params: AreaParams, { outlines = true } = {}): PlanFeature[] {
  memory.call.clear();
  const short = shortUnits(source, params);
  const clusters = worthNaming(source, params, link(short.map((u) => groundOf(u, source.shapes[u])), params.linkDistance, memory.call).map((members) => members.map((k) => short[k])));
  if (!outlines) return named(source, clusters, new OwnGround(source, params.linkDistance));
  return clusters.length > 0 ? named(source, clusters, new Outliner(source, params.linkDistance, memory)) : [];
}
/**
 * Used by one call after another. A city's tables, left to the collector each time, would have it go through all that is kept
 * in every third run.
 */
const memory = areaMemory();

/** The same areas without outlines, again and again: same ids, figures and order, each as the bare ground of its units. */
export class QuickAreas {
  private graph: LinkGraph | null = null;
  private ground: OwnGround | null = null;

  areas(source: AreaSource, params: AreaParams): PlanFeature[] {
    const { linkDistance } = params;
    if (this.graph?.distance !== linkDistance) this.graph = new LinkGraph(source.shapes.map((shape, unit) => groundOf(unit, shape)), linkDistance);
    if (this.ground?.linkDistance !== linkDistance) this.ground = new OwnGround(source, linkDistance);
    return named(source, worthNaming(source, params, this.graph.groups(shortUnits(source, params))), this.ground);
  }
}

/** Ratios are exact to this; a shortage is a product of one, so it is as exact in proportion. */
const ROUNDING = 1e-9;

function shortUnits({ allocation, units }: AreaSource, { shortageThreshold }: AreaParams): number[] {
  return indexes(units.length, (u) => allocation.shortage[u] > 0 && allocation.ratio[u] < shortageThreshold - ROUNDING);
}
function worthNaming({ allocation, units }: AreaSource, { minShortage }: AreaParams, groups: number[][]): Cluster[] {
  const clusters = groups.map((members) => ({ members, shortage: canonicalSum(allocation.shortage, members) })).filter(({ shortage }) => shortage > 0 && shortage >= minShortage * (1 - ROUNDING));
  for (const { members } of clusters) members.sort((a, b) => (units[a].id < units[b].id ? -1 : 1));
  return clusters;
}
function named(source: AreaSource, clusters: readonly Cluster[], pen: Pen): PlanFeature[] {
  return clusters.flatMap((cluster): PlanFeature[] => {
    const drawn = pen.draw(cluster.members);
    if (!drawn) return [];
    const id = `area-${source.units[cluster.members[0]].id}`;
    return [{ type: 'Feature', id, geometry: drawn.geometry, properties: { id, ...facts(source, cluster.members, cluster.shortage), area: drawn.area } }];
  }).sort((a, b) => Number(b.properties['shortage']) - Number(a.properties['shortage']) || (a.id < b.id ? -1 : 1));
}

function facts({ units, demand, capacity, pairs, allocation }: AreaSource, members: readonly number[], shortage: number): Properties {
  const wanted = canonicalSum(demand, members);
  const worst = members.reduce((a, b) => (allocation.ratio[b] < allocation.ratio[a] ? b : a));
  const dominant = members.reduce((a, b) => (allocation.shortage[b] > allocation.shortage[a] ? b : a));
  const certificate = allocation.blocks[allocation.block[worst]];
  const total = (field: string) => {
    const values = members.map((u) => known(units[u], field)).filter((value) => value !== null);
    return values.length > 0 ? canonicalSum(Float64Array.from(values)) : null;
  };
  const name = String(units[dominant].properties['name'] ?? units[dominant].id);
  return {
    name: members.length === 1 ? name : `${name}等${members.length}处`,
    shortage, servedRatio: wanted > 0 ? 1 - shortage / wanted : 1, units: members.length, households: total('households'), population: total('population'),
    demand: wanted, reachableCapacity: canonicalSum(capacity, reachedFrom(pairs, members)),
    worstTier: allocation.tier[worst], worstRatio: allocation.ratio[worst], tierDemand: certificate.demand, tierCapacity: certificate.capacity,
    unitIds: members.map((u) => units[u].id), ...inheritedSecrecy(members.map((u) => units[u])),
  };
}

/** Each facility once that a member reaches. */
function reachedFrom({ facilities, start, facility }: CatchmentPairs, members: readonly number[]): number[] {
  const seen = new Uint8Array(facilities);
  const reached: number[] = [];
  for (const u of members) {
    for (let p = start[u]; p < start[u + 1]; p++) {
      if (seen[facility[p]]) continue;
      seen[facility[p]] = 1;
      reached.push(facility[p]);
    }
  }
  return reached;
}
