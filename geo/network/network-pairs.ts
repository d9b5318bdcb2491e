import FlatQueue from 'flatqueue';
import { bounded } from '../crs/index.ts';
import { indexes } from '../model/index.ts';
import { LoosePairs } from './loose-pairs.ts';
import type { CatchmentPairs } from './pairs.ts';
import type { PointSet } from './points.ts';
import { snap, type Snap, type WalkingNetwork } from './walking-network.ts';

export interface NetworkPairs {
  pairs: CatchmentPairs;
  /** Indexes of features none of whose points lies within `maxSnap` of the network: not far, but not connected. */
  unsnappedUnits: number[];
  unsnappedFacilities: number[];
}

/**
 * Pairs by walking distance on a network: off the road at one end, along the shortest path, off the road at the other.
 * One bounded search (Dijkstra 1959) from each facility point; ends are anywhere along an edge.
 */
export function networkPairs(network: WalkingNetwork, units: PointSet, facilities: PointSet, { radius, maxSnap }: { radius: number; maxSnap: number }): NetworkPairs {
  const unitSnaps = snapAll(network, units, maxSnap);
  const facilitySnaps = snapAll(network, facilities, maxSnap);
  const onSegment = new Map<number, number[]>();
  unitSnaps.forEach((place, i) => {
    if (!place) return;
    const row = onSegment.get(place.segment);
    if (row) row.push(i);
    else onSegment.set(place.segment, [i]);
  });
  const search = new Search(network, unitSnaps, onSegment);
  const pairs = new LoosePairs();
  facilitySnaps.forEach((place, j) => {
    if (!place) return;
    search.from(place, radius, (i, metres) => { pairs.add(units.owner[i], facilities.owner[j], metres); });
  });
  return {
    pairs: pairs.sorted(units.owners, facilities.owners),
    unsnappedUnits: unsnapped(units, unitSnaps), unsnappedFacilities: unsnapped(facilities, facilitySnaps),
  };
}

function snapAll(network: WalkingNetwork, points: PointSet, maxSnap: number): (Snap | null)[] {
  return Array.from(points.x, (x, i) => snap(network, x, points.y[i], maxSnap));
}
function unsnapped(points: PointSet, snaps: readonly (Snap | null)[]): number[] {
  const connected = new Uint8Array(points.owners);
  snaps.forEach((place, i) => { if (place) connected[points.owner[i]] = 1; });
  return indexes(connected.length, (owner) => !connected[owner]);
}

class Search {
  private readonly best: Float64Array;
  private touched: number[] = [];
  constructor(private readonly network: WalkingNetwork, private readonly unitSnaps: readonly (Snap | null)[], private readonly onSegment: ReadonlyMap<number, number[]>) {
    this.best = new Float64Array(network.nodes).fill(Infinity);
  }

  from(start: Snap, radius: number, found: (point: number, metres: number) => void): void {
    const { network, best } = this;
    const limit = bounded(radius);
    const queue = new FlatQueue<number>();
    const reach = (node: number, metres: number) => {
      if (metres > limit || metres >= best[node]) return;
      if (best[node] === Infinity) this.touched.push(node);
      best[node] = metres;
      queue.push(node, metres);
    };
    reach(network.from[start.segment], start.away + start.along);
    reach(network.to[start.segment], start.away + network.segmentLength[start.segment] - start.along);
    for (let metres = queue.peekValue(); metres !== undefined; metres = queue.peekValue()) {
      const node = queue.pop()!;
      if (metres > best[node]) continue;
      for (let e = network.start[node]; e < network.start[node + 1]; e++) reach(network.target[e], metres + network.length[e]);
    }
    this.collect(start, limit, found);
    for (const node of this.touched) best[node] = Infinity;
    this.touched = [];
  }

  /** Points on every segment that has an end in reach, and on the start's own segment directly. */
  private collect(start: Snap, limit: number, found: (point: number, metres: number) => void): void {
    const { network, best } = this;
    const segments = new Set<number>([start.segment]);
    for (const node of this.touched) for (const s of this.segmentsAt(node)) segments.add(s);
    for (const s of segments) {
      for (const point of this.onSegment.get(s) ?? []) {
        const place = this.unitSnaps[point]!;
        const byEnds = Math.min(best[network.from[s]] + place.along, best[network.to[s]] + network.segmentLength[s] - place.along);
        const direct = s === start.segment ? start.away + Math.abs(place.along - start.along) : Infinity;
        const metres = Math.min(byEnds, direct) + place.away;
        if (metres <= limit) found(point, metres);
      }
    }
  }

  private segmentRows: { start: Uint32Array; segment: Uint32Array } | null = null;
  private segmentsAt(node: number): Uint32Array {
    this.segmentRows ??= segmentsByNode(this.network);
    const { start, segment } = this.segmentRows;
    return segment.subarray(start[node], start[node + 1]);
  }
}

function segmentsByNode({ nodes, from, to }: WalkingNetwork): { start: Uint32Array; segment: Uint32Array } {
  const start = new Uint32Array(nodes + 1);
  for (let s = 0; s < from.length; s++) { start[from[s] + 1]++; start[to[s] + 1]++; }
  for (let n = 0; n < nodes; n++) start[n + 1] += start[n];
  const next = start.slice();
  const segment = new Uint32Array(from.length * 2);
  for (let s = 0; s < from.length; s++) { segment[next[from[s]]++] = s; segment[next[to[s]]++] = s; }
  return { start, segment };
}
