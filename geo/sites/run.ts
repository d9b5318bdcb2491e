import type { AnalysisResult, DepthContext, Factor, FeatureId, Inputs, Layer, Params, PlanFeature, Progress } from '../model/index.ts';
import { acceptabilityOf, BENEFIT_INDICATORS, rankSites, type IndicatorTable } from '../ranking/index.ts';
import { shortageAreas } from '../shortage/index.ts';
import { projectGeometry } from '../geometry/index.ts';
import { boxOf } from './depth.ts';
import { explainFailure, explainSite, type AreaRelief } from './explain.ts';
import { isPolygonal } from './ground.ts';
import { indicatorValues, type Measured } from './indicators.ts';
import { closeRanking, runIndicators, runIssues } from './report.ts';
import { numberOf } from './parameters.ts';
import { measureSites, reliefsOf } from './measure.ts';
import { gainsByUnit, type ServiceRelief } from './relief.ts';
import { failedFeature, siteProperties } from './result.ts';
import type { SiteContext } from './types.ts';
import { weightsOf } from './weights.ts';
import type { Zone } from './zones.ts';

/** Sites with all that is said of them, those that failed, and how the others rank. */
export async function runCandidateSites(inputs: Inputs, params: Params, progress: Progress, depths?: DepthContext): Promise<AnalysisResult> {
  const { weights, ahp, issues } = weightsOf(params);
  progress('step.read', 0.02);
  const { context, bases, found, sites } = await measureSites(inputs, params, (share) => progress('step.sites', 0.05 + share * 0.45), depths);
  const reliefs = reliefsOf(bases, params, sites, progress);
  progress('step.rank', 0.85);
  const values = indicatorValues(sites, reliefs, context);
  const table: IndicatorTable = {
    indicators: BENEFIT_INDICATORS,
    sites: sites.map(({ draft, timing }, s) => ({ id: draft.id, held: timing?.locked === true, values: BENEFIT_INDICATORS.map(({ key }) => values[s][key] ?? null) })),
  };
  const ranking = rankSites(table, weights);
  const shares = acceptabilityOf(table, numberOf(params, 'samples'), numberOf(params, 'seed'));
  const areas = areasRelieved(params['period'] === 'day' ? reliefs.day : reliefs.night, context, params);
  const rows = sites.map((site, s) => {
    const zone = zoneUnder(site, context);
    const ranked = ranking.sites[s];
    return {
      rank: ranked.rank, id: site.draft.id,
      feature: { ...site.feature, properties: siteProperties(site, values[s], ranked, shares[s], zone, areas[s].map(({ id }) => id), context.depths.strata) },
      factors: [...explainSite(site, zone, areas[s], 'stall', params), ...ranked.factors],
    };
  }).sort((a, b) => a.rank - b.rank);
  const failed = found.failed.map((failure) => ({ feature: failedFeature(failure), factors: explainFailure(failure) }));
  progress('step.done', 1);
  return {
    layers: {
      'candidate-sites': layer('candidate-sites', 'candidate-site', rows.map(({ feature }) => feature)),
      'failed-sites': layer('failed-sites', 'failed-site', failed.map(({ feature }) => feature)),
    },
    indicators: runIndicators(found, sites, reliefs, ranking.weights, ahp),
    issues: [...issues, ...runIssues(found, sites, reliefs, context), ...closeRanking(table, ranking, rows.map(({ feature }) => feature))],
    explain: { 'candidate-sites': factorsById(rows), 'failed-sites': factorsById(failed) },
  };
}
const layer = (id: string, schema: Layer['schema'], features: PlanFeature[]): Layer => ({ id, schema, name: id, features });
const factorsById = (rows: readonly { feature: PlanFeature; factors: Factor[] }[]): Record<FeatureId, Factor[]> => Object.fromEntries(rows.map(({ feature, factors }) => [feature.id, factors]));

/** By site: the shortage areas (METHODS 4) whose units are less short with it, the most first. */
function areasRelieved(relief: ServiceRelief, { plane, kernel }: SiteContext, params: Params): AreaRelief[][] {
  const { books, existing, reach, allocation } = relief;
  const shapes = books.units.map(({ geometry }) => projectGeometry(plane, geometry));
  const areas = shortageAreas({ plane, kernel, units: books.units, shapes, reach, demand: books.demand, capacity: books.capacity, pairs: existing, allocation }, params as unknown as Parameters<typeof shortageAreas>[1]);
  const areaOf = new Map(areas.flatMap((area) => ((area.properties['unitIds'] ?? []) as string[]).map((unit) => [unit, area] as const)));
  return gainsByUnit(relief).map((units) => {
    const gains = new Map<PlanFeature, number>();
    for (const { unit, gain } of units) {
      const area = areaOf.get(books.units[unit].id);
      if (area) gains.set(area, (gains.get(area) ?? 0) + gain);
    }
    return [...gains].map(([area, gain]) => ({ id: area.id, name: String(area.properties['name'] ?? area.id), gain })).sort((a, b) => b.gain - a.gain || (a.id < b.id ? -1 : 1));
  });
}

function zoneUnder({ draft }: Measured, { zones, params, inputs }: SiteContext): Zone | null {
  if (draft.source.id === 'plan-zone') return zones.list.find(({ feature }) => feature === draft.feature) ?? null;
  if (!isPolygonal(draft.shape) || !inputs['underground-zones']) return null;
  const top = draft.topDepth ?? numberOf(params, draft.source.cover);
  return zones.governing(draft.shape, draft.bottomDepth === null ? boxOf(top, 1, numberOf(params, 'levelHeight')) : { top, bottom: draft.bottomDepth });
}
