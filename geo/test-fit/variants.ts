import { planeArea } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import type { Params } from '../model/index.ts';
import { rampsFor } from '../sites/index.ts';
import { furnish, type Fit } from './fit.ts';
import { Ground } from './ground.ts';
import { oneWayRules, type Rules } from './rules.ts';
import { coursesOf, type Course } from './courses.ts';
import { bestPlan, shiftedPlan, type Plan } from './search.ts';
import { numberOf } from './parameters.ts';

/** Ways to lay out the same ground. */
export const VARIANTS = ['straight', 'offset', 'one-way', 'mechanical'] as const;
export type VariantId = (typeof VARIANTS)[number];

export interface Variant {
  id: VariantId;
  fit: Fit;
  rules: Rules;
  course: Course;
  /** Cars that fit in; as many as stalls are drawn, but for racks. */
  cars: number;
  /** Place in the order: most cars first, those that need machines last. */
  rank: number;
}
export interface TestFit {
  variants: readonly Variant[];
  /** m² of a level, between the outer faces of the walls and between their inner ones. */
  area: number;
  clearArea: number;
  /** Gross floor area over the area a stall is taken to need. */
  ruleStalls: number;
}

/** Shares of the grid by which it may begin later: by one stall, by two, so that a cross aisle stands before the first column. */
const offsets = ({ grid, aisle, column }: Rules): number[] => [1 / 3, 2 / 3, ((aisle + column / 2) / grid) % 1];

/**
 * Lays out a garage under a footprint in the plane, in every variant, the best first (METHODS 5). Nothing in it is left to
 * chance: the same footprint and figures give the same drawing. An empty list where no stall fits.
 */
export function testFit(footprint: Polygonal, rules: Rules, params: Params, kernel: Kernel): TestFit {
  const area = planeArea(footprint);
  // Without walls, too: where a footprint touches itself no car gets through, and it falls apart into pieces.
  const clear = kernel.buffer(footprint, -rules.wall, { mitre: true });
  const result = { area, clearArea: clear ? planeArea(clear) : 0, ruleStalls: Math.floor(area * rules.levels / rules.areaPerStall + 1e-9) };
  const polygon = clear && result.clearArea > 0 ? largest(clear) : null;
  if (!polygon) return { ...result, variants: [] };
  const ground = new Ground(polygon);
  const clearArea = planeArea(polygon);
  const courses = coursesOf(ground, polygon, clearArea);
  const furnished = (id: VariantId, own: Rules, plan: Plan | null): Variant[] => {
    if (!plan) return [];
    const fit = furnish(plan, polygon, clearArea, kernel, rampsFor);
    return fit.stalls === 0 ? [] : [{ id, fit, rules: own, course: plan.course, cars: fit.stalls, rank: 0 }];
  };
  const plan = bestPlan(courses, ground, rules);
  if (!plan) return { ...result, variants: [] };
  const upright = [...furnished('straight', rules, plan), ...furnished('offset', rules, shiftedPlan(plan, ground, rules, offsets(rules)))];
  const oneWay = oneWayRules(rules, params);
  const slanting = furnished('one-way', oneWay, bestPlan([plan.course], ground, oneWay));
  const racks = rules.levelHeight >= numberOf(params, 'rackHeight') ? upright.slice().sort((a, b) => b.cars - a.cars).slice(0, 1).map((one): Variant => ({ ...one, id: 'mechanical', cars: inRacks(one.fit) })) : [];
  const ordered = [...upright, ...slanting].sort((a, b) => b.cars - a.cars || VARIANTS.indexOf(a.id) - VARIANTS.indexOf(b.id));
  return { ...result, variants: [...ordered, ...racks].map((variant, i) => ({ ...variant, rank: i + 1 })) };
}

/** Two tiers of pallets that move sideways and up: in a group of n places side by side one of the lower stays empty, so n + (n - 1) cars. */
function inRacks({ levels }: Fit): number {
  return levels.reduce((sum, { stalls }) => sum + racksOf(stalls).reduce((cars, stall) => cars + stall, 0), 0);
}
/** Cars of each stall in a rack of two tiers: two, but for the first of its group. */
export function racksOf(stalls: Fit['levels'][number]['stalls']): number[] {
  const begun = new Set<string>();
  return stalls.map(({ bay, lane, way, kind }) => {
    const group = `${bay} ${lane} ${way}`;
    if (kind === 'parallel' || !begun.has(group)) { begun.add(group); return 1; }
    return 2;
  });
}

/** The largest piece: a garage is one piece, what walls cut off is lost. */
function largest(polygon: Polygonal): Polygonal {
  if (polygon.type === 'Polygon') return polygon;
  const parts = polygon.coordinates.map((coordinates): Polygonal => ({ type: 'Polygon', coordinates }));
  return parts.reduce((best, part) => (planeArea(part) > planeArea(best) ? part : best));
}
