import type { Geometry } from 'geojson';
import { bounded } from '../crs/index.ts';
import { ExtentGrid, NearLines, WorkArrays } from '../geometry/index.ts';
import { indexes } from '../model/index.ts';

/** A unit's own ground in the plane. A point unit's ground for linking is the point. */
export interface Ground {
  unit: number;
  geometry: Geometry;
}
export function groundOf(unit: number, geometry: Geometry): Ground {
  return { unit, geometry };
}

/** Groups grounds that lie within the distance of each other, edge to edge, directly or through others. Groups and members ascend. */
export function link(grounds: readonly Ground[], distance: number, work = new WorkArrays()): number[][] {
  const groups = new Groups(grounds.length);
  const lines = new NearLines(grounds.map(({ geometry }) => geometry), work);
  joinWithinSquares(groups, lines, distance);
  eachNear(lines, distance, (i, j) => {
    if (!groups.joined(i, j) && lines.within(i, j, distance)) groups.join(i, j);
  }, work);
  return groups.list(indexes(grounds.length));
}

/** Who lies within the distance of whom, found once and kept: which of them are short changes with every slider, the ground does not. */
export class LinkGraph {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly units: number;

  constructor(grounds: readonly Ground[], readonly distance: number) {
    this.units = grounds.length;
    const lines = new NearLines(grounds.map(({ geometry }) => geometry));
    eachNear(lines, distance, (i, j) => {
      if (!lines.within(i, j, distance)) return;
      this.from.push(i);
      this.to.push(j);
    });
  }

  /** As `link` groups these members (ascending) alone. */
  groups(members: readonly number[]): number[][] {
    const among = new Uint8Array(this.units);
    for (const i of members) among[i] = 1;
    const groups = new Groups(this.units);
    for (let e = 0; e < this.from.length; e++) if (among[this.from[e]] && among[this.to[e]]) groups.join(this.from[e], this.to[e]);
    return groups.list(members);
  }
}

/** Grounds with a corner in the same square, which is no wider than the distance from corner to corner: most need no measuring. */
function joinWithinSquares(groups: Groups, lines: NearLines, distance: number): void {
  // A hair smaller than the root of a half, for rounding.
  const side = distance * 0.7071;
  const firstIn = new Map<number, number>();
  for (let i = 0; 4 * i < lines.extents.length; i++) {
    const column = Math.floor(lines.cornerX(i) / side), row = Math.floor(lines.cornerY(i) / side);
    if (!(Math.abs(column) < SQUARES && Math.abs(row) < SQUARES)) continue;
    const square = 2 * SQUARES * column + row, first = firstIn.get(square);
    if (first === undefined) firstIn.set(square, i);
    else groups.join(first, i);
  }
}
/** Columns and rows to either side that can be told apart by one whole number: as good as the earth's girth in metres. */
const SQUARES = 1 << 25;

/** Calls for each two geometries whose extents lie within the distance, i < j. */
function eachNear({ extents }: NearLines, distance: number, found: (i: number, j: number) => void, work?: WorkArrays): void {
  const grid = new ExtentGrid(extents, work), limit = bounded(distance);
  for (let i = 0; 4 * i < extents.length; i++) {
    const count = grid.search(extents[4 * i] - limit, extents[4 * i + 1] - limit, extents[4 * i + 2] + limit, extents[4 * i + 3] + limit);
    for (let k = 0; k < count; k++) if (grid.found[k] > i) found(i, grid.found[k]);
  }
}

/** Sets that grow together; the smallest member stands for its set. */
class Groups {
  private readonly parent: Int32Array;
  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }
  private root(i: number): number {
    const { parent } = this;
    while (parent[i] !== i) { parent[i] = parent[parent[i]]; i = parent[i]; }
    return i;
  }
  joined(i: number, j: number): boolean {
    return this.root(i) === this.root(j);
  }
  join(i: number, j: number): void {
    const a = this.root(i), b = this.root(j);
    this.parent[Math.max(a, b)] = Math.min(a, b);
  }
  list(members: readonly number[]): number[][] {
    const groups = new Map<number, number[]>();
    for (const i of members) {
      const row = groups.get(this.root(i));
      if (row) row.push(i);
      else groups.set(this.root(i), [i]);
    }
    return [...groups.values()];
  }
}
