import { planeArea } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import { eachPosition } from '../model/index.ts';
import { polygonsIn } from './ground.ts';
import { crossings, project, stretch, type Axis } from './line.ts';

/** How near a street must come to the axis to make a junction, m. */
const AT_JUNCTION = 1;

/**
 * Cuts ground that is longer than a block along its axis: each time at the farthest junction that leaves a piece no longer
 * than a block and no shorter than a site may be, else at the block length; never so that the rest is too short for a site.
 */
export function cutAlong(ground: Polygonal, axis: Axis, streets: readonly Axis[], blockLength: number, minLength: number, kernel: Kernel): Polygonal[] {
  const { from, to, away } = span(ground, axis);
  const junctions = streets.flatMap((street) => crossings(axis, street.line, AT_JUNCTION)).sort((a, b) => a - b);
  const cuts = cutStations(from, to, junctions, blockLength, minLength);
  if (cuts.length === 0) return [ground];
  const pieces: Polygonal[] = [];
  let rest: Polygonal | null = ground;
  [...cuts, Infinity].forEach((end, k) => {
    if (!rest) return;
    const start = k === 0 ? from - 1 : cuts[k - 1];
    // Sides well beyond the ground; ends square on the axis. What a piece takes is taken from the rest, so bends count once.
    const slab = Number.isFinite(end) ? kernel.buffer({ type: 'LineString', coordinates: stretch(axis, start, end) }, away * 1.5 + 10, { flatCaps: true }) : rest;
    const piece = slab && kernel.intersection(rest, slab);
    pieces.push(...polygonsIn(piece));
    rest = slab && kernel.difference(rest, slab);
  });
  return pieces.filter((piece) => planeArea(piece) > 0);
}

/** Stations of the cuts between `from` and `to`. */
export function cutStations(from: number, to: number, junctions: readonly number[], blockLength: number, minLength: number): number[] {
  const cuts: number[] = [];
  let at = from;
  while (to - at > blockLength * (1 + 1e-9)) {
    const latest = Math.min(at + blockLength, to - minLength);
    const junction = junctions.filter((station) => station >= at + minLength && station <= latest).pop();
    const next = junction ?? latest;
    if (!(next > at)) break;
    cuts.push(next);
    at = next;
  }
  return cuts;
}

/** Which part of the axis the ground lies along, and how far its corners are off it. */
function span(ground: Polygonal, axis: Axis): { from: number; to: number; away: number } {
  const found = { from: Infinity, to: -Infinity, away: 0 };
  eachPosition(ground, (position) => {
    const { station, away } = project(axis, position);
    found.from = Math.min(found.from, station);
    found.to = Math.max(found.to, station);
    found.away = Math.max(found.away, away);
  });
  return found;
}
