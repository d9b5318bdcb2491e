import { planeArea } from '../crs/index.ts';
import type { Polygonal } from '../geometry/index.ts';
import { extentOf, type PlanFeature } from '../model/index.ts';
import { cutAlong } from './blocks.ts';
import { capacityOf } from './capacity.ts';
import type { Barrier } from './constraints.ts';
import { boxOf, levelsAbove, type Interval } from './depth.ts';
import { nameOf, numberIn, polygonsIn } from './ground.ts';
import { hitsOf } from './hits.ts';
import { neediest } from './neediest.ts';
import { numberOf } from './parameters.ts';
import { smallestRectangle } from './rectangle.ts';
import type { Ground, SiteContext, SiteDraft, SiteSource, SitesFound } from './types.ts';

/** Widths and lengths count as reached within this, m. */
const TOLERANCE = 0.001;
/** How closely the narrowest passage is found, m. */
const PASSAGE = 0.1;

/** A piece that can be a site, and the area of the larger one that it was taken from. */
interface Part {
  shape: Polygonal;
  from: number | null;
}
/** What is left of a ground when a box of certain depths is put under it. */
interface Standing {
  parts: Part[];
  cutting: Barrier[];
  afterConstraints: number;
  afterOpening: number;
  dropped: number;
  /** Codes of what made parts fall away. */
  lost: Set<string>;
}

/**
 * The buildable footprint in three dimensions (METHODS 5) of one source ground: less the side setback, less every
 * constraint that the box meets in plan and depth, what still holds the clear width, in pieces of a size that can be a site.
 *
 * Levels: at most the parameter (or the drawn site's own), at most what the governing plan zone's depth admits; of what is
 * left the number with the greatest gross floor area, since a deeper box may lose more ground than it gains in levels.
 */
export function dig(source: SiteSource, feature: PlanFeature, { polygon, axis, assumed }: Ground, context: SiteContext): SitesFound {
  const { kernel, params, zones } = context;
  const height = numberOf(params, 'levelHeight');
  const area = planeArea(polygon);
  const length = smallestRectangle(polygon)?.length ?? 0;
  const failed = (reasons: string[]): SitesFound => ({ sites: [], reasons, area, length });

  const own = source.id === 'plan-zone' ? numberIn(feature, 'topDepth') : null;
  const top = Math.max(numberOf(params, source.cover), own ?? 0);
  const floor = source.id === 'plan-zone' ? numberIn(feature, 'bottomDepth') : zones.governing(polygon, boxOf(top, 1, height))?.bottom ?? null;
  const wanted = Math.max(1, Math.floor(numberIn(feature, 'levels') ?? numberOf(params, 'levels')));
  const most = Math.min(wanted, floor === null ? Infinity : levelsAbove(floor, top, height));
  if (most < 1) return failed(['zone-depth']);

  const setback = source.id === 'drawn' ? 0 : numberOf(params, 'setback');
  const inner = setback > 0 ? kernel.buffer(polygon, -setback, { mitre: true }) : polygon;
  if (!inner) return failed(['too-narrow']);
  const streets = axis && length > numberOf(params, 'blockLength') ? context.roads.crossing(feature, extentOf([{ geometry: polygon }])!) : [];
  const stand = (box: Interval | null) => standing(inner, box, axis, streets, source, context);

  let best: { levels: number; box: Interval; standing: Standing; gross: number } | null = null;
  let deeper: Standing | null = null;
  for (let levels = most; levels >= 1; levels--) {
    const box = boxOf(top, levels, height);
    // The same constraints as one level deeper: the same ground, so fewer levels only hold less.
    if (deeper && sameBarriers(deeper.cutting, barriersUnder(inner, box, context))) continue;
    deeper = stand(box);
    const gross = deeper.parts.reduce((sum, { shape }) => sum + planeArea(shape), 0) * levels;
    if (gross > 0 && gross >= (best?.gross ?? 0)) best = { levels, box, standing: deeper, gross };
  }
  if (!best) return failed(reasonsOf(stand(boxOf(top, 1, height)), stand(null)));

  const { levels, box } = best;
  const found = best.standing;
  const { afterConstraints, afterOpening, dropped } = found;
  const sites = found.parts.map(({ shape, from }, i): SiteDraft => {
    const size = smallestRectangle(shape)!;
    const capacity = capacityOf(planeArea(shape), levels, params);
    const hits = hitsOf(shape, box, context.barriers, kernel);
    return {
      source, feature, id: `${source.id}-${feature.id}-${i + 1}`, name: found.parts.length > 1 ? `${nameOf(feature)} ${i + 1}` : nameOf(feature),
      shape, area: planeArea(shape), length: size.length, minWidth: narrowest(shape, size.width, context), levels, topDepth: box.top, bottomDepth: box.bottom, ...capacity,
      hits, assumed: hits.some(({ depthUnknown }) => depthUnknown) ? [...assumed, 'depth-unknown'] : assumed,
      steps: ['design', 'planning-permit'], notes: [...notesOf(size.length, capacity.vehicleRamps, levels, most, context), ...(from === null ? [] : ['part-of-larger'])],
      ground: { source: area, afterSetback: planeArea(inner), afterConstraints, afterOpening, dropped, part: from },
    };
  });
  return { sites, reasons: [], area, length };
}

function standing(inner: Polygonal, box: Interval | null, axis: Ground['axis'], streets: Parameters<typeof cutAlong>[2], source: SiteSource, context: SiteContext): Standing {
  const { kernel, params, barriers, need } = context;
  const cutting = box ? barriersUnder(inner, box, context) : [];
  const taken = kernel.union(cutting.map((barrier) => barriers.ground(barrier)!));
  const free = taken ? kernel.difference(inner, taken) : inner;
  const minWidth = numberOf(params, 'minWidth') - TOLERANCE;
  const open = free && kernel.opening(free, minWidth);
  const lost = new Set<string>();
  if (!free) lost.add('no-ground');
  else if (!open) lost.add('too-narrow');
  const minLength = numberOf(params, 'minLength'), minArea = numberOf(params, 'minArea');
  const large = (part: Polygonal) => {
    const long = (smallestRectangle(part)?.length ?? 0) >= minLength - TOLERANCE;
    const wide = planeArea(part) >= minArea;
    if (!long) lost.add('too-short');
    if (!wide) lost.add('too-small');
    return long && wide;
  };
  const whole = polygonsIn(open).filter(large);
  const cut = axis ? whole.flatMap((part) => cutAlong(part, axis, streets, numberOf(params, 'blockLength'), minLength, kernel)).filter(large) : whole;
  const dropped = polygonsIn(open).reduce((sum, part) => sum + planeArea(part), 0) - cut.reduce((sum, part) => sum + planeArea(part), 0);
  const most = source.id === 'public-land' || source.id === 'plan-zone' ? numberOf(params, 'maxFootprint') : Infinity;
  const parts = inOrder(cut).map((shape): Part => {
    const cell = planeArea(shape) > most ? neediest(shape, most, need, (part) => large(part) && kernel.opening(part, minWidth) !== null, kernel) : null;
    return cell ? { shape: cell, from: planeArea(shape) } : { shape, from: null };
  });
  return { parts, cutting, afterConstraints: free ? planeArea(free) : 0, afterOpening: open ? planeArea(open) : 0, dropped: dropped < 0.01 ? 0 : dropped, lost };
}

function barriersUnder(ground: Polygonal, box: Interval, { kernel, barriers }: SiteContext): Barrier[] {
  return barriers.cutting(extentOf([{ geometry: ground }])!, box).filter((barrier) => kernel.intersects(ground, barriers.ground(barrier)!));
}
const sameBarriers = (a: readonly Barrier[], b: readonly Barrier[]) => a.length === b.length && a.every((barrier, i) => barrier === b[i]);

/** From west to east, then from south to north, so that part numbers do not depend on how the kernel lists the parts. */
function inOrder(parts: readonly Polygonal[]): Polygonal[] {
  return parts.map((part) => ({ part, extent: extentOf([{ geometry: part }])! }))
    .sort((a, b) => a.extent[0] - b.extent[0] || a.extent[1] - b.extent[1] || a.extent[2] - b.extent[2] || planeArea(a.part) - planeArea(b.part))
    .map(({ part }) => part);
}

/** Why nothing stands: the constraints, where it would stand without them; else the ground itself. */
function reasonsOf(withConstraints: Standing, without: Standing): string[] {
  const kinds = [...new Set(withConstraints.cutting.map(({ kind }) => `constraint.${kind}`))].sort();
  const bare = [...without.lost].sort();
  if (without.parts.length === 0) return bare;
  return [...kinds, ...[...withConstraints.lost].filter((code) => code !== 'no-ground').sort()];
}

/** The narrowest passage: the greatest width of a strip that can be led through the whole ground, to a decimetre and never too wide. */
function narrowest(shape: Polygonal, width: number, { kernel, params }: SiteContext): number {
  const passes = (w: number) => kernel.buffer(shape, -w / 2, { mitre: true })?.type === 'Polygon';
  let low = Math.min(numberOf(params, 'minWidth') - 2 * TOLERANCE, width);
  if (!passes(low)) low = 0;
  if (passes(width - PASSAGE)) return width - PASSAGE;
  let high = width;
  while (high - low > PASSAGE) {
    const middle = (low + high) / 2;
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function notesOf(length: number, ramps: number, levels: number, most: number, { params }: SiteContext): string[] {
  return [
    ...(ramps >= 2 && length < 2 * numberOf(params, 'rampLength') ? ['ramps-need-room'] : []),
    ...(levels < most ? ['fewer-levels-hold-more'] : []),
  ];
}
