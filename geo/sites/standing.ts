import type { Polygonal } from '../geometry/index.ts';
import { planeArea } from '../crs/index.ts';
import { extentOf } from '../model/index.ts';
import { cutAlong } from './blocks.ts';
import type { Barrier } from './constraints.ts';
import type { Interval } from './depth.ts';
import { polygonsIn } from './ground.ts';
import type { Axis } from './line.ts';
import { neediest } from './neediest.ts';
import { numberOf } from './parameters.ts';
import { smallestRectangle } from './rectangle.ts';
import type { SiteContext, SiteSource } from './types.ts';

/** Widths and lengths count as reached within this, m. */
const TOLERANCE = 0.001;
/** How closely the narrowest passage is found, m. */
const PASSAGE = 0.1;

/** A piece that can be a site, and the area of the larger one that it was taken from. */
export interface Part {
  shape: Polygonal;
  from: number | null;
}
/** What is left of a ground when a box of certain depths is put under it. */
export interface Standing {
  parts: Part[];
  cutting: Barrier[];
  afterConstraints: number;
  afterOpening: number;
  dropped: number;
  /** Codes of what made parts fall away. */
  lost: Set<string>;
}

/** Ground that sites are looked for in: after the setback, with the axis and the streets that cut it where it is a corridor. */
export interface Search {
  source: SiteSource;
  inner: Polygonal;
  axis: Axis | null;
  streets: readonly Axis[];
  context: SiteContext;
}

/** What stands with the box under it; without a box, what would stand if there were no constraints. */
export function standing({ source, inner, axis, streets, context }: Search, box: Interval | null): Standing {
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

export function barriersUnder(ground: Polygonal, box: Interval, { kernel, barriers }: SiteContext): Barrier[] {
  return barriers.cutting(extentOf([{ geometry: ground }])!, box).filter((barrier) => kernel.intersects(ground, barriers.ground(barrier)!));
}
export const sameBarriers = (a: readonly Barrier[], b: readonly Barrier[]) => a.length === b.length && a.every((barrier, i) => barrier === b[i]);

/** From west to east, then from south to north, so that part numbers do not depend on how the kernel lists the parts. */
function inOrder(parts: readonly Polygonal[]): Polygonal[] {
  return parts.map((part) => ({ part, extent: extentOf([{ geometry: part }])! }))
    .sort((a, b) => a.extent[0] - b.extent[0] || a.extent[1] - b.extent[1] || a.extent[2] - b.extent[2] || planeArea(a.part) - planeArea(b.part))
    .map(({ part }) => part);
}

/** The narrowest passage: the greatest width of a strip that can be led through the whole ground, to a decimetre and never too wide. */
export function narrowest(shape: Polygonal, width: number, { kernel, params }: SiteContext): number {
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
