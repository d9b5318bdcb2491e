import type { PlanFeature, RankedSite } from '../../../geo/index.ts';
import type { SiteView } from './SiteFilter.tsx';

export interface SiteRow {
  site: PlanFeature;
  ranked: RankedSite;
}

/** How the list is put in order; the first key of each is the better end. */
const ORDERS: Readonly<Record<SiteView['by'], (row: SiteRow) => number>> = {
  rank: ({ ranked }) => ranked.rank,
  reliefNight: ({ site }) => -Number(site.properties['reliefNight'] ?? 0),
  reliefShelter: ({ site }) => -Number(site.properties['reliefShelter'] ?? 0),
  costPerReliefStall: ({ site }) => Number(site.properties['costPerReliefStall'] ?? Infinity),
  deadline: ({ site }) => (site.properties['status'] === 'missed' ? 1e9 : Number(site.properties['daysLeft'] ?? 1e8)),
};

/** The sites that pass the filter, in the order asked for; equal ones by rank. */
export function sitesShown(sites: readonly PlanFeature[], ranked: readonly RankedSite[], { source, status, by }: SiteView): SiteRow[] {
  const key = ORDERS[by];
  return sites.map((site, i) => ({ site, ranked: ranked[i] }))
    .filter(({ site }) => (source === '' || site.properties['source'] === source) && (status === '' || site.properties['status'] === status))
    .sort((a, b) => key(a) - key(b) || a.ranked.rank - b.ranked.rank);
}
