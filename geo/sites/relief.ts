import { fairestAllocation, ReliefNetwork, SiteTrials, type FairestAllocation } from '../allocation/index.ts';
import type { Inputs, Issue, Params, PlanFeature } from '../model/index.ts';
import { joinPairs, type CatchmentPairs, type PointSet } from '../network/index.ts';
import { catchmentPairs, networkIssues, offNetwork, openBooks, pointsOf, type DemandParams, type ServiceBooks, type ServiceId, type Walking } from '../service/index.ts';

/** One service as it stands, before any site. */
export interface ServiceBase {
  service: ServiceId;
  walking: Walking;
  books: ServiceBooks;
  reach: PointSet;
  existing: CatchmentPairs;
  allocation: FairestAllocation;
  issues: Issue[];
}
/** What each site would add to it. */
export interface ServiceRelief extends ServiceBase {
  /** Units to existing facilities, then to the sites: column `existing.facilities + s` is site s. */
  pairs: CatchmentPairs;
  /** By site: fall in total unmet demand, exact. */
  gain: number[];
  /** By site: what it adds, after the usable share. */
  added: readonly number[];
}

export function baseOf(service: ServiceId, inputs: Inputs, params: Params, walking: Walking): ServiceBase {
  const books = openBooks(service, inputs, params as DemandParams);
  const reach = pointsOf(books.units, walking.plane);
  const facilities = pointsOf(books.supplies.map(({ feature }) => feature), walking.plane);
  const catchment = catchmentPairs(walking, reach, facilities), existing = catchment.pairs;
  return { service, walking, books, reach, existing, allocation: fairestAllocation(books.demand, books.capacity, existing), issues: [...books.issues, ...networkIssues(books, walking, catchment)] };
}

/**
 * Relief of sites for one service: the gain in maximum flow when the site's capacity is added to what is there, site by
 * site against the same base. Stalls and persons, by night, by day and in war are never added up.
 */
export function reliefOf(base: ServiceBase, sites: readonly PlanFeature[], capacity: readonly number[]): ServiceRelief {
  const { books, existing, reach, walking } = base;
  const own = catchmentPairs(walking, reach, pointsOf(sites, walking.plane));
  const pairs = joinPairs(existing, own.pairs);
  const network = new ReliefNetwork(books.demand, Float64Array.from([...books.capacity, ...sites.map(() => 0)]), pairs);
  const issues = [...base.issues, ...offNetwork('network.sites-off', 'candidate-sites', own.offFacilities.map((s) => sites[s].id), walking)];
  return { ...base, issues, pairs, gain: sites.map((_, s) => network.relief(existing.facilities + s, capacity[s])), added: capacity };
}

/** One site that may hold this much or that: its relief by what is added, against the same base. */
export function reliefBySize(base: ServiceBase, site: PlanFeature): (capacity: number) => number {
  const { books, existing, reach, walking } = base;
  const pairs = joinPairs(existing, catchmentPairs(walking, reach, pointsOf([site], walking.plane)).pairs);
  const network = new ReliefNetwork(books.demand, Float64Array.from([...books.capacity, 0]), pairs);
  return (capacity) => network.relief(existing.facilities, capacity);
}

/** By site: which units are less short with it, and by how much. The sum over the units is the site's relief. */
export function gainsByUnit({ books, pairs, existing, allocation, added }: ServiceRelief): { unit: number; gain: number }[][] {
  const trials = new SiteTrials(books.demand, books.capacity, pairs, allocation);
  return added.map((capacity, s) => trials.gains(existing.facilities + s, capacity));
}

/** The units that a site reaches, with their walking distance; `rows[s]` by ascending unit. */
export function reachedBy({ pairs, existing }: ServiceRelief, sites: number): { unit: number; metres: number }[][] {
  const rows: { unit: number; metres: number }[][] = Array.from({ length: sites }, () => []);
  for (let unit = 0; unit < pairs.units; unit++) {
    for (let p = pairs.start[unit]; p < pairs.start[unit + 1]; p++) {
      if (pairs.facility[p] >= existing.facilities) rows[pairs.facility[p] - existing.facilities].push({ unit, metres: pairs.cost[p] });
    }
  }
  return rows;
}

/** Units that reach no capacity at all today. */
export function uncovered({ existing, books }: ServiceRelief): Uint8Array {
  const without = new Uint8Array(existing.units).fill(1);
  for (let unit = 0; unit < existing.units; unit++) {
    for (let p = existing.start[unit]; p < existing.start[unit + 1]; p++) if (books.capacity[existing.facility[p]] > 0) without[unit] = 0;
  }
  return without;
}
