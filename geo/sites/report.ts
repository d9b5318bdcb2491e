import { issue, type Indicator, type Issue, type PlanFeature } from '../model/index.ts';
import { benefitScores, BENEFITS, swapWeight, type AhpResult, type IndicatorTable, type Ranking } from '../ranking/index.ts';
import type { Found } from './find.ts';
import type { Measured, Reliefs } from './indicators.ts';
import { numberOf } from './parameters.ts';
import type { SiteContext } from './types.ts';

/** The figures of a run. Services are never added up. */
export function runIndicators(found: Found, sites: readonly Measured[], reliefs: Reliefs, weights: Ranking['weights'], ahp: AhpResult | null): Indicator[] {
  const count = (key: string, value: number, direction: Indicator['direction'] = 0): Indicator => ({ key, value, unit: 'count', direction });
  const best = (key: string, gains: readonly number[], unit: Indicator['unit']): Indicator => ({ key, value: gains.reduce((a, b) => Math.max(a, b), 0), unit, direction: 1 });
  const phase = (wanted: string) => sites.filter(({ timing }) => timing?.phase === wanted).length;
  const { night, day, shelter } = reliefs;
  return [
    count('sourcesTested', found.tested), count('candidateSites', sites.length, 1), count('failedSites', found.failed.length, -1),
    count('lockedSites', phase('locked'), -1), count('missedSites', phase('missed'), -1),
    { key: 'unmetNight', value: night.allocation.totalUnmet, unit: 'stall', direction: -1 }, { key: 'unmetDay', value: day.allocation.totalUnmet, unit: 'stall', direction: -1 },
    { key: 'unmetShelter', value: shelter.allocation.totalUnmet, unit: 'person', direction: -1 },
    best('bestReliefNight', night.gain, 'stall'), best('bestReliefDay', day.gain, 'stall'), best('bestReliefShelter', shelter.gain, 'person'),
    ...BENEFITS.map((benefit): Indicator => ({ key: `weight.${benefit}`, value: weights[benefit], unit: 'ratio', direction: 0 })),
    ...(ahp ? [{ key: 'consistencyRatio', value: ahp.ratio, unit: 'ratio', direction: -1 } as const] : []),
  ];
}

export function runIssues(found: Found, sites: readonly Measured[], reliefs: Reliefs, { date, inputs, barriers, params }: SiteContext): Issue[] {
  const listed = (code: string, severity: Issue['severity'], layer: string, features: readonly string[], more: Issue['params'] = {}): Issue[] =>
    (features.length === 0 ? [] : [issue(code, severity, { layer, features: [...new Set(features)], params: { n: new Set(features).size, ...more } })]);
  const assumed = (code: string) => sites.filter(({ draft }) => draft.assumed.includes(code));
  return [
    ...(date === null && (inputs['road-projects']?.features.length ?? 0) > 0 ? [issue('sites.no-date', 'info')] : []),
    ...(found.tested === 0 ? [issue('sites.no-source', 'warning')] : []),
    ...listed('sites.red-line-assumed', 'warning', 'road-projects', assumed('red-line-width').map(({ draft }) => draft.feature.id)),
    ...listed('sites.depth-unknown', 'info', 'candidate-sites', assumed('depth-unknown').map(({ draft }) => draft.id)),
    ...listed('sites.constraint-kind', 'warning', 'constraints', barriers.list.filter(({ kind }) => kind === 'other').map(({ id }) => id)),
    ...listed('sites.no-width', 'info', 'constraints', barriers.list.filter(({ widthAssumed }) => widthAssumed).map(({ id }) => id), { width: numberOf(params, 'leastWidth') }),
    ...listed('sites.no-deadline', 'info', 'candidate-sites', sites.filter(({ draft, timing }) => draft.source.id === 'road-project' && timing?.deadline === null && timing.phase !== 'over').map(({ draft }) => draft.id)),
    // What the services only remark is told by their own analyses.
    ...distinct([reliefs.night, reliefs.day, reliefs.shelter].flatMap(({ issues }) => issues.filter(({ severity }) => severity !== 'info'))),
  ];
}
/** What several services say of one layer is said once, of all whom any of them names. */
function distinct(issues: readonly Issue[]): Issue[] {
  const found = new Map<string, Issue>();
  for (const one of issues) {
    const key = `${one.code} ${one.layer ?? ''}`;
    const known = found.get(key);
    const features = [...new Set([...known?.features ?? [], ...one.features])];
    found.set(key, { ...(known ?? one), features, params: { ...(known ?? one).params, ...(features.length > 0 ? { n: features.length } : {}) } });
  }
  return [...found.values()];
}

/** Within this share of a weight the two best change places: the ranking cannot tell them apart. */
const CLOSE = 0.1;

/** Says where a small change of one weight puts the second site first. No weight lifts a site that is held above one that is free. */
export function closeRanking(table: IndicatorTable, { weights }: Ranking, ranked: readonly PlanFeature[]): Issue[] {
  if (ranked.length < 2) return [];
  const scores = benefitScores(table);
  const rows = ranked.slice(0, 2).map((feature) => table.sites.findIndex(({ id }) => id === feature.id));
  if (table.sites[rows[0]].held !== table.sites[rows[1]].held) return [];
  const [a, b] = rows.map((row) => scores[row]);
  const now = BENEFITS.map((benefit) => weights[benefit]);
  return BENEFITS.flatMap((benefit, c) => {
    const at = swapWeight(a, b, now, c);
    if (at === null || Math.abs(at - now[c]) > CLOSE * now[c]) return [];
    const [first, second] = ranked.map((feature) => String(feature.properties['name']));
    return [issue(`ranking.close.${benefit}`, 'info', { layer: 'candidate-sites', features: [ranked[0].id, ranked[1].id], params: { first, second, weight: Math.round(now[c] * 1000) / 1000, at: Math.round(at * 1000) / 1000 } })];
  }).slice(0, 1);
}
