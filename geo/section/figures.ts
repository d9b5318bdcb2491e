import { groundAt } from './ground.ts';
import { halfWidth } from './outlines.ts';
import { middleOf } from './shapes.ts';
import type { SectionCut, SectionFeature, SectionModel } from './types.ts';

/** A figure between two places (chainage, height) of the section, m. `beside`, `above` and `below`: clear to the nearest works. */
export interface SectionFigure {
  what: 'cover' | 'level' | 'bottom' | 'width' | 'beside' | 'above' | 'below';
  from: readonly [at: number, height: number];
  to: readonly [at: number, height: number];
  metres: number;
  /** To what, as an index of the model's features; the number of the level for a level. */
  of: number | null;
}
/** Works farther away are no neighbours, m along the section. */
const NEIGHBOUR = 60;

/** Cover, levels, depth and width of the site that is looked at, and how far its neighbours are along the section; none where its depths are not known. */
export function sectionFigures(model: SectionModel): SectionFigure[] {
  const site = model.focus === null ? null : model.features[model.focus];
  if (!site || site.depth.top === null || site.depth.bottom === null) return [];
  const { top, bottom } = { top: site.depth.top, bottom: site.depth.bottom };
  const boxes = site.cuts.flatMap((cut) => (cut.kind === 'stretch' ? [cut] : []));
  return boxes.flatMap(({ from, to }) => {
    const base = groundAt(model.ground, (from + to) / 2), ceiling = base - top, floor = base - bottom;
    const levels = site.levels === null || site.levelHeight === null ? [] : Array.from({ length: site.levels }, (_, i): SectionFigure => ({ what: 'level', from: [to, ceiling - i * site.levelHeight!], to: [to, ceiling - (i + 1) * site.levelHeight!], metres: site.levelHeight!, of: i + 1 }));
    return [
      { what: 'cover', from: [to, base], to: [to, ceiling], metres: top, of: null }, ...levels,
      { what: 'bottom', from: [to, floor], to: [to, floor], metres: bottom, of: null },
      { what: 'width', from: [from, base], to: [to, base], metres: to - from, of: null },
      ...clearFigures(model, { from, to, ceiling, floor }),
    ] satisfies SectionFigure[];
  });
}

interface BoxOf { from: number; to: number; ceiling: number; floor: number }
/** The nearest works on either side at the box's depths, and the nearest above and below it. */
function clearFigures(model: SectionModel, box: BoxOf): SectionFigure[] {
  const found: Partial<Record<'left' | 'right' | 'above' | 'below', SectionFigure>> = {};
  const keep = (side: keyof typeof found, figure: SectionFigure) => { if (figure.metres >= 0 && figure.metres < (found[side]?.metres ?? NEIGHBOUR)) found[side] = figure; };
  model.features.forEach((feature, of) => {
    if (feature.role !== 'works') return;
    for (const cut of feature.cuts) {
      const extent = extentOfCut(model, feature, cut);
      if (!extent || cut.kind === 'along' || cut.kind === 'point') continue;
      const { from, to, ceiling, floor } = extent, deep = (Math.max(floor, box.floor) + Math.min(ceiling, box.ceiling)) / 2, middle = (Math.max(from, box.from) + Math.min(to, box.to)) / 2;
      const meetsInDepth = floor < box.ceiling && ceiling > box.floor, meetsInPlan = from < box.to && to > box.from;
      if (meetsInDepth && from >= box.to) keep('right', { what: 'beside', from: [box.to, deep], to: [from, deep], metres: from - box.to, of });
      if (meetsInDepth && to <= box.from) keep('left', { what: 'beside', from: [to, deep], to: [box.from, deep], metres: box.from - to, of });
      if (meetsInPlan && floor >= box.ceiling) keep('above', { what: 'above', from: [middle, floor], to: [middle, box.ceiling], metres: floor - box.ceiling, of });
      if (meetsInPlan && ceiling <= box.floor) keep('below', { what: 'below', from: [middle, box.floor], to: [middle, ceiling], metres: box.floor - ceiling, of });
    }
  });
  return Object.values(found);
}
/** Null where an end is not known: a clear distance to it would be made up. */
function extentOfCut(model: SectionModel, { depth: { top, bottom } }: SectionFeature, cut: SectionCut): BoxOf | null {
  if (top === null || bottom === null) return null;
  const middle = middleOf(cut), half = halfWidth(cut, bottom - top), base = groundAt(model.ground, middle);
  return { from: middle - half, to: middle + half, ceiling: base - top, floor: base - bottom };
}

/** Below the lowest that is drawn to its end, m, and what is drawn at least and at most without being asked. */
const BELOW = 2, LEAST = 12, MOST = 45;
/** How deep a section is drawn where nobody says so: to the end of sites and works. */
export function depthDrawn(model: SectionModel): number {
  const deepest = model.features.flatMap(({ role, depth: { top, bottom } }) => (role === 'site' || role === 'works' ? [bottom ?? (top === null ? 0 : top + BELOW)] : []));
  return Math.ceil(Math.min(MOST, Math.max(LEAST, ...deepest)) + BELOW);
}
