import type { Position } from 'geojson';
import type { Polygonal } from './kernel.ts';
import { Bands } from './bands.ts';
import { runsOf, type Loop, type Runs } from './crossings.ts';
import type { WorkArrays } from './work-arrays.ts';

/** What is written down for a place. */
export type Placing = (x: number, y: number) => Position;

/** Rings smaller than this are rounding (m²). */
const SPECK = 1e-4;

/**
 * The ground that loops go around once more anticlockwise than clockwise, or more often: the union of anticlockwise loops,
 * less the clockwise ones. Valid polygons, in an order that depends on nothing but their places.
 * Undefined where rounding left rings that do not close.
 *
 * @param at what becomes of each place of the outline
 */
export function groundWithin(loops: readonly Loop[], at: Placing, work: WorkArrays): Polygonal | null | undefined {
  const rings = ringsOf(keptRuns(runsOf(loops, work), work), work);
  return rings && polygons(rings, at);
}

interface Kept { x: number[]; y: number[]; runs: number[][] }

/** The runs that bound the ground, with the ground on their left. */
function keptRuns(all: Runs, work: WorkArrays): Kept {
  const { x, y, runs } = all;
  const lines = new Lines(all, work);
  const kept: number[][] = [];
  runs.forEach(({ places, times }, k) => {
    const at = steepest(places, y);
    const a = places[at], b = places[at + 1];
    const others = lines.around((x[a] + x[b]) / 2, (y[a] + y[b]) / 2, lines.first[k] + at);
    // Looking east, the line itself is seen from its west side. A level one is seen from neither; the count is that of its north side.
    const westLeft = y[b] > y[a] || (y[b] === y[a] && x[b] < x[a]);
    const left = westLeft ? others + times : others;
    const right = left - times;
    if (left >= 1 && right <= 0) kept.push(places);
    else if (right >= 1 && left <= 0) kept.push([...places].reverse());
  });
  return { x, y, runs: kept };
}
function steepest(places: readonly number[], y: readonly number[]): number {
  let best = 0, rise = -1;
  for (let i = 0; i + 1 < places.length; i++) {
    const dy = Math.abs(y[places[i + 1]] - y[places[i]]);
    if (dy > rise) { rise = dy; best = i; }
  }
  return best;
}

/** The lines of all runs, by the bands that they cross. */
class Lines {
  /** The first line of each run. */
  readonly first: number[] = [];
  private readonly lists: number[][];
  private readonly bands: Bands;
  private readonly ax: Float64Array;
  private readonly ay: Float64Array;
  private readonly bx: Float64Array;
  private readonly by: Float64Array;
  private readonly times: Int32Array;

  constructor({ x, y, runs }: Runs, work: WorkArrays) {
    const n = runs.reduce((sum, { places }) => sum + places.length - 1, 0);
    [this.ax, this.ay, this.bx, this.by] = Array.from({ length: 4 }, () => work.float64(n));
    this.times = work.int32(n);
    const south = work.float64(n), north = work.float64(n);
    let l = 0;
    for (const { places, times } of runs) {
      this.first.push(l);
      for (let i = 0; i + 1 < places.length; i++, l++) {
        const a = places[i], b = places[i + 1];
        this.ax[l] = x[a];
        this.ay[l] = y[a];
        this.bx[l] = x[b];
        this.by[l] = y[b];
        this.times[l] = times;
        south[l] = Math.min(y[a], y[b]);
        north[l] = Math.max(y[a], y[b]);
      }
    }
    this.bands = new Bands(south, north);
    this.lists = Array.from({ length: this.bands.count }, () => []);
    for (let i = 0; i < n; i++) for (let band = this.bands.of(south[i]); band <= this.bands.of(north[i]); band++) this.lists[band].push(i);
  }

  /** How often the lines, but for one, go around a place: those east of it that rise, less those that fall. */
  around(px: number, py: number, without: number): number {
    const { ax, ay, bx, by, times } = this;
    let sum = 0;
    for (const l of this.lists[this.bands.of(py)]) {
      const above = ay[l] > py;
      if (above === by[l] > py || l === without || (ax[l] < px && bx[l] < px)) continue;
      if (ax[l] + (py - ay[l]) / (by[l] - ay[l]) * (bx[l] - ax[l]) > px) sum += above ? -times[l] : times[l];
    }
    return sum;
  }
}

interface Ring { x: number[]; y: number[]; area: number }

/** Joins runs to rings that do not cross or touch themselves: at a place where several meet, along the ground's own side. */
function ringsOf({ x, y, runs }: Kept, work: WorkArrays): Ring[] | undefined {
  const leaving = new Map<number, number[]>();
  runs.forEach((places, k) => {
    const list = leaving.get(places[0]);
    if (list) list.push(k);
    else leaving.set(places[0], [k]);
  });
  const rings: Ring[] = [];
  const done = work.uint8(runs.length);
  const at = work.int32(x.length).fill(-1);
  for (let start = 0; start < runs.length; start++) {
    if (done[start]) continue;
    const places: number[] = [];
    for (let k = start; !done[k];) {
      done[k] = 1;
      const run = runs[k];
      for (let i = 0; i + 1 < run.length; i++) places.push(run[i]);
      const choices = leaving.get(run[run.length - 1]);
      if (!choices) return undefined;
      k = choices.length === 1 ? choices[0] : firstClockwise(run, choices, runs, x, y);
    }
    for (const ring of untouched(places, at)) rings.push(ringAt(ring, x, y));
  }
  return rings.filter(({ area }) => Math.abs(area) > SPECK);
}
/** Of the runs that leave where this one arrives, the first clockwise from where it came. */
function firstClockwise(run: readonly number[], choices: readonly number[], runs: readonly number[][], x: readonly number[], y: readonly number[]): number {
  const v = run[run.length - 1], back = run[run.length - 2];
  const bx = x[back] - x[v], by = y[back] - y[v];
  const turn = (k: number) => {
    const dx = x[runs[k][1]] - x[v], dy = y[runs[k][1]] - y[v];
    // Grows with the clockwise angle from 0 to 4.
    const cos = (bx * dx + by * dy) / Math.sqrt((bx * bx + by * by) * (dx * dx + dy * dy)), left = bx * dy - by * dx;
    return left <= 0 ? 1 - cos : 3 + cos;
  };
  return choices.reduce((best, k) => (turn(k) < turn(best) ? k : best));
}
/** Cuts a ring that comes back to a place into rings that do not. `at` is -1 for every place, before and after. */
function untouched(places: readonly number[], at: Int32Array): number[][] {
  const rings: number[][] = [];
  const path: number[] = [];
  for (const p of places) {
    if (at[p] >= 0) {
      const ring = path.splice(at[p]);
      for (const q of ring) at[q] = -1;
      rings.push(ring);
    }
    at[p] = path.length;
    path.push(p);
  }
  for (const p of path) at[p] = -1;
  rings.push(path);
  return rings.filter(({ length }) => length >= 3);
}
/** Starting at the westernmost place, so that a ring is the same wherever it was begun. */
function ringAt(places: readonly number[], x: readonly number[], y: readonly number[]): Ring {
  const n = places.length;
  let first = 0;
  for (let i = 1; i < n; i++) if (x[places[i]] < x[places[first]] || (x[places[i]] === x[places[first]] && y[places[i]] < y[places[first]])) first = i;
  const rx: number[] = new Array<number>(n), ry: number[] = new Array<number>(n);
  for (let i = 0; i < n; i++) {
    const p = places[(first + i) % n];
    rx[i] = x[p];
    ry[i] = y[p];
  }
  let twice = 0;
  for (let i = 0, j = n - 1; i < n; j = i++) twice += (rx[j] - rx[0]) * (ry[i] - ry[0]) - (rx[i] - rx[0]) * (ry[j] - ry[0]);
  return { x: rx, y: ry, area: twice / 2 };
}

/** Shells with their holes, from west to east. */
function polygons(rings: readonly Ring[], at: Placing): Polygonal | null {
  const fromWest = [...rings].sort((a, b) => a.x[0] - b.x[0] || a.y[0] - b.y[0] || a.area - b.area);
  const shells = fromWest.filter(({ area }) => area > 0);
  const holes = shells.map((): Ring[] => []);
  for (const hole of fromWest) {
    if (hole.area > 0) continue;
    let best = -1;
    shells.forEach((shell, k) => { if ((best < 0 || shell.area < shells[best].area) && shell.area > -hole.area && surrounds(shell, hole)) best = k; });
    if (best >= 0) holes[best].push(hole);
  }
  const line = ({ x, y }: Ring): Position[] => {
    const positions = x.map((px, i) => at(px, y[i]));
    positions.push([...positions[0]]);
    return positions;
  };
  const coordinates = shells.map((shell, k) => [shell, ...holes[k]].map(line));
  if (coordinates.length === 0) return null;
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates };
}
/** By the middle of the hole's first side; rings do not cross. */
function surrounds({ x, y }: Ring, hole: Ring): boolean {
  const px = (hole.x[0] + hole.x[1]) / 2, py = (hole.y[0] + hole.y[1]) / 2;
  if (px < x[0]) return false;
  let inside = false;
  for (let i = 0, j = x.length - 1; i < x.length; j = i++) if ((y[i] > py) !== (y[j] > py) && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) inside = !inside;
  return inside;
}
