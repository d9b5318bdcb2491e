import { fairestAllocation, type FairestAllocation } from '../allocation/index.ts';
import { noProgress, type PlanFeature } from '../model/index.ts';
import { joinPairs, pairsWithin, type CatchmentPairs } from '../network/index.ts';
import { catchmentPairs, pointsOf, type ServiceId } from '../service/index.ts';
import { QuickAreas, shortageAreas, type AreaParams } from '../shortage/index.ts';
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

/** A site whose capacity is added in a what-if. */
interface Trial {
  feature: PlanFeature;
  capacity: number;
}
/** `base` and `capacity` are what is there; the allocation counts the site on trial too. */
interface Allocated {
  key: string;
  base: CatchmentPairs;
  capacity: Float64Array;
  allocation: FairestAllocation;
}

/**
 * One service kept ready for sliders: points, pairs and books stay, and only what a change touches is computed again. Pairs
 * are searched once for a wide radius; a smaller one is a filter.
 */
export class ServiceSession {
  private wide: { radius: number; detourFactor: number; pairs: CatchmentPairs } | null = null;
  private last: Allocated | null = null;
  private readonly quick = new QuickAreas();

  /** `openShare` is the usable share that the books' capacities already carry. */
  private constructor(private readonly balance: Balance, private readonly openShare: number) {}

  static async open(service: ServiceId, inputs: Inputs, params: Params): Promise<ServiceSession> {
    return new ServiceSession(await balanceOf(service, inputs, params, noProgress), Number(params['usableShare']));
  }

  /**
   * The state for these parameters; with `site`, as if its capacity were added. `outlines` draws each area as one shape;
   * without them it comes as the ground of its units, ten to twenty times sooner: for a slider that is still moving.
   */
  move(params: Params, site: Trial | null = null, { outlines = true } = {}): SessionState {
    const { books, ...rest } = this.balance;
    const { base, capacity, allocation } = this.allocate(params, site);
    const source = { ...rest, units: books.units, demand: books.demand, capacity, pairs: base, allocation };
    const areas = outlines ? shortageAreas(source, params as unknown as AreaParams) : this.quick.areas(source, params as unknown as AreaParams);
    return { ratio: allocation.ratio, shortage: allocation.shortage, areas, totalDemand: allocation.totalDemand, totalUnmet: allocation.totalUnmet };
  }

  private allocate(params: Params, site: Trial | null): Allocated {
    const key = JSON.stringify([params['catchmentRadius'], params['detourFactor'], params['usableShare'], site?.capacity, site?.feature.geometry, site?.feature.properties['entrances']]);
    if (this.last?.key === key) return this.last;
    const { books } = this.balance;
    const base = this.pairsFor(params);
    const scale = Number(params['usableShare']) / this.openShare;
    const capacity = scale === 1 ? books.capacity : books.capacity.map((value) => value * scale);
    const allocation = site
      ? fairestAllocation(books.demand, Float64Array.of(...capacity, site.capacity), joinPairs(base, this.sitePairs(params, site.feature)))
      : fairestAllocation(books.demand, capacity, base);
    this.last = { key, base, capacity, allocation };
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
