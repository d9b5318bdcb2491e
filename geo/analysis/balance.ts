import type { Geometry } from 'geojson';
import { fairestAllocation, type FairestAllocation } from '../allocation/index.ts';
import { planeForLayers, type Plane } from '../crs/index.ts';
import { loadKernel, projectGeometry, type Kernel } from '../geometry/index.ts';
import { byId, type Issue, type PlanFeature, type Progress } from '../model/index.ts';
import type { CatchmentPairs, PointSet } from '../network/index.ts';
import { catchmentPairs, networkIssues, openBooks, pointsOf, walkingBy, type DemandParams, type ServiceBooks, type ServiceId, type Walking } from '../service/index.ts';
import { shortageAreas } from '../shortage/index.ts';
import type { Inputs, Params } from './types.ts';

/** Everything one service's balance rests on: books, places, pairs, allocation. */
export interface Balance {
  books: ServiceBooks;
  plane: Plane;
  kernel: Kernel;
  walking: Walking;
  reach: PointSet;
  facilityPoints: PointSet;
  shapes: Geometry[];
  pairs: CatchmentPairs;
  allocation: FairestAllocation;
  issues: Issue[];
}

/**
 * Demand, supply, pairs and the fairest allocation of a service. The start of every analysis. Units stay in the order in
 * which they are given, since whoever asks reads results by row; everything else is taken by ascending id.
 */
export async function balanceOf(service: ServiceId, given: Inputs, params: Params, progress: Progress): Promise<Balance> {
  const inputs = Object.fromEntries(Object.entries(given).map(([name, layer]) => [name, layer && name !== 'demand-units' ? byId(layer) : layer]));
  progress('step.read', 0.02);
  const kernel = await loadKernel();
  const plane = planeOf(inputs, params);
  const books = openBooks(service, inputs, params as DemandParams);
  const walking = walkingBy(plane, params as Record<string, number>, inputs['walking-network']);
  const reach = pointsOf(books.units, plane);
  const facilityPoints = pointsOf(books.supplies.map(({ feature }) => feature), plane);
  progress('step.pairs', 0.15);
  const catchment = catchmentPairs(walking, reach, facilityPoints), { pairs } = catchment;
  progress('step.allocate', 0.4);
  const allocation = fairestAllocation(books.demand, books.capacity, pairs);
  const shapes = books.units.map(({ geometry }) => projectGeometry(plane, geometry));
  return { books, plane, kernel, walking, reach, facilityPoints, shapes, pairs, allocation, issues: [...books.issues, ...networkIssues(books, walking, catchment)] };
}

/** One planning CRS for the whole analysis: the parameter, else the zone of the demand units. */
export function planeOf(inputs: Inputs, params: Params): Plane {
  const units = inputs['demand-units'];
  const layers = units ? [units] : Object.values(inputs).filter((layer) => layer !== undefined);
  return planeForLayers(layers, String(params['crs'] ?? 'auto'));
}

export function areasOf(balance: Balance, params: Params): PlanFeature[] {
  const { books, ...rest } = balance;
  return shortageAreas({ ...rest, units: books.units, demand: books.demand, capacity: books.capacity }, params as unknown as Parameters<typeof shortageAreas>[1]);
}
