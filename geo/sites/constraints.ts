import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import rules from '../../data/parameters/constraints.json' with { type: 'json' };
import { portable } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import { extentOf, type DepthInterval, type Extent, type FeatureId, type PlanFeature } from '../model/index.ts';
import { meeting, type Interval, type Meeting } from './depth.ts';
import { isPolygonal, nameOf, numberIn, textIn } from './ground.ts';

/** What one kind of constraint means for a site: a row of data/parameters/constraints.json. Distances in m, edge to edge in plan. */
export interface ConstraintRule {
  /** Ground nearer than this is taken off; null = none is. */
  exclude: number | null;
  /** A site as near as this has to ask the department. */
  consult: number;
  /** Holds whatever the depth (explosives, heritage, protected trees). */
  anyDepth: boolean;
  /** The law draws a control zone around it, whatever the depth of the site: near is consulting, only very near is excluding. */
  controlZone?: boolean;
  /** 不应小于: a smaller clearance in the data does not lower it. */
  mandatory?: boolean;
  department: string;
  costFactor: number;
  source: string;
  toBeConfirmed: boolean;
}
export const CONSTRAINT_RULES: Readonly<Record<string, ConstraintRule>> = rules;

/** A feature that may stand in a site's way, in the plane, with the distances that hold for it. */
export interface Barrier extends DepthInterval {
  id: FeatureId;
  name: string;
  kind: string;
  rule: ConstraintRule;
  exclude: number | null;
  consult: number;
  steward: string | null;
  shape: Geometry;
  extent: Extent;
  /** A line or point that excludes but has neither ground nor clearance: it takes the least width. */
  widthAssumed: boolean;
}

/** The feature as a barrier; `kind` null or unknown falls to the row `other`. */
export function barrierOf(feature: PlanFeature, kind: string | null, shape: Geometry, depths: DepthInterval, clearance = numberIn(feature, 'clearance')): Barrier {
  const known = kind !== null && Object.hasOwn(CONSTRAINT_RULES, kind) ? kind : 'other';
  const rule = CONSTRAINT_RULES[known];
  return {
    id: feature.id, name: nameOf(feature), kind: known, rule, steward: textIn(feature, 'steward'), ...distances(rule, clearance),
    ...depths, shape, extent: extentOf([{ geometry: shape }])!, widthAssumed: false,
  };
}

/** A distance of 0 from a line or a point takes no ground at all, so that a site could lie across a blue line: it is given a width. */
export function withWidth(barrier: Barrier, leastWidth: number): Barrier {
  const bare = barrier.exclude === 0 && !isPolygonal(barrier.shape);
  return bare ? { ...barrier, exclude: leastWidth / 2, widthAssumed: true } : barrier;
}

/**
 * A feature's own clearance stands for the distance that excludes. It does not turn a kind that only scores or consults
 * into one that excludes; beside a control zone a clearance as wide as the zone means the zone; and it never undercuts
 * a distance that the standard makes mandatory.
 */
function distances(rule: ConstraintRule, clearance: number | null): { exclude: number | null; consult: number } {
  if (clearance === null || clearance < 0) return rule;
  if (rule.controlZone && clearance >= rule.consult) return { exclude: rule.exclude, consult: clearance };
  if (rule.exclude === null) return rule;
  return { exclude: rule.mandatory ? Math.max(rule.exclude, clearance) : clearance, consult: rule.consult };
}

/** Metres around a feature of a kind in which its depths take the ground from a box; null where none is taken. `clearance`: the feature's own. */
export function excludedWithin(kind: string, clearance: number | null): number | null {
  return distances(Object.hasOwn(CONSTRAINT_RULES, kind) ? CONSTRAINT_RULES[kind] : CONSTRAINT_RULES['other'], clearance).exclude;
}

const QUADRANT_SEGMENTS = 16;
/** A circle drawn with chords lies inside the true one by this factor; mandatory distances are widened by it, so that no corner comes nearer than the standard allows. */
const CHORD = portable.cos(Math.PI / 4 / QUADRANT_SEGMENTS);

/** All barriers, found by place. */
export class Barriers {
  private readonly index: Flatbush | null;
  private readonly taken = new Map<Barrier, Polygonal | null>();

  constructor(readonly list: readonly Barrier[], private readonly kernel: Kernel) {
    this.index = list.length > 0 ? new Flatbush(list.length, 16, Float64Array) : null;
    for (const { extent: [w, s, e, n], exclude, consult } of list) {
      const reach = Math.max(exclude ?? 0, consult) * 1.01;
      this.index?.add(w - reach, s - reach, e + reach, n + reach);
    }
    this.index?.finish();
  }

  /** Barriers whose distances reach into the extent, in the order of the list. */
  near(extent: Extent): Barrier[] {
    return this.index ? this.index.search(...extent).sort((a, b) => a - b).map((i) => this.list[i]) : [];
  }
  /** Those near that take ground from a box at these depths. */
  cutting(extent: Extent, box: Interval): Barrier[] {
    return this.near(extent).filter((barrier) => barrier.exclude !== null && meets(barrier, box) !== 'clear' && this.ground(barrier) !== null);
  }
  /** The ground that a barrier takes; null where it takes none. */
  ground(barrier: Barrier): Polygonal | null {
    let ground = this.taken.get(barrier);
    if (ground === undefined) {
      const { exclude, shape, rule } = barrier;
      ground = exclude === null ? null : exclude === 0 && isPolygonal(shape) ? shape : this.kernel.buffer(shape, rule.mandatory ? exclude / CHORD : exclude, { quadrantSegments: QUADRANT_SEGMENTS });
      this.taken.set(barrier, ground);
    }
    return ground;
  }
}

export function meets({ rule, top, bottom }: Barrier, box: Interval): Meeting {
  return rule.anyDepth ? 'meets' : meeting(box, top, bottom);
}
