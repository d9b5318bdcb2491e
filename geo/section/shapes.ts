import { garageShapes } from './garage.ts';
import { groundAt } from './ground.ts';
import { crossingOutline, ribbon, rectangleOf, type Outline } from './outlines.ts';
import type { SectionCut, SectionFeature, SectionModel } from './types.ts';

/** Chainage, height, chainage, height, … in metres; heights against the datum of the section, upwards positive. */
export type SectionPoints = readonly number[];
/** How sure an edge is: told, reckoned from an assumption, or not known, so that nothing ends there. */
export type Sureness = 'known' | 'assumed' | 'unknown';
export type ShapeRole = 'stratum' | 'zone' | 'clearance' | 'works' | 'site' | 'slab' | 'ramp' | 'garage' | 'red-line' | 'ground';

/** What is drawn, true in metres: paper, screen and CAD take the same. */
export interface SectionShape {
  role: ShapeRole;
  /** Index of the model's features and of its cuts. */
  feature: number | null;
  cut: number | null;
  color: string;
  /** Ground that is filled; null where only lines are drawn, as of what has no known end. */
  fill: SectionPoints | null;
  lines: readonly { points: SectionPoints; closed: boolean; sure: Sureness }[];
  /** The weakest of what is known of it. */
  sure: Sureness;
}

/** So many times the run of a ramp is a box that is cut along: across a narrow one no ramp goes. */
const ROOM_FOR_RAMP = 1.5;
/** Above the ground, m: as far as red lines stand up. */
const SKY = 3;
/** Strata from the ground down. */
const EARTH = ['#f3ece0', '#eadfcb', '#e0d2b8', '#d6c5a5'];

/** Everything that a section draws besides words and figures, bottom first, down to so many metres below the lowest ground. */
export function sectionShapes(model: SectionModel, depth: number): SectionShape[] {
  const lowest = lowestGround(model) - depth;
  return [
    ...strataShapes(model, lowest),
    ...model.features.flatMap((feature, i) => clearanceShapes(model, feature, i, lowest)),
    ...model.features.flatMap((feature, i) => featureShapes(model, feature, i, lowest)),
    ...garageShapes(model),
    { role: 'ground', feature: null, cut: null, color: '#1d2733', fill: null, sure: model.ground.datum === null ? 'unknown' : 'known', lines: [{ points: groundLine(model, 0, model.length), closed: false, sure: 'known' }] },
  ];
}
export const lowestGround = ({ ground: { datum, profile } }: SectionModel): number => Math.min(0, ...profile.map(({ elevation }) => (elevation === null || datum === null ? 0 : elevation - datum)));

function groundLine(model: SectionModel, from: number, to: number): number[] {
  const inner = model.ground.profile.filter(({ at }) => at > from && at < to).map(({ at }) => at);
  return [from, ...inner, to].flatMap((at) => [at, groundAt(model.ground, at)]);
}

function strataShapes(model: SectionModel, lowest: number): SectionShape[] {
  return model.strata.flatMap(({ from, to }, i): SectionShape[] => {
    if (lowestGround(model) - from <= lowest) return [];
    const ground = groundLine(model, 0, model.length), fill = ribbon(ground, from, to, lowest);
    return [{ role: 'stratum', feature: null, cut: null, color: EARTH[Math.min(i, EARTH.length - 1)], fill, lines: to === null ? [] : [{ points: lowered(ground, to, lowest), closed: false, sure: 'unknown' }], sure: 'known' }];
  });
}
const lowered = (ground: readonly number[], by: number, lowest: number): number[] => ground.map((value, k) => (k % 2 === 1 ? Math.max(lowest, value - by) : value));

/** Where nothing is dug beside a works, over its depths. */
function clearanceShapes(model: SectionModel, { clearance, depth, color, cuts }: SectionFeature, feature: number, lowest: number): SectionShape[] {
  if (!clearance || depth.top === null || depth.bottom === null || cuts.length === 0) return [];
  const [top, bottom] = [depth.top, depth.bottom];
  return clearance.stretches.map(([from, to]) => {
    const base = groundAt(model.ground, (from + to) / 2), points = rectangleOf(from, to, base - top, Math.max(lowest, base - bottom));
    return { role: 'clearance', feature, cut: null, color, fill: null, lines: [{ points, closed: true, sure: 'unknown' as const }], sure: 'known' as const };
  });
}

function featureShapes(model: SectionModel, feature: SectionFeature, index: number, lowest: number): SectionShape[] {
  return feature.cuts.flatMap((cut, k): SectionShape[] => {
    if (feature.role === 'road') return redLines(model, feature, cut, index, k, lowest);
    const base = groundAt(model.ground, middleOf(cut)), shape = shapeOf(model, feature, cut, base, lowest);
    const one: SectionShape = { role: feature.role === 'zone' ? 'zone' : feature.role === 'site' ? 'site' : 'works', feature: index, cut: k, color: feature.color, ...shape };
    return feature.role === 'site' ? [one, ...slabs(feature, cut, base, index, k), ...ramps(model, feature, cut, base, index, k)] : [one];
  });
}
export const middleOf = (cut: SectionCut): number => ('at' in cut ? cut.at : (cut.from + cut.to) / 2);

function shapeOf(model: SectionModel, { role, depth, kind }: SectionFeature, cut: SectionCut, base: number, lowest: number): Outline {
  const sure = (end: 'top' | 'bottom'): Sureness => (depth[end] === null ? 'unknown' : depth.assumed.includes(end) ? 'assumed' : 'known');
  const ends = { top: base - (depth.top ?? 0), bottom: depth.bottom === null ? lowest : Math.max(lowest, base - depth.bottom), sureTop: sure('top'), sureBottom: sure('bottom') };
  if (role === 'zone' && cut.kind === 'stretch' && depth.top !== null) {
    const fill = ribbon(groundLine(model, cut.from, cut.to), depth.top, depth.bottom, lowest);
    return { fill, lines: [{ points: fill, closed: true, sure: 'assumed' }], sure: depth.bottom === null ? 'unknown' : 'known' };
  }
  return crossingOutline(cut, ends, kind);
}

/** Floors between the levels of a box. */
function slabs({ levels, levelHeight, depth: { top } }: SectionFeature, cut: SectionCut, base: number, feature: number, k: number): SectionShape[] {
  if (cut.kind !== 'stretch' || levels === null || levelHeight === null || top === null || levels < 2) return [];
  const lines = Array.from({ length: levels - 1 }, (_, i) => { const y = base - top - (i + 1) * levelHeight; return { points: [cut.from, y, cut.to, y], closed: false, sure: 'known' as const }; });
  return [{ role: 'slab', feature, cut: k, color: '#4a1a66', fill: null, lines, sure: 'known' }];
}

/** A straight ramp from the ground to the floor of the first level, at the steepest grade that is admitted: schematic, and only where the box is long enough for it to be one in this section. */
function ramps({ rampGrade, ground, garage }: SectionModel, { levelHeight, depth: { top } }: SectionFeature, cut: SectionCut, base: number, feature: number, k: number): SectionShape[] {
  // Where the garage is laid out, its own ramps are drawn.
  if (cut.kind !== 'stretch' || levelHeight === null || top === null || garage.some(({ site }) => site === feature)) return [];
  const floor = base - top - levelHeight, run = (groundAt(ground, cut.from) - floor) / rampGrade;
  if (run <= 0 || run * ROOM_FOR_RAMP > cut.to - cut.from) return [];
  const points = [cut.from, groundAt(ground, cut.from), cut.from + run, floor];
  return [{ role: 'ramp', feature, cut: k, color: '#4a1a66', fill: null, lines: [{ points, closed: false, sure: 'assumed' }], sure: 'assumed' }];
}

/** The edges of a road, where the section comes to them. */
function redLines(model: SectionModel, { widthAssumed }: SectionFeature, cut: SectionCut, feature: number, k: number, lowest: number): SectionShape[] {
  if (cut.kind !== 'stretch') return [];
  const sure: Sureness = widthAssumed ? 'assumed' : 'known', ends = [cut.from, cut.to].filter((at) => at > EDGE && at < model.length - EDGE);
  const lines = ends.map((at) => ({ points: [at, groundAt(model.ground, at) + SKY, at, lowest], closed: false, sure }));
  return lines.length === 0 ? [] : [{ role: 'red-line', feature, cut: k, color: RED_LINE, fill: null, sure, lines }];
}
const EDGE = 1e-3, RED_LINE = '#c62828';
