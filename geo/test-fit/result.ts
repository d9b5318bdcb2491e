import type { Kernel, Polygonal } from '../geometry/index.ts';
import { planeArea } from '../crs/index.ts';
import { inheritedSecrecy } from '../io/index.ts';
import type { Factor, PlanFeature, Properties } from '../model/index.ts';
import { LOSSES } from './fit.ts';
import type { Rules } from './rules.ts';
import { polygonOf, rounded, type Convex } from './shapes.ts';
import { racksOf, type TestFit, type Variant } from './variants.ts';

export interface SiteFit {
  feature: PlanFeature;
  fit: TestFit;
  rules: Rules;
  /** The variant that is drawn; null where no stall fits. */
  chosen: Variant | null;
}

/** A site with the figures of the variant that is drawn. */
export function siteOfFit({ feature, fit, rules, chosen }: SiteFit): PlanFeature {
  const perStall = chosen ? fit.area * rules.levels / chosen.cars : null;
  const properties: Properties = {
    id: feature.id, name: feature.properties['name'] ?? feature.id, variant: chosen?.id ?? null, stalls: chosen?.cars ?? 0, ruleStalls: fit.ruleStalls, stallsLess: fit.ruleStalls - (chosen?.cars ?? 0), areaPerStall: perStall,
    stallBound: chosen ? boundOf(chosen) : null, levels: rules.levels, stallsByLevel: chosen ? carsByLevel(chosen).join(', ') : '',
    vehicleRamps: chosen?.fit.ramps.length ?? null, rampLength: chosen ? Math.max(...chosen.fit.ramps.map(({ wholeLength }) => wholeLength)) : null, stairs: chosen?.fit.cores.length ?? null,
    protectiveUnits: chosen ? chosen.fit.units.length * rules.levels : null, largestUnit: chosen ? Math.max(...chosen.fit.units.map(({ area }) => area)) : null, area: fit.area, fitNotes: chosen?.fit.notes.join(',') ?? 'no-room',
    ...inheritedSecrecy([feature]),
  };
  return { type: 'Feature', id: feature.id, geometry: feature.geometry, properties };
}
/** More cars than the area can hold; of racks every stall holds two at most. */
export const boundOf = ({ id, fit }: Pick<Variant, 'id' | 'fit'>): number => fit.levels.reduce((sum, { bound }) => sum + bound, 0) * (id === 'mechanical' ? 2 : 1);
function carsByLevel({ id, fit }: Pick<Variant, 'id' | 'fit'>): number[] {
  return fit.levels.map(({ stalls }) => (id === 'mechanical' ? racksOf(stalls).reduce((a, b) => a + b, 0) : stalls.length));
}

/** All variants of a site as lines: what each holds, and what it takes; then why the one that is drawn holds no more. */
export function siteFactors({ fit, rules, chosen }: SiteFit): Factor[] {
  return [
    { key: 'factor.fitRule', value: fit.ruleStalls, unit: 'stall', params: { area: Math.round(fit.area * rules.levels), per: rules.areaPerStall } },
    ...fit.variants.map((variant): Factor => ({
      key: `factor.fitVariant.${variant.id}`, value: variant.cars, unit: 'stall',
      params: {
        variant: variant.id, rank: variant.rank, levels: carsByLevel(variant).join(', '), perStall: Math.round(fit.area * rules.levels / variant.cars * 10) / 10, ramps: variant.fit.ramps.length, stairs: variant.fit.cores.length,
        units: variant.fit.units.length * rules.levels, bound: boundOf(variant), drawn: variant === chosen ? 1 : 0, grid: variant.rules.grid,
      },
    })),
    ...(chosen ? lossFactors(chosen) : []),
  ];
}
/** Stalls of bays and aisles alone, and what takes how many of them: they add up to the stalls that are drawn. */
function lossFactors({ fit: { levels } }: Variant): Factor[] {
  const lost = LOSSES.map((cause) => ({ cause, stalls: levels.reduce((sum, level) => sum + level.lost[cause], 0) })).filter(({ stalls }) => stalls > 0);
  const bare = levels.reduce((sum, { stalls }) => sum + stalls.length, 0) + lost.reduce((sum, { stalls }) => sum + stalls, 0);
  return [{ key: 'factor.fitBare', value: bare, unit: 'stall' }, ...lost.map(({ cause, stalls }): Factor => ({ key: `factor.fitLost.${cause}`, value: -stalls, unit: 'stall' }))];
}

/** What is drawn on one level of a site, what lies below first. Aisles are one feature, and so are columns. */
export function levelFeatures({ feature, chosen }: SiteFit, k: number, kernel: Kernel, back: (shape: Polygonal) => Polygonal): PlanFeature[] {
  const level = chosen?.fit.levels[k];
  if (!chosen || !level) return [];
  const { fit } = chosen;
  const secrecy = inheritedSecrecy([feature]);
  const made = (fitKind: string, n: number, shape: Polygonal, more: Properties = {}): PlanFeature => {
    const id = `${feature.id}-b${k + 1}-${fitKind}-${n + 1}`;
    return { type: 'Feature', id, geometry: back(shape), properties: { id, name: feature.properties['name'] ?? feature.id, fitKind, level: k + 1, siteId: feature.id, variant: chosen.id, area: planeArea(shape), ...more, ...secrecy } };
  };
  const each = (fitKind: string, shapes: readonly Convex[], more: (i: number) => Properties = () => ({})) => shapes.map((shape, i) => made(fitKind, i, polygonOf(shape), more(i)));
  const joined = (shapes: readonly Convex[]) => kernel.union(shapes.map((shape) => polygonOf(rounded(shape))));
  const cars = chosen.id === 'mechanical' ? racksOf(level.stalls) : level.stalls.map(() => 1);
  const aisles = joined(level.aisles.map(({ shape }) => shape));
  const columns: Polygonal = { type: 'MultiPolygon', coordinates: level.columns.map((shape) => polygonOf(shape).coordinates) };
  return [
    ...fit.units.map(({ polygon }, i) => made('unit', i, polygon)),
    ...(aisles ? [made('aisle', 0, aisles)] : []),
    ...fit.ramps.flatMap(({ body, length }, i) => { const shape = joined(body); return shape ? [made('ramp', i, shape, { length })] : []; }),
    ...each('room', fit.rooms.map(({ shape }) => shape)),
    ...each('stair', fit.cores.map(({ shape }) => shape)),
    ...each('stall', level.stalls.map(({ shape }) => shape), (i) => ({ stallKind: level.stalls[i].kind, cars: cars[i] })),
    ...(level.columns.length > 0 ? [made('column', 0, columns)] : []),
  ];
}
