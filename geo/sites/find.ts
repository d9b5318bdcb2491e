import type { Polygonal } from '../geometry/index.ts';
import type { PlanFeature } from '../model/index.ts';
import { isPolygonal } from './ground.ts';
import { SITE_SOURCES } from './sources.ts';
import { joint, type RoadTiming } from './timing.ts';
import type { SiteContext, SiteDraft, SiteSource } from './types.ts';

/** A source feature that gave no site, with the codes of why. */
export interface FailedSource {
  source: SiteSource;
  feature: PlanFeature;
  reasons: string[];
  area: number | null;
  length: number | null;
}
export interface Found {
  drafts: SiteDraft[];
  failed: FailedSource[];
  /** Source features that were looked into. */
  tested: number;
}

/** Goes through every source and every feature of it. */
export function findSites(context: SiteContext, told: (share: number) => void): Found {
  const found: Found = { drafts: [], failed: [], tested: 0 };
  SITE_SOURCES.forEach((source, k) => {
    const features = context.inputs[source.input]?.features ?? [];
    features.forEach((feature, i) => {
      const result = source.sites(feature, context);
      if (i % 20 === 0) told((k + i / features.length) / SITE_SOURCES.length);
      if (!result) return;
      found.tested++;
      found.drafts.push(...result.sites);
      if (result.sites.length === 0) found.failed.push({ source, feature, reasons: result.reasons, area: result.area, length: result.length });
    });
  });
  return found;
}

/** The times of the road project that the site is a part of; null for any other source. */
export function ownTiming({ source, feature }: Pick<SiteDraft, 'source' | 'feature'>, { roads }: Pick<SiteContext, 'roads'>): RoadTiming | null {
  return source.id === 'road-project' ? roads.of(feature)?.timing ?? null : null;
}

/** Window and lock of a site: of its own road project, and of any other under which a good part of it lies. Opening a shelter digs up nothing. */
export function siteTiming({ source, feature, shape }: SiteDraft, { roads }: SiteContext): RoadTiming | null {
  if (source.id === 'existing-shelter') return null;
  const own = source.id === 'road-project' ? roads.of(feature) : undefined;
  const over = isPolygonal(shape) ? roads.over(shape as Polygonal) : [];
  return joint([...(own ? [own] : []), ...over.filter((road) => road !== own)].map(({ timing }) => timing));
}
