import { fairestAllocation, type FairestAllocation } from '../allocation/index.ts';
import { noProgress, type PlanFeature } from '../model/index.ts';
import { joinPairs, pairsWithin, type CatchmentPairs } from '../network/index.ts';
import { catchmentPairs, pointsOf, type ServiceId } from '../service/index.ts';
import { shortageAreas } from '../shortage/index.ts';
import { balanceOf, type Balance } from './balance.ts';
import type { Inputs, Params } from './types.ts';

/** What a slider shows: by unit in input order, with the areas. Typed arrays, so they can be handed over without a copy. */
export interface SessionState {
  ratio: Float64Array;
  shortage: Float64Array;
  areas: PlanFeature[];
  totalDemand: number;
  totalUnmet: number;
}

/**
 * One service kept ready for sliders: points, pairs and books stay, and only what a change touches is computed again. Pairs
 * are searched once for a wide radius; a smaller one is a filter.
 */
export class ServiceSession {
  private wide: { radius: number; detourFactor: number; pairs: CatchmentPairs } | null = null;
  private last: { key: string; pairs: CatchmentPairs; allocation: FairestAllocation } | null = null;

  /** `openShare` is the usable share that the books' capacities already carry. */
  private constructor(private readonly balance: Balance, private readonly openShare: number) {}

  static async open(service: ServiceId, inputs: Inputs, params: Params): Promise<ServiceSession> {
    return new ServiceSession(await balanceOf(service, inputs, params, noProgress), Number(params['usableShare']));
  }

  /** The state for these parameters; with `site`, as if its capacity were added. */
  move(params: Params, site: { feature: PlanFeature; capacity: number } | null = null): SessionState {
    const { books, ...rest } = this.balance;
    const { pairs, allocation } = this.allocate(params, site);
    const areas = shortageAreas({ ...rest, units: books.units, demand: books.demand, capacity: books.capacity, pairs: site ? this.pairsFor(params) : pairs, allocation }, params as unknown as Parameters<typeof shortageAreas>[1]);
    return { ratio: allocation.ratio, shortage: allocation.shortage, areas, totalDemand: allocation.totalDemand, totalUnmet: allocation.totalUnmet };
  }

  private allocate(params: Params, site: { feature: PlanFeature; capacity: number } | null): { pairs: CatchmentPairs; allocation: FairestAllocation } {
    const key = JSON.stringify([params['catchmentRadius'], params['detourFactor'], params['usableShare'], site?.feature.id, site?.capacity]);
    if (this.last?.key === key) return this.last;
    const base = this.pairsFor(params);
    const { books } = this.balance;
    const scale = Number(params['usableShare']) / this.openShare;
    const capacity = scale === 1 ? books.capacity : books.capacity.map((value) => value * scale);
    const pairs = site ? joinPairs(base, this.sitePairs(params, site.feature)) : base;
    const allocation = fairestAllocation(books.demand, site ? Float64Array.of(...capacity, site.capacity) : capacity, pairs);
    this.last = { key, pairs, allocation };
    return this.last;
  }

  private pairsFor(params: Params): CatchmentPairs {
    const radius = Number(params['catchmentRadius']), detourFactor = Number(params['detourFactor']);
    if (!this.wide || this.wide.detourFactor !== detourFactor || this.wide.radius < radius) {
      const widest = Math.max(radius * 1.5, 600);
      const walking = { ...this.balance.walking, radius: widest, detourFactor };
      this.wide = { radius: widest, detourFactor, pairs: catchmentPairs(walking, this.balance.reach, this.balance.facilityPoints).pairs };
    }
    return pairsWithin(this.wide.pairs, radius);
  }

  private sitePairs(params: Params, feature: PlanFeature): CatchmentPairs {
    const walking = { ...this.balance.walking, radius: Number(params['catchmentRadius']), detourFactor: Number(params['detourFactor']) };
    return catchmentPairs(walking, this.balance.reach, pointsOf([feature], this.balance.plane)).pairs;
  }
}
