import { indexes } from '../model/index.ts';
import { eachMeeting, SNAP } from './meeting-lines.ts';
import type { WorkArrays } from './work-arrays.ts';

/** A closed line: x, y, x, y, … without the first again. */
export type Loop = readonly number[];

/**
 * Many loops as runs of places between those where they meet: crossings, shared corners, corners on a line. Lines on top
 * of each other become one run with the sum of their directions. What `windingRings` counts on.
 */
export interface Runs {
  /** Coordinates of the places. */
  x: number[];
  y: number[];
  runs: Run[];
}
export interface Run {
  loop: number;
  /** Places from the first to the last; the first again at the end of a loop that meets nothing. */
  places: number[];
  /** How many times loops go along here, less how many times against. */
  times: number;
}

export function runsOf(loops: readonly Loop[], work: WorkArrays): Runs {
  const total = loops.reduce((sum, loop) => sum + loop.length / 2, 0);
  const x: number[] = new Array<number>(total), y: number[] = new Array<number>(total);
  const after = work.int32(total);
  let n = 0;
  for (const loop of loops) {
    const start = n;
    for (let i = 0; i < loop.length; i += 2, n++) { x[n] = loop[i]; y[n] = loop[i + 1]; after[n] = n + 1; }
    after[n - 1] = start;
  }
  const meeting = new Meeting(x, y, after, work);
  return { x, y, runs: meeting.runs(loops) };
}

class Meeting {
  /** Of places that are one, the one that stands for them. */
  private readonly same: number[];
  private readonly shared: boolean[] = [];
  /** Places on the line that starts at a corner, besides its ends. */
  private readonly on = new Map<number, { place: number; t: number }[]>();

  constructor(private readonly x: number[], private readonly y: number[], private readonly after: Int32Array, work: WorkArrays) {
    this.same = indexes(after.length);
    eachMeeting(x, y, after, work, (i, j) => { this.meet(i, j); });
    this.settle();
  }

  private meet(i: number, j: number): void {
    const { x, y, after } = this;
    const i2 = after[i], j2 = after[j];
    const ax = x[i], ay = y[i], bx = x[i2] - ax, by = y[i2] - ay;
    const cx = x[j], cy = y[j], dx = x[j2] - cx, dy = y[j2] - cy;
    const long = Math.sqrt(bx * bx + by * by), wide = Math.sqrt(dx * dx + dy * dy);
    // How far the ends of each lie to the left of the other.
    const s1 = (bx * (cy - ay) - by * (cx - ax)) / long, s2 = (bx * (y[j2] - ay) - by * (x[j2] - ax)) / long;
    if ((s1 > SNAP && s2 > SNAP) || (s1 < -SNAP && s2 < -SNAP)) return;
    const s3 = (dx * (ay - cy) - dy * (ax - cx)) / wide, s4 = (dx * (y[i2] - cy) - dy * (x[i2] - cx)) / wide;
    if ((s3 > SNAP && s4 > SNAP) || (s3 < -SNAP && s4 < -SNAP)) return;
    let touched = false;
    if (Math.abs(s1) <= SNAP) touched = this.touch(j, i, bx, by, long) || touched;
    if (Math.abs(s2) <= SNAP) touched = this.touch(j2, i, bx, by, long) || touched;
    if (Math.abs(s3) <= SNAP) touched = this.touch(i, j, dx, dy, wide) || touched;
    if (Math.abs(s4) <= SNAP) touched = this.touch(i2, j, dx, dy, wide) || touched;
    if (touched || i2 === j || j2 === i || s1 > 0 === s2 > 0 || s3 > 0 === s4 > 0) return;
    const t = s3 / (s3 - s4), u = s1 / (s1 - s2);
    const place = x.push(ax + t * bx) - 1;
    y.push(ay + t * by);
    this.same.push(place);
    this.shared[place] = true;
    this.put(i, place, t);
    this.put(j, place, u);
  }

  /** A corner that may lie on a line or at its ends. */
  private touch(corner: number, line: number, bx: number, by: number, long: number): boolean {
    const { x, y, after } = this;
    const t = ((x[corner] - x[line]) * bx + (y[corner] - y[line]) * by) / (long * long);
    const reach = SNAP / long;
    if (t < -reach || t > 1 + reach) return false;
    if (t <= reach || t >= 1 - reach) {
      const end = t <= reach ? line : after[line];
      if (end !== corner) this.unite(corner, end);
    } else {
      this.shared[corner] = true;
      this.put(line, corner, t);
    }
    return true;
  }
  private unite(a: number, b: number): void {
    const p = this.find(a), q = this.find(b);
    if (p === q) return;
    this.same[Math.max(p, q)] = Math.min(p, q);
    this.shared[a] = this.shared[b] = this.shared[p] = this.shared[q] = true;
  }
  private find(i: number): number {
    while (this.same[i] !== i) i = this.same[i];
    return i;
  }
  private put(line: number, place: number, t: number): void {
    const list = this.on.get(line);
    if (list) list.push({ place, t });
    else this.on.set(line, [{ place, t }]);
  }

  /** A line that crosses two others where they lie on top of each other crosses both in one place. */
  private settle(): void {
    const { x, y } = this;
    for (const list of this.on.values()) {
      list.sort((a, b) => a.t - b.t);
      for (let k = 1; k < list.length; k++) {
        const p = list[k - 1].place, q = list[k].place;
        if (Math.abs(x[p] - x[q]) <= SNAP && Math.abs(y[p] - y[q]) <= SNAP) this.unite(p, q);
      }
    }
  }

  runs(loops: readonly Loop[]): Run[] {
    const runs: Run[] = [];
    const known = new Map<number, Run>();
    let start = 0;
    loops.forEach((loop, k) => {
      const end = start + loop.length / 2;
      for (const places of this.split(this.placesOf(start, end))) {
        const run: Run = { loop: k, places, times: 1 };
        // Only lines between two meeting places can lie on top of each other.
        if (places.length === 2) {
          const [a, b] = places;
          const key = Math.min(a, b) * this.same.length + Math.max(a, b);
          const twin = known.get(key);
          if (twin) { twin.times += twin.places[0] === a ? 1 : -1; continue; }
          known.set(key, run);
        }
        runs.push(run);
      }
      start = end;
    });
    return runs.filter(({ times }) => times !== 0);
  }
  /** All places along a loop. */
  private placesOf(start: number, end: number): number[] {
    const places: number[] = [];
    const add = (place: number) => { const p = this.find(place); if (places[places.length - 1] !== p) places.push(p); };
    for (let i = start; i < end; i++) {
      add(i);
      const on = this.on.get(i);
      if (on) for (const { place } of on) add(place);
    }
    if (places.length > 1 && places[0] === places[places.length - 1]) places.pop();
    return places;
  }
  private split(places: number[]): number[][] {
    const n = places.length;
    const first = places.findIndex((p) => this.shared[p]);
    if (n < 2) return [];
    if (first < 0) return [[...places, places[0]]];
    const runs: number[][] = [];
    let run = [places[first]];
    for (let k = 1; k <= n; k++) {
      const p = places[(first + k) % n];
      run.push(p);
      if (this.shared[p]) { runs.push(run); run = [p]; }
    }
    return runs;
  }
}
