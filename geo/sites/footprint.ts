import { planeArea } from '../crs/index.ts';
import type { Polygonal } from '../geometry/index.ts';
import { extentOf, type PlanFeature } from '../model/index.ts';
import { depthOf } from '../depth/index.ts';
import { capacityOf } from './capacity.ts';
import { boxOf, levelsAbove, type Interval } from './depth.ts';
import { nameOf, numberIn } from './ground.ts';
import { hitsOf } from './hits.ts';
import { numberOf } from './parameters.ts';
import { smallestRectangle } from './rectangle.ts';
import { barriersUnder, narrowest, sameBarriers, standing, type Search, type Standing } from './standing.ts';
import type { Ground, SiteContext, SiteDraft, SiteSource, SitesFound } from './types.ts';

/**
 * The buildable footprint in three dimensions (METHODS 5) of one source ground: less the side setback, less every
 * constraint that the box meets in plan and depth, what still holds the clear width, in pieces of a size that can be a site.
 */
export function dig(source: SiteSource, feature: PlanFeature, ground: Ground, context: SiteContext): SitesFound {
  const { kernel, params, roads } = context;
  const area = planeArea(ground.polygon);
  // A corridor is as long as its axis, however it bends: that is what it is cut along.
  const length = (ground.axis ? ground.axis.at.at(-1) : smallestRectangle(ground.polygon)?.length) ?? 0;
  const failed = (reasons: string[]): SitesFound => ({ sites: [], reasons, area, length });

  const { top, most } = room(source, feature, ground.polygon, context);
  if (most < 1) return failed(['zone-depth']);
  const setback = source.id === 'drawn' ? 0 : numberOf(params, 'setback');
  const inner = setback > 0 ? kernel.buffer(ground.polygon, -setback, { mitre: true }) : ground.polygon;
  if (!inner) return failed(['too-narrow']);
  const long = ground.axis !== null && length > numberOf(params, 'blockLength');
  const search: Search = { source, inner, axis: ground.axis, streets: long ? roads.crossing(feature, extentOf([{ geometry: ground.polygon }])!) : [], context };
  const chosen = chooseLevels(search, top, most);
  if (!chosen) return failed(reasonsOf(standing(search, boxOf(top, 1, numberOf(params, 'levelHeight'))), standing(search, null)));
  return { sites: draftsOf(source, feature, ground, search, chosen, most), reasons: [], area, length };
}

/** Where the box begins, and how many levels may be under it: the parameter's (or the drawn site's own), at most what the governing plan zone's depth admits. */
function room(source: SiteSource, feature: PlanFeature, polygon: Polygonal, { params, zones, depths }: SiteContext): { top: number; most: number } {
  const height = numberOf(params, 'levelHeight');
  const zone = source.id === 'plan-zone' ? depthOf(feature, 'underground-zone', depths) : null;
  const top = Math.max(numberOf(params, source.cover), zone?.top ?? 0);
  const floor = zone ? zone.bottom : zones.governing(polygon, boxOf(top, 1, height))?.bottom ?? null;
  const wanted = Math.max(1, Math.floor(numberIn(feature, 'levels') ?? numberOf(params, 'levels')));
  return { top, most: Math.min(wanted, floor === null ? Infinity : levelsAbove(floor, top, height)) };
}

interface Chosen {
  levels: number;
  box: Interval;
  found: Standing;
}
/** Of the levels that may be, the number with the greatest gross floor area: a deeper box may lose more ground than it gains in levels. */
function chooseLevels(search: Search, top: number, most: number): Chosen | null {
  let best: Chosen | null = null;
  let bestGross = 0;
  let deeper: Standing | null = null;
  for (let levels = most; levels >= 1; levels--) {
    const box = boxOf(top, levels, numberOf(search.context.params, 'levelHeight'));
    // The same constraints as one level deeper: the same ground, so fewer levels only hold less.
    if (deeper && sameBarriers(deeper.cutting, barriersUnder(search.inner, box, search.context))) continue;
    deeper = standing(search, box);
    const gross = deeper.parts.reduce((sum, { shape }) => sum + planeArea(shape), 0) * levels;
    if (gross > 0 && gross >= bestGross) { best = { levels, box, found: deeper }; bestGross = gross; }
  }
  return best;
}

function draftsOf(source: SiteSource, feature: PlanFeature, { polygon, assumed }: Ground, { inner, context }: Search, { levels, box, found }: Chosen, most: number): SiteDraft[] {
  const { kernel, params, barriers } = context;
  const { afterConstraints, afterOpening, dropped } = found;
  return found.parts.map(({ shape, from }, i) => {
    const size = smallestRectangle(shape)!;
    const area = planeArea(shape);
    const capacity = capacityOf(area, levels, params);
    const hits = hitsOf(shape, box, barriers, kernel);
    return {
      source, feature, id: `${source.id}-${feature.id}-${i + 1}`, name: found.parts.length > 1 ? `${nameOf(feature)} ${i + 1}` : nameOf(feature),
      shape, area, length: size.length, minWidth: narrowest(shape, size.width, context), levels, topDepth: box.top, bottomDepth: box.bottom, ...capacity,
      hits, assumed: hits.some(({ depthUnknown }) => depthUnknown) ? [...assumed, 'depth-unknown'] : assumed, steps: ['design', 'planning-permit'],
      notes: [...notesOf(size.length, capacity.vehicleRamps, levels, most, context), ...(from === null ? [] : ['part-of-larger'])],
      ground: { source: planeArea(polygon), afterSetback: planeArea(inner), afterConstraints, afterOpening, dropped, part: from },
    };
  });
}

/** Why nothing stands: the constraints, where it would stand without them; else the ground itself. */
function reasonsOf(withConstraints: Standing, without: Standing): string[] {
  const kinds = [...new Set(withConstraints.cutting.map(({ kind }) => `constraint.${kind}`))].sort();
  const bare = [...without.lost].sort();
  if (without.parts.length === 0) return bare;
  return [...kinds, ...[...withConstraints.lost].filter((code) => code !== 'no-ground').sort()];
}

function notesOf(length: number, ramps: number, levels: number, most: number, { params }: SiteContext): string[] {
  return [
    ...(ramps >= 2 && length < 2 * numberOf(params, 'rampLength') ? ['ramps-need-room'] : []),
    ...(levels < most ? ['fewer-levels-hold-more'] : []),
  ];
}
