import type { PlanFeature } from '../model/index.ts';
import { capacityOf, type Capacity } from './capacity.ts';
import { costOf, type Cost } from './cost.ts';
import { boxOf } from './depth.ts';
import { ownTiming } from './find.ts';
import { numberIn, planarOf } from './ground.ts';
import { hitsOf } from './hits.ts';
import type { Reliefs } from './indicators.ts';
import { basesOf, CAPACITY, type Bases } from './measure.ts';
import { numberOf } from './parameters.ts';
import { reliefBySize } from './relief.ts';
import { SITE_SOURCES } from './sources.ts';
import { withRoadWorks } from './timing.ts';
import type { SiteContext } from './types.ts';

/** What a site would be with another cover or other levels, on the same ground. */
export interface TriedSite extends Capacity {
  top: number;
  bottom: number;
  levels: number;
  cost: Cost;
  relief: Record<keyof Reliefs, number>;
}

/**
 * A site while a hand moves its box: layers are read and services opened once, and a try is three maximum flows from a network that is
 * kept. The ground stays what it was found to be; what another depth meets there is a conflict, and costs what that kind of ground costs.
 */
export class SiteTrial {
  private site: { feature: PlanFeature; relief: Record<keyof Reliefs, (capacity: number) => number> } | null = null;
  private readonly bases: Bases;

  /** The layers, parameters and date of the run that found the site. */
  constructor(private readonly context: Omit<SiteContext, 'need'>) {
    this.bases = basesOf(context, context.params);
  }

  /** `site`: a feature of the result `candidate-sites`; depths in m. */
  at(site: PlanFeature, top: number, levels: number): TriedSite {
    const { params, plane, kernel, barriers, inputs } = this.context, box = boxOf(top, levels, numberOf(params, 'levelHeight'));
    const capacity = capacityOf(numberIn(site, 'area') ?? 0, levels, params), shape = planarOf(site, plane, kernel), source = SITE_SOURCES.find(({ id }) => id === site.properties['source']) ?? SITE_SOURCES[0];
    const feature = inputs[source.input]?.features.find(({ id }) => id === site.properties['sourceId']) ?? site;
    const draft = { source, feature, stalls: capacity.stalls, hits: shape ? hitsOf(shape, box, barriers, kernel) : [] };
    const relief = this.reliefOf(site), share = numberOf(params, 'usableShare'), gain = (service: keyof Reliefs) => relief[service](CAPACITY[service](capacity) * share);
    return {
      ...capacity, top: box.top, bottom: box.bottom, levels, cost: costOf(draft, withRoadWorks(draft, ownTiming(draft, this.context)), params),
      relief: { night: gain('night'), day: gain('day'), shelter: gain('shelter') },
    };
  }
  private reliefOf(site: PlanFeature) {
    if (this.site?.feature.id !== site.id) {
      const { night, day, shelter } = this.bases, of = (base: Bases['night']) => reliefBySize(base, { ...site, properties: { entrances: site.properties['entrances'] ?? null } });
      this.site = { feature: site, relief: { night: of(night), day: of(day), shelter: of(shelter) } };
    }
    return this.site.relief;
  }
}
