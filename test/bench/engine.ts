import { fairestAllocation } from '../../geo/allocation/index.ts';
import { analysisOf, fillParams, type Params } from '../../geo/index.ts';
import { planeForLayers } from '../../geo/crs/index.ts';
import { loadKernel, projectGeometry } from '../../geo/geometry/index.ts';
import { catchmentPairs, openBooks, pointsOf, walkingBy } from '../../geo/service/index.ts';
import { shortageAreas, type AreaParams } from '../../geo/shortage/index.ts';
import { tiledCity } from './city.ts';
import { row, summary, timed, type Row } from './measure.ts';

/** 630 m in a straight line: with this reach the city of 100,000 units has about 390,000 pairs. */
export const PARAMS: Params = fillParams(analysisOf('parking-shortage'), { catchmentRadius: 630, detourFactor: 1 });

/** What a run has made ready before the timed part: demand, supply and places, projected. */
export async function ready(units: number, facilities: number) {
  const city = tiledCity(units, facilities);
  const plane = planeForLayers([city['demand-units']]);
  const books = openBooks('parking-night', city, PARAMS as Record<string, number>);
  const reach = pointsOf(books.units, plane);
  const facilityPoints = pointsOf(books.supplies.map(({ feature }) => feature), plane);
  const shapes = books.units.map(({ geometry }) => projectGeometry(plane, geometry));
  return { city, plane, books, reach, facilityPoints, shapes, kernel: await loadKernel(), walking: walkingBy(plane, PARAMS as Record<string, number>, undefined) };
}
export type Ready = Awaited<ReturnType<typeof ready>>;

/** The steps of a shortage analysis, each with its time. */
export function chain({ plane, kernel, books, reach, facilityPoints, shapes, walking }: Ready, outlines = true) {
  const started = performance.now();
  const { pairs } = catchmentPairs(walking, reach, facilityPoints);
  const paired = performance.now();
  const allocation = fairestAllocation(books.demand, books.capacity, pairs);
  const allocated = performance.now();
  const source = { plane, kernel, units: books.units, shapes, reach, demand: books.demand, capacity: books.capacity, pairs, allocation };
  const areas = shortageAreas(source, AREAS, { outlines });
  const done = performance.now();
  return { pairs, allocation, areas, steps: { pairs: paired - started, allocation: allocated - paired, areas: done - allocated, sum: done - started } };
}
const AREAS = PARAMS as unknown as AreaParams;

/** The speed of the whole: 100,000 demand units, 5,000 car parks. */
export async function engineRows(): Promise<Row[]> {
  const group = '100,000 units, 5,000 car parks';
  const opened = performance.now();
  const city = await ready(100_000, 5_000);
  const opening = performance.now() - opened;
  // Each way in rounds of its own: one does not clear away what the other left.
  const rounds = (outlines: boolean) => {
    const steps: ReturnType<typeof chain>['steps'][] = [];
    const { result } = timed((round) => {
      const outcome = chain(city, outlines);
      if (round >= 0) steps.push(outcome.steps);
      return outcome;
    }, { rounds: 7, warm: 2 });
    return { result, step: (name: keyof (typeof steps)[number]) => summary(steps.map((times) => times[name])) };
  };
  const { result: { pairs, allocation, areas }, step } = rounds(true), quick = rounds(false);
  const short = areas.reduce((sum, { properties }) => sum + Number(properties['units']), 0);
  return [
    row(group, 'pairs', step('pairs'), null, `${pairs.facility.length} pairs of ${city.books.supplies.length} car parks open by night`),
    row(group, 'fairest allocation', step('allocation'), null, `${allocation.blocks.length} blocks; unmet ${Math.round(allocation.totalUnmet)} of ${Math.round(allocation.totalDemand)}`),
    row(group, 'shortage areas, as the ground of their units', quick.step('areas'), null, `${areas.length} areas of ${short} units, with all their figures`),
    row(group, 'shortage areas, with an outline each', step('areas')),
    row(group, 'pairs + allocation + areas as ground', quick.step('sum'), 1000),
    row(group, 'pairs + allocation + areas with outlines', step('sum'), 1000),
    row(group, 'making the city and its books (once)', { median: opening, worst: opening }),
  ];
}
