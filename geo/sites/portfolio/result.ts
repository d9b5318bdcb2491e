import { inheritedSecrecy } from '../../io/index.ts';
import { issue, type Factor, type FeatureId, type Indicator, type Issue, type PlanFeature, type Unit } from '../../model/index.ts';
import { lostWithout, reliefAlone, type FrontierPoint, type Portfolio, type PortfolioProblem } from '../../ranking/index.ts';
import type { Measured } from '../indicators.ts';
import type { ServiceRelief } from '../relief.ts';

/** All sites of a run with what became of each: the chosen by phase, then the others by id. */
export function portfolioFeatures(problem: PortfolioProblem, { best, greedy }: Portfolio, sites: readonly Measured[]): PlanFeature[] {
  const alone = reliefAlone(problem), lost = best ? lostWithout(problem, best) : sites.map(() => 0);
  const rivals = sites.map((_, s) => problem.exclusions.flatMap(([a, b]) => (a === s ? [b] : b === s ? [a] : [])));
  const phase = (s: number) => best?.plan[s] ?? 0;
  return sites.map(({ draft, feature, cost }, s): PlanFeature => ({
    type: 'Feature', id: draft.id, geometry: feature.geometry,
    properties: {
      id: draft.id, name: draft.name, portfolioState: stateOf(problem, s, phase, rivals[s], alone[s]), buildPhase: phase(s) || null, source: draft.source.id, sourceId: draft.feature.id,
      rivals: rivals[s].map((other) => sites[other].draft.id).sort().join(','), capacity: problem.sites[s].capacity, cost: cost.base, reliefAlone: alone[s], reliefLost: lost[s], greedyChosen: greedy ? greedy.plan[s] > 0 : null,
      ...inheritedSecrecy([draft.feature]),
    },
  })).sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}
const placeOf = ({ properties }: PlanFeature): number => Number(properties['buildPhase'] ?? Infinity);

/** The first of these that holds. */
function stateOf({ must, mustNot, sites, budgets }: PortfolioProblem, s: number, phase: (site: number) => number, rivals: readonly number[], alone: number): string {
  if (phase(s) > 0) return must.has(s) ? 'must' : 'chosen';
  if (mustNot.has(s)) return 'must-not';
  if (sites[s].earliest > budgets.length) return 'locked';
  if (rivals.some((other) => phase(other) > 0)) return 'rival';
  return alone > 0 ? 'left' : 'no-relief';
}

export function portfolioIndicators({ aim }: PortfolioProblem, { best, greedy, bound, gap, costBound }: Portfolio, { allocation }: ServiceRelief, sites: number, unit: Unit): Indicator[] {
  const end = best ? best.relief[best.relief.length - 1] : null;
  const spent = best ? best.spent.reduce((a, b) => a + b, 0) : null;
  const [sought, way]: [Unit, 1 | -1] = aim === 'cost' ? ['10k yuan', -1] : [unit, 1];
  return [
    { key: 'candidateSites', value: sites, unit: 'count', direction: 0 }, { key: 'portfolioSites', value: best ? best.plan.filter((phase) => phase > 0).length : null, unit: 'count', direction: 0 },
    { key: 'portfolioRelief', value: end, unit, direction: 1 }, { key: 'portfolioCost', value: spent, unit: '10k yuan', direction: -1 },
    { key: 'portfolioValue', value: best?.value ?? null, unit: sought, direction: way }, { key: 'portfolioBound', value: bound, unit: sought, direction: 0 }, { key: 'portfolioGap', value: gap, unit: 'ratio', direction: -1 },
    ...(costBound === null ? [] : [{ key: 'portfolioCostBound', value: costBound, unit: '10k yuan', direction: 0 } as const]),
    { key: 'portfolioGreedy', value: greedy?.value ?? null, unit: sought, direction: way },
    { key: 'unmetBefore', value: allocation.totalUnmet, unit, direction: -1 }, { key: 'unmetAfter', value: end === null ? null : allocation.totalUnmet - end, unit, direction: -1 },
    ...(best && best.relief.length > 1 ? best.relief.map((value, p): Indicator => ({ key: `portfolioPhase${p + 1}`, value, unit, direction: 1 })) : []),
  ];
}

export function portfolioIssues(problem: PortfolioProblem, { status, obstacle, gap }: Portfolio, { books, issues }: ServiceRelief, sites: readonly Measured[]): Issue[] {
  const idsOf = (numbers: readonly number[]) => numbers.map((s) => sites[s].draft.id);
  const about = (code: string, severity: Issue['severity'], features: readonly FeatureId[], params: Issue['params'] = {}): Issue[] =>
    (features.length === 0 ? [] : [issue(code, severity, { layer: 'portfolio-sites', features: [...features], params: { n: features.length, ...params } })]);
  const locked = sites.flatMap(({ timing }, s) => (timing?.locked ? [s] : []));
  return [
    ...(sites.length === 0 ? [issue('portfolio.no-site', 'warning')] : []),
    ...(obstacle === null ? [] : [issue(`portfolio.${obstacle.code}`, 'error', {
      layer: obstacle.units.length > 0 ? 'demand-units' : 'portfolio-sites', features: obstacle.units.length > 0 ? obstacle.units.map((unit) => books.units[unit].id) : idsOf(obstacle.sites),
      params: { n: obstacle.units.length + obstacle.sites.length, names: obstacle.sites.map((s) => sites[s].draft.name).join(', ') || '-' },
    })]),
    ...(status === 'limit' || status === 'stopped' ? [issue(`portfolio.${status}`, 'warning', { params: { gap: gapWords(gap) } })] : []),
    ...about('portfolio.must-locked', 'warning', idsOf(locked.filter((s) => problem.must.has(s)))),
    ...about('portfolio.locked', 'info', idsOf(locked.filter((s) => !problem.must.has(s)))),
    ...issues.filter(({ severity }) => severity !== 'info'),
  ];
}

/** Per cent to two digits; a gap that is open is never said to be none. */
export const gapWords = (gap: number | null): string => (gap === null ? '-' : gap > 0 && gap < 0.0001 ? '< 0.01 %' : `${Math.round(gap * 10_000) / 100} %`);

const line = (key: string, value: Factor['value'], unit?: Unit, params?: Factor['params']): Factor => ({ key: `factor.${key}`, value, ...(unit ? { unit } : {}), ...(params ? { params } : {}) });
/** Why each site is in the set or not; and, as the only row of `frontier`, what each budget buys. */
export function portfolioReasons(features: readonly PlanFeature[], points: readonly FrontierPoint[], unit: Unit): Record<string, Record<FeatureId, Factor[]>> {
  const numberAt = ({ properties }: PlanFeature, key: string) => Number(properties[key]);
  const sites = features.map((feature): [FeatureId, Factor[]] => [feature.id, [
    line(`portfolio.${String(feature.properties['portfolioState'])}`, null), line('portfolioCapacity', numberAt(feature, 'capacity'), unit), line('portfolioCost', numberAt(feature, 'cost'), '10k yuan'),
    line('reliefAlone', numberAt(feature, 'reliefAlone'), unit), ...(feature.properties['buildPhase'] === null ? [] : [line('reliefLost', numberAt(feature, 'reliefLost'), unit)]),
  ]]);
  return {
    'portfolio-sites': Object.fromEntries(sites),
    ...(points.length === 0 ? {} : { frontier: { frontier: points.map(({ budget, portfolio: { best, bound, greedy } }) => line('frontier', best?.value ?? null, unit, {
      budget, bound: bound ?? '-', greedy: greedy?.value ?? '-', sites: best ? best.plan.filter((phase) => phase > 0).length : 0,
    })) } }),
  };
}
