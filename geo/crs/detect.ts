import type { Position } from 'geojson';
import type { Extent } from '../model/index.ts';
import { CANDIDATES, LOCAL, type Candidate } from './candidates.ts';
import type { CrsGuess } from './crs.ts';
import { crsByCode } from './table.ts';

export interface DetectOptions {
  /** West, south, east, north in degrees of what the project already holds. */
  near?: Extent | null;
}
/** How much likelier a reading becomes that leads to the place of the project. */
const NEAR = 200;
/** A file may lie beside what is there already, this far in degrees. */
const BESIDE = 0.3;
/** Readings that fewer of the sampled positions allow are dropped; what is missing lowers the confidence. */
const LEAST_SHARE = 0.6;
/** No reading of bare numbers is surer than this: they could be of another datum (Xi'an 80, Beijing 54), some 100 m off. */
const SUREST = 0.95;
const SAMPLE = 100;

/**
 * What the CRS of these x, y may be, likeliest first. A candidate stands while its places fall where it is used; the confidence is
 * its share of the weights of all that stand. Two that cannot be told apart thus share it and both fall below `ASK`.
 */
export function detectCrs(positions: readonly Position[], { near = null }: DetectOptions = {}): CrsGuess[] {
  const sample = sampleOf(positions);
  if (sample.length === 0) return [];
  const standing = CANDIDATES.flatMap((candidate) => {
    const places = placesOf(candidate, sample);
    if (!places) return [];
    const share = places.filter((place) => isWithin(place, candidate.within)).length / places.length;
    const nearness = near && !candidate.mention ? share * nearnessOf(places, near) : 0;
    if (candidate.onlyNear && nearness === 0) return [];
    return [{ candidate, share, nearness, weight: candidate.weight * share * share * (1 + NEAR * nearness) }];
  });
  const kept = standing.filter(({ candidate }) => !isRepeated(candidate, standing));
  const localWeight = LOCAL.weight * (kept.length === 0 || kept.every(({ candidate }) => candidate.reason === 'assumed') ? 3 : isScattered(kept[0].candidate, sample) ? 6 : 0.5);
  const total = kept.reduce((sum, { weight }) => sum + weight, localWeight);
  const guesses = kept.map(({ candidate: { code, swapped, reason }, share, nearness, weight }): CrsGuess => (
    { code, swapped, confidence: rounded(SUREST * share * weight / total), reason: nearness > 0 ? 'near' : reason }));
  const local: CrsGuess = { code: LOCAL.code, swapped: false, confidence: rounded(Math.min(0.3, SUREST * localWeight / total)), reason: LOCAL.reason };
  return [...guesses, local].sort((a, b) => b.confidence - a.confidence);
}

/** Numbers only, not the 0, 0 of rows without a place, at even steps through the file. */
function sampleOf(positions: readonly Position[]): Position[] {
  const usable = positions.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y) && !(x === 0 && y === 0));
  const step = Math.max(1, usable.length / SAMPLE);
  return Array.from({ length: Math.min(SAMPLE, usable.length) }, (_, i) => usable[Math.floor(i * step)]);
}
/** Null as soon as too many lie outside of where the candidate is used. */
function placesOf({ code, swapped, within }: Candidate, sample: readonly Position[]): [number, number][] | null {
  const crs = crsByCode(code);
  const places: [number, number][] = [];
  let outside = 0;
  for (const [x, y] of sample) {
    const place = swapped ? crs.toDegrees(y, x) : crs.toDegrees(x, y);
    if (!isWithin(place, within) && ++outside > (1 - LEAST_SHARE) * sample.length) return null;
    places.push(place);
  }
  return places;
}
const isWithin = ([lon, lat]: readonly [number, number], [west, south, east, north]: Extent): boolean => lon >= west && lat >= south && lon <= east && lat <= north;
const grown = ([west, south, east, north]: Extent, by: number): Extent => [west - by, south - by, east + by, north + by];

/** 0 where most places are beside the project, up to 1 where all are in it. */
function nearnessOf(places: readonly [number, number][], near: Extent): number {
  const count = (extent: Extent) => places.filter((place) => isWithin(place, extent)).length / places.length;
  const beside = count(grown(near, BESIDE));
  return beside < LEAST_SHARE ? 0 : 0.5 * beside + 0.5 * count(grown(near, BESIDE / 30));
}

/** A row that says the same as one before it: degrees of the world within China, web mercator twice. */
function isRepeated(candidate: Candidate, standing: readonly { candidate: Candidate }[]): boolean {
  const first = standing.find((other) => other.candidate.code === candidate.code && other.candidate.swapped === candidate.swapped)!.candidate;
  return first !== candidate || (candidate.code === 'EPSG:4326' && standing.some(({ candidate: other }) => other.code === 'EPSG:4490'));
}
/** Degrees outside China that reach over more than a city may as well be small metres of a local grid. */
function isScattered({ code }: Candidate, sample: readonly Position[]): boolean {
  if (code !== 'EPSG:4326') return false;
  const spread = (axis: 0 | 1) => { const values = sample.map((position) => position[axis]).sort((a, b) => a - b); return values[Math.floor(values.length * 0.95)] - values[Math.floor(values.length * 0.05)]; };
  return spread(0) > 3 || spread(1) > 3;
}
const rounded = (confidence: number): number => Math.max(1, Math.round(confidence * 1000)) / 1000;
