import { planeForLayers } from '../crs/index.ts';
import { loadKernel, projectGeometry, unprojectGeometry, type Polygonal } from '../geometry/index.ts';
import { byId, issue, UserError, type AnalysisResult, type FeatureId, type Inputs, type Issue, type Layer, type Params, type PlanFeature, type Progress } from '../model/index.ts';
import { isPolygonal } from '../sites/index.ts';
import { numberOf } from './parameters.ts';
import { LEVEL_LAYERS } from './level-layers.ts';
import { levelFeatures, siteFactors, siteOfFit, type SiteFit } from './result.ts';
import { rulesOf, type Rules } from './rules.ts';
import { testFit, type Variant } from './variants.ts';

/** A garage under each site that is wanted, the first of them drawn. */
export async function runTestFit(inputs: Inputs, params: Params, progress: Progress): Promise<AnalysisResult> {
  progress('step.read', 0.02);
  const kernel = await loadKernel();
  const all = byId(inputs['candidate-sites']!);
  const wanted = pickedFrom(all, params);
  const plane = planeForLayers([all], String(params['crs'] ?? 'auto'));
  const base = rulesOf(params);
  const fits: SiteFit[] = [], left: FeatureId[] = [];
  wanted.forEach((feature, i) => {
    progress('step.fit', 0.05 + 0.9 * i / wanted.length);
    const shape = projectGeometry(plane, feature.geometry);
    const rules = rulesAt(feature, base);
    // An existing shelter is not laid out anew, and a point has no ground.
    if (!isPolygonal(shape) || feature.properties['source'] === 'existing-shelter') return left.push(feature.id);
    const fit = testFit(shape as Polygonal, rules, params, kernel);
    return fits.push({ feature, fit, rules, chosen: chosenOf(fit.variants, params) });
  });
  // The first by rank are drawn: a city of stalls would hold up every map.
  const drawn = new Set([...fits].sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b))).slice(0, numberOf(params, 'fitDrawn')));
  const back = (shape: Polygonal) => unprojectGeometry(plane, shape);
  const parts = LEVEL_LAYERS.map((name, k) => ({ name, features: fits.flatMap((one) => (drawn.has(one) ? levelFeatures(one, k, kernel, back) : [])) }));
  const sites = fits.map((one) => siteOfFit(one));
  progress('step.done', 1);
  return {
    layers: { 'fit-sites': layer('fit-sites', 'fit-site', sites), ...Object.fromEntries(parts.filter(({ features }, k) => k === 0 || features.length > 0).map(({ name, features }) => [name, layer(name, 'fit-part', features)])) },
    indicators: indicatorsOf(fits),
    issues: [...issuesOf(fits, left), ...about('fit.not-drawn', 'info', fits.filter((one) => one.chosen && !drawn.has(one)).map(({ feature }) => feature.id))],
    explain: { 'fit-sites': Object.fromEntries(fits.map((one) => [one.feature.id, siteFactors(one)])) },
  };
}
const layer = (id: string, schema: Layer['schema'], features: PlanFeature[]): Layer => ({ id, schema, name: id, features });

/** All sites, or those that are named. @throws UserError for a site that there is none of */
function pickedFrom({ features }: Layer, params: Params): PlanFeature[] {
  const ids = String(params['fitSites'] ?? '').split(/[,，;；、\s]+/).filter((word) => word !== '');
  const unknown = ids.find((id) => !features.some((feature) => feature.id === id));
  if (unknown !== undefined) throw new UserError('fit.site-unknown', { given: unknown, known: features.slice(0, 20).map(({ id }) => id).join(', ') });
  return ids.length === 0 ? features : features.filter(({ id }) => ids.includes(id));
}

/** A site's own box comes before the parameters: so many levels, so high, under so much cover. */
function rulesAt({ properties }: PlanFeature, rules: Rules): Rules {
  const { levels, topDepth, bottomDepth } = properties;
  const n = typeof levels === 'number' && levels >= 1 ? Math.min(LEVEL_LAYERS.length, Math.floor(levels)) : Math.min(LEVEL_LAYERS.length, rules.levels);
  const height = typeof topDepth === 'number' && typeof bottomDepth === 'number' ? (bottomDepth - topDepth) / n : NaN;
  return { ...rules, levels: n, ...(height >= 2.2 && height <= 8 ? { levelHeight: Math.round(height * 1000) / 1000 } : {}), cover: typeof topDepth === 'number' && topDepth >= 0 ? topDepth : rules.cover };
}
/** The one that is asked for; else the first of the ranking. */
function chosenOf(variants: readonly Variant[], params: Params): Variant | null {
  return (params['variant'] === 'best' ? variants[0] : variants.find(({ id }) => id === params['variant'])) ?? variants[0] ?? null;
}

function indicatorsOf(fits: readonly SiteFit[]): AnalysisResult['indicators'] {
  const drawn = fits.flatMap(({ chosen }) => chosen ?? []);
  const cars = drawn.reduce((sum, variant) => sum + variant.cars, 0), rule = fits.reduce((sum, { fit }) => sum + fit.ruleStalls, 0);
  const gross = fits.reduce((sum, { fit, rules, chosen }) => sum + (chosen ? fit.area * rules.levels : 0), 0);
  return [
    { key: 'fitSites', value: fits.length, unit: 'count', direction: 0 }, { key: 'fitFailed', value: fits.length - drawn.length, unit: 'count', direction: -1 },
    { key: 'fitStalls', value: cars, unit: 'stall', direction: 1 }, { key: 'fitRuleStalls', value: rule, unit: 'stall', direction: 0 },
    { key: 'fitPerStall', value: cars > 0 ? gross / cars : null, unit: 'm2/stall', direction: -1 }, { key: 'fitUnits', value: drawn.reduce((sum, { fit }) => sum + fit.units.length * fit.levels.length, 0), unit: 'count', direction: 0 },
  ];
}

const rankOf = ({ feature }: SiteFit): number => (typeof feature.properties['rank'] === 'number' ? feature.properties['rank'] : Infinity);
const about = (code: string, severity: Issue['severity'], features: readonly FeatureId[]): Issue[] => (features.length === 0 ? [] : [issue(code, severity, { layer: 'fit-sites', features: [...features], params: { n: features.length } })]);

function issuesOf(fits: readonly SiteFit[], left: readonly FeatureId[]): Issue[] {
  const noted = (note: string) => fits.filter(({ chosen }) => chosen?.fit.notes.includes(note)).map(({ feature }) => feature.id);
  return [
    ...about('fit.none', 'warning', fits.filter(({ chosen }) => !chosen).map(({ feature }) => feature.id)),
    ...about('fit.few-entrances', 'warning', noted('few-entrances')), ...about('fit.fewer-ramps', 'warning', noted('fewer-ramps')), ...about('fit.long-walk', 'warning', noted('long-walk')),
    ...about('fit.ramp-outside', 'info', noted('ramp-outside')), ...about('fit.one-lane', 'info', noted('one-lane')), ...about('fit.left-out', 'info', left),
  ];
}
