import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { bounded, groundDistance, type Plane } from '../crs/index.ts';
import { partsOf } from '../geometry/index.ts';
import type { Layer } from '../model/index.ts';

/**
 * A walking network in compressed rows. Lines are joined where they share a vertex (to 1e-7 degrees in both, about a centimetre);
 * lines that merely cross are not joined, since one may be a bridge. Every edge is walked both ways.
 */
export interface WalkingNetwork {
  nodes: number;
  /** Edges by node: `start[n] … start[n+1]-1` in `target` and `length` (metres). */
  start: Uint32Array;
  target: Uint32Array;
  length: Float64Array;
  /** Straight pieces, for finding the nearest place on the network: end nodes and plane coordinates. */
  from: Uint32Array;
  to: Uint32Array;
  segmentLength: Float64Array;
  x: Float64Array;
  y: Float64Array;
  index: Flatbush | null;
  plane: Plane;
}

export function buildNetwork(layer: Layer, plane: Plane): WalkingNetwork {
  const nodes = new Vertices();
  const x: number[] = [], y: number[] = [], from: number[] = [], to: number[] = [];
  const node = ([lon, lat]: Position): number => {
    const known = nodes.find(lon, lat);
    if (known !== undefined) return known;
    const [px, py] = plane.forward(lon, lat);
    nodes.add(lon, lat);
    x.push(px);
    y.push(py);
    return x.length - 1;
  };
  for (const { geometry } of layer.features) {
    for (const part of partsOf(geometry)) {
      if (part.type !== 'LineString') continue;
      for (let i = 0; i + 1 < part.coordinates.length; i++) {
        const a = node(part.coordinates[i]), b = node(part.coordinates[i + 1]);
        if (a === b) continue;
        from.push(a);
        to.push(b);
      }
    }
  }
  const length = from.map((a, s) => groundDistance(plane, x[a], y[a], x[to[s]], y[to[s]]));
  return { nodes: x.length, ...rows(x.length, from, to, length), from: Uint32Array.from(from), to: Uint32Array.from(to), segmentLength: Float64Array.from(length), x: Float64Array.from(x), y: Float64Array.from(y), index: segmentIndex(x, y, from, to), plane };
}

/** Vertices by cells of about a metre. Two that are the same may lie on either side of an edge, so where one is near, the neighbour is looked through too. */
class Vertices {
  private readonly cells = new Map<string, number[]>();
  private readonly places: [lon: number, lat: number][] = [];

  add(lon: number, lat: number): void {
    const key = `${Math.floor(lon / CELL)},${Math.floor(lat / CELL)}`;
    const cell = this.cells.get(key);
    if (cell) cell.push(this.places.length);
    else this.cells.set(key, [this.places.length]);
    this.places.push([lon, lat]);
  }
  /** The first that was added within the tolerance. */
  find(lon: number, lat: number): number | undefined {
    let first: number | undefined;
    for (let i = Math.floor((lon - SAME) / CELL); i <= Math.floor((lon + SAME) / CELL); i++) {
      for (let j = Math.floor((lat - SAME) / CELL); j <= Math.floor((lat + SAME) / CELL); j++) {
        for (const k of this.cells.get(`${i},${j}`) ?? []) {
          const [x, y] = this.places[k];
          if (Math.abs(x - lon) <= SAME && Math.abs(y - lat) <= SAME && (first === undefined || k < first)) first = k;
        }
      }
    }
    return first;
  }
}
/** Degrees. */
const SAME = 1e-7, CELL = 1e-5;

function rows(nodes: number, from: readonly number[], to: readonly number[], length: readonly number[]) {
  const start = new Uint32Array(nodes + 1);
  for (let s = 0; s < from.length; s++) { start[from[s] + 1]++; start[to[s] + 1]++; }
  for (let n = 0; n < nodes; n++) start[n + 1] += start[n];
  const next = start.slice();
  const target = new Uint32Array(from.length * 2);
  const lengths = new Float64Array(from.length * 2);
  for (let s = 0; s < from.length; s++) {
    for (const [a, b] of [[from[s], to[s]], [to[s], from[s]]]) {
      target[next[a]] = b;
      lengths[next[a]++] = length[s];
    }
  }
  return { start, target, length: lengths };
}

function segmentIndex(x: readonly number[], y: readonly number[], from: readonly number[], to: readonly number[]): Flatbush | null {
  if (from.length === 0) return null;
  const index = new Flatbush(from.length, 16, Float64Array);
  for (let s = 0; s < from.length; s++) {
    const a = from[s], b = to[s];
    index.add(Math.min(x[a], x[b]), Math.min(y[a], y[b]), Math.max(x[a], x[b]), Math.max(y[a], y[b]));
  }
  index.finish();
  return index;
}

/** Where a point meets the network: on segment `segment`, `along` metres from its `from` node, `away` metres off. */
export interface Snap {
  segment: number;
  along: number;
  away: number;
}

/**
 * The nearest place on the network within `maxSnap` metres, or null. Of places equally near the western one, then the
 * southern one: streets often have no ids but their rows, and the order of the rows must show in nothing.
 */
export function snap(network: WalkingNetwork, px: number, py: number, maxSnap: number): Snap | null {
  const { index, from, to, x, y, segmentLength } = network;
  if (!index) return null;
  const limit = bounded(maxSnap);
  let best: Snap | null = null;
  // The place itself, then the middle of the segment: at a corner two segments share the place.
  let order = [0, 0, 0, 0];
  for (const s of index.search(px - limit, py - limit, px + limit, py + limit)) {
    const ax = x[from[s]], ay = y[from[s]], dx = x[to[s]] - ax, dy = y[to[s]] - ay;
    const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
    const ex = px - ax - t * dx, ey = py - ay - t * dy;
    const away = Math.sqrt(ex * ex + ey * ey);
    if (away > limit || (best && away > best.away)) continue;
    const place = [ax + t * dx, ay + t * dy, 2 * ax + dx, 2 * ay + dy];
    if (best && away === best.away && !isBefore(place, order)) continue;
    best = { segment: s, along: t * segmentLength[s], away };
    order = place;
  }
  return best;
}
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && a[i] < b[i];
}
