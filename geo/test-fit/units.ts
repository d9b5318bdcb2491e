import { planeArea } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import { cell, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import { rowOf, type Lane } from './lanes.ts';
import { areaOf, clip, holds, polygonOf, rounded, type Convex, type Point, type Side } from './shapes.ts';

/** A protective unit of a level: bays next to each other, across all lanes or some of them. */
export interface Unit {
  polygon: Polygonal;
  area: number;
  has(point: Point): boolean;
}

/** A unit is about as long as it is broad; broader ground than this, m, is cut between the lanes, too. */
const BROAD = 60;
/** Beyond any bay, m: the grid lines cut it off. */
const FAR = 1e3;

/**
 * Cuts a level into protective units, none larger than allowed: bands of lanes, each cut at grid lines into pieces of about
 * equal area.
 *
 * @param halfWidth how far the ground reaches on either side of the axis, at most, m
 */
export function unitsOf(ground: Ground, polygon: Polygonal, bays: readonly Bay[], lanes: readonly Lane[], most: number, halfWidth: number, kernel: Kernel): Unit[] {
  const bands = bandsOf(lanes, halfWidth);
  const units = bands.flatMap(([low, high]) => {
    const cells = bays.map((bay) => cell(bay, -FAR, FAR, low, high));
    const areas = cells.map((shape) => (shape ? ground.rings.reduce((sum, ring) => sum + areaOf(clipped(ring, shape)), 0) : 0));
    return groups(areas, most).flatMap((group): Unit[] => {
      const shapes = group.flatMap((b) => (cells[b] ? [cells[b]] : []));
      const cover = shapes.length === 0 ? null : kernel.union(straightRuns(group.map((b) => bays[b])).flatMap((bay) => { const shape = cell(bay, -FAR, FAR, low, high); return shape ? [polygonOf(rounded(shape))] : []; }));
      const piece = cover && kernel.intersection(cover, polygon);
      if (!piece) return [];
      return [{ polygon: piece, area: planeArea(piece), has: (point) => shapes.some((shape) => holds(shape, point)) }];
    });
  });
  return withRest(units, polygon, most, kernel);
}

/** Ground that is not worth a wall, m². */
const SLIVER = 0.5;
/** What lies between the bays, where two bends are near each other, goes to the unit that it touches and that has room for it. */
function withRest(units: readonly Unit[], polygon: Polygonal, most: number, kernel: Kernel): Unit[] {
  const found = [...units];
  if (found.length === 0 || planeArea(polygon) - found.reduce((sum, { area }) => sum + area, 0) < SLIVER) return found;
  const cover = kernel.union(found.map((unit) => unit.polygon)), rest = cover && kernel.difference(polygon, cover);
  for (const piece of rest ? piecesOf(rest) : []) {
    const area = planeArea(piece);
    const k = area < SLIVER ? -1 : found.findIndex((unit) => unit.area + area <= most && kernel.distance(unit.polygon, piece) < 1e-3);
    const joined = k < 0 ? null : kernel.union([found[k].polygon, piece]);
    if (joined) found[k] = { ...found[k], polygon: joined, area: planeArea(joined) };
  }
  return found;
}
const piecesOf = (shape: Polygonal): Polygonal[] => (shape.type === 'Polygon' ? [shape] : shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));

/** Neighbouring bays that run on straight as one: a union of a few long pieces is quicker made. */
function straightRuns(bays: readonly Bay[]): Bay[] {
  const runs: Bay[] = [];
  for (const bay of bays) {
    const run = runs.at(-1);
    const runsOn = run && run.cuts.length === 2 && bay.cuts.length === 2 && run.along[0] * bay.along[0] + run.along[1] * bay.along[1] > 1 - 1e-12;
    if (runsOn) runs[runs.length - 1] = { ...run, length: run.length + bay.length, cuts: [run.cuts[0], bay.cuts[1]] };
    else runs.push(bay);
  }
  return runs;
}

/** Between which offsets the bands lie; the outer ones reach beyond the ground. */
function bandsOf(lanes: readonly Lane[], halfWidth: number): [number, number][] {
  const bands = Math.max(1, Math.round((rowOf(lanes[lanes.length - 1], 1)[1] - rowOf(lanes[0], -1)[0]) / BROAD));
  const perBand = Math.ceil(lanes.length / bands);
  const found: [number, number][] = [];
  let low = -halfWidth;
  for (let l = perBand; l < lanes.length; l += perBand) {
    const between = rowOf(lanes[l], -1)[0];
    found.push([low, between]);
    low = between;
  }
  return [...found, [low, halfWidth]];
}

const clipped = (ring: readonly Point[], shape: Convex): Point[] => sidesOf(shape).reduce<Point[]>((rest, side) => (rest.length < 3 ? [] : clip(rest, side)), [...ring]);
function sidesOf(shape: Convex): Side[] {
  return shape.flatMap((p, i): Side[] => {
    const q = shape[(i + 1) % shape.length];
    const dx = q[0] - p[0], dy = q[1] - p[1];
    const long = Math.sqrt(dx * dx + dy * dy);
    return long === 0 ? [] : [{ a: dy / long, b: -dx / long, c: (dy * p[0] - dx * p[1]) / long }];
  });
}

/** Runs of bays of about equal area, as few as the limit allows. A bay that alone passes it is a unit of its own, and is found by the check of the result. */
function groups(areas: readonly number[], most: number): number[][] {
  const total = areas.reduce((a, b) => a + b, 0);
  for (let n = Math.max(1, Math.ceil(total / most - 1e-9)); ; n++) {
    const found: number[][] = [[]];
    let sum = 0, share = 0;
    areas.forEach((area, b) => {
      // On to the next run when half of this bay would lie beyond the equal share.
      if (found.length < n && sum + area / 2 > total * found.length / n && share > 0) { found.push([]); share = 0; }
      found[found.length - 1].push(b);
      sum += area;
      share += area;
    });
    if (found.every((run) => run.reduce((area, b) => area + areas[b], 0) <= most + 1e-6) || n > areas.length) return found.filter((run) => run.some((b) => areas[b] > 0));
  }
}
