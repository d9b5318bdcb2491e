import { booleanPointInPolygon, buffer, circle, featureCollection, flatten, point, pointsWithinPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import { fairestAllocation } from '../../geo/allocation/index.ts';
import { reachPoints } from '../../geo/geometry/index.ts';
import { pairsFrom, pointSet } from '../../geo/network/index.ts';
import type { PlanFeature } from '../../geo/index.ts';
import { catchmentPairs } from '../../geo/service/index.ts';
import { shortageAreas, type AreaParams } from '../../geo/shortage/index.ts';
import { PARAMS, ready, type Ready } from './engine.ts';
import { row, summary, timed, type Row } from './measure.ts';

const UNITS = 2_400, FACILITIES = 119;
const WHOLE = 100_000 / UNITS * 5_000 / FACILITIES;
const RADIUS = Number(PARAMS['catchmentRadius']) / 1000, LINK = Number(PARAMS['linkDistance']) / 1000;

/**
 * The same job with plain Turf, on one district of that city, since the whole would take hours: a disc about each car park,
 * the units' points within it, and the short units buffered by half the linking distance, united and taken apart. The fair
 * allocation between is the engine's in both, as Turf has none, and is not timed. Units are taken at one point each.
 */
export async function turfRows(): Promise<Row[]> {
  const group = `the same with plain Turf, on ${UNITS} units and ${FACILITIES} car parks`;
  const city = await ready(UNITS, FACILITIES);
  const { books } = city;
  const facilities = books.supplies.map(({ feature }) => firstPoint(feature));
  const units = featureCollection(books.units.map((unit, i) => ({ ...firstPoint(unit), properties: { i } })));
  const onePoint = { ...city, reach: pointsAt(units.features, city), facilityPoints: pointsAt(facilities, city) };

  const turfPairs = timed(() => facilities.map((facility) => pointsWithinPolygon(units, circle(facility, RADIUS, { units: 'kilometers' })).features.map(({ properties }) => properties!['i'] as number)), { rounds: 3, warm: 1 });
  const inEach = timed(() => facilities.map((facility) => {
    const disc = buffer(facility, RADIUS, { units: 'kilometers' })!;
    return units.features.filter((unit) => booleanPointInPolygon(unit, disc));
  }), { rounds: 3, warm: 1 });
  const ownPairs = timed(() => catchmentPairs(city.walking, onePoint.reach, onePoint.facilityPoints).pairs, { rounds: 7 });

  const short = shortOf(books.demand, books.capacity, turfPairs.result);
  const turfAreas = timed(() => turfClusters(short.map((u) => books.units[u])), { rounds: 1, warm: 0 });
  const source = { ...onePoint, units: books.units, demand: books.demand, capacity: books.capacity, pairs: ownPairs.result, allocation: fairestAllocation(books.demand, books.capacity, ownPairs.result) };
  const ownAreas = timed(() => shortageAreas(source, PARAMS as unknown as AreaParams), { rounds: 5 });
  const pairsFound = turfPairs.result.reduce((sum, found) => sum + found.length, 0);
  return [
    row(group, 'pairs: circle + pointsWithinPolygon', turfPairs, null, `${pairsFound} pairs (a disc of 64 corners on a sphere); it grows with units × car parks, so the whole city would take about ${Math.round(turfPairs.median * WHOLE / 1000)} s`),
    row(group, 'pairs: buffer + booleanPointInPolygon', inEach),
    row(group, 'pairs: Undercroft', ownPairs, null, `${ownPairs.result.facility.length} pairs (ellipsoid)`),
    row(group, 'areas: buffer + union + flatten', turfAreas, null, `${turfAreas.result} clusters of ${short.length} short units, no figures`),
    row(group, 'areas: Undercroft, with outlines', ownAreas, null, `${ownAreas.result.length} areas with their figures`),
    ratio(group, 'pairs: Turf / Undercroft', turfPairs.median / ownPairs.median),
    ratio(group, 'areas: Turf / Undercroft', turfAreas.median / ownAreas.median),
    ratio(group, 'both: Turf / Undercroft', (turfPairs.median + turfAreas.median) / (ownPairs.median + ownAreas.median)),
  ];
}
const ratio = (group: string, job: string, value: number): Row => ({ group, job, ...summary([value]), unit: 'x', target: null, note: '' });
const firstPoint = (feature: PlanFeature): Feature<Point> => point([...reachPoints(feature)[0]]);
const pointsAt = (points: readonly Feature<Point>[], { plane }: Ready) => pointSet(points.map((place, i) => ({ ...place, id: String(i), properties: {} })), plane);

/** The units that lack stalls, by the engine's allocation on Turf's pairs. */
function shortOf(demand: Float64Array, capacity: Float64Array, found: readonly (readonly number[])[]): number[] {
  const facility = found.flatMap((units, f) => units.map(() => f));
  const { shortage, ratio: served } = fairestAllocation(demand, capacity, pairsFrom(demand.length, capacity.length, found.flat(), facility, facility.map(() => 0)));
  return [...shortage.keys()].filter((u) => shortage[u] > 0 && served[u] < Number(PARAMS['shortageThreshold']));
}

function turfClusters(units: readonly PlanFeature[]): number {
  const grown = units.map((unit) => buffer(unit as Feature<Polygon>, LINK / 2, { units: 'kilometers', steps: 4 })!);
  const whole = union(featureCollection(grown as Feature<Polygon | MultiPolygon>[]));
  return whole ? flatten(whole).features.length : 0;
}
