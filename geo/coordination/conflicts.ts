import type { Geometry } from 'geojson';
import departments from '../../data/parameters/departments.json' with { type: 'json' };
import { bounded, planeArea } from '../crs/index.ts';
import { pointOnSurface, type Kernel, type Polygonal } from '../geometry/index.ts';
import { byId, extentOf, type DepthContext, type DepthInterval, type FeatureId, type Inputs, type Params, type PlanFeature } from '../model/index.ts';
import { contextOf, isPolygonal, nameOf, numberIn, planarOf, SITE_PARAMS, type Barrier, type SiteContext } from '../sites/index.ts';
import { clearanceBetween, natureOf, nearlyWithin, type Nature } from './clearances.ts';
import { NATURES } from './natures.ts';
import { worstPlace } from './worst-place.ts';

/** What reading constraints and roads takes of the parameters of the candidate sites. */
export const CONFLICT_PARAMS = SITE_PARAMS.filter(({ key, group }) => ['leastWidth', 'crs'].includes(key) || (group === 'time' && key !== 'date'));

/**
 * Something that a site has to do with, and who answers for it (METHODS 8). Lengths in m and areas in m², in the planning CRS; depths in m
 * below ground; unknown is null.
 */
export interface Conflict {
  site: FeatureId;
  siteName: string;
  /** The other thing: its kind (a row of the constraint table, or `road-project`, `plan-zone`), id and name. */
  kind: string;
  id: FeatureId;
  name: string;
  /** The input that the other thing is a feature of: with its id and kind the same after the next run. */
  layer: string;
  /** Where: on the common ground, else where the other thing comes nearest. Degrees, to a centimetre. */
  place: readonly [lon: number, lat: number];
  nature: Nature;
  department: string;
  /** Who has it in their books, where the data say so. */
  steward: string | null;
  /** The department stands in the table from memory. */
  toBeConfirmed: boolean;
  overlapArea: number;
  /** In plan, edge to edge. */
  clearance: number;
  /** How much of the depths is common, and how far apart they are (0 where they meet); null where a depth is unknown. */
  depthOverlap: number | null;
  depthClearance: number | null;
  /** What the other thing's depths rest on, and which of its ends are only assumed. */
  depthBasis: DepthInterval['basis'];
  depthAssumed: DepthInterval['assumed'];
  /** The clearance in plan that the pair of kinds demands, which is what `clearance` was held against; null where none is. */
  required: number | null;
  /** The clearance in depth; null where the rule holds at any depth. Its source is a row of data/parameters/clearances.json. */
  requiredDepth: number | null;
  /** Degrees, to a centimetre: the nearest place, or one on common ground, and a short line through it and into both things that a section can follow. */
  worst: { at: readonly [lon: number, lat: number]; line: readonly (readonly [lon: number, lat: number])[] };
}

/**
 * Every site against every constraint, shelter, basement, road project and plan zone, by department, then site. Inputs by the names that
 * `candidate-sites` takes, and its own result as `candidate-sites`; what a site was made of is no conflict of it.
 */
export async function conflictsOf(inputs: Inputs, params: Params, depths?: DepthContext): Promise<Conflict[]> {
  const all = new SiteConflicts(await contextOf(inputs, params, null, depths)), sites = inputs['candidate-sites'] ? byId(inputs['candidate-sites']).features : [];
  return sites.flatMap((site) => all.of(site)).sort((a, b) => order(a.department, b.department) || order(a.site, b.site) || byGravity(a, b));
}
/** The same for one site at a time, as it stands or as it is tried: what it is held against is read once. */
export class SiteConflicts {
  private readonly others: readonly Other[];
  constructor(private readonly context: Omit<SiteContext, 'need'>) {
    this.others = othersOf(context);
  }
  /** The gravest first. */
  of(site: PlanFeature): Conflict[] {
    const shape = planarOf(site, this.context.plane, this.context.kernel);
    const found = shape ? this.others.filter(({ id, kind }) => !isOwn(site, kind, id)).flatMap((other) => conflictOf(site, shape, other, this.context)) : [];
    return found.sort(byGravity);
  }
}
const byGravity = (a: Conflict, b: Conflict): number => NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) || order(a.kind, b.kind) || order(a.id, b.id);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A barrier, a road or a zone, alike. */
interface Other extends DepthInterval, Pick<Barrier, 'id' | 'name' | 'kind' | 'exclude' | 'consult' | 'steward' | 'shape'> {
  layer: string;
  department: string;
  toBeConfirmed: boolean;
  anyDepth: boolean;
  controlZone: boolean;
  mandatory: boolean;
}
function othersOf({ barriers, roads, zones }: Omit<SiteContext, 'need'>): Other[] {
  const rest = { exclude: null, consult: 0, steward: null, anyDepth: true, controlZone: false, mandatory: false };
  return [
    ...barriers.list.map(({ rule, ...barrier }) => ({ ...barrier, layer: LAYERS_OF_KINDS[barrier.kind] ?? 'constraints', department: rule.department, toBeConfirmed: rule.toBeConfirmed, anyDepth: rule.anyDepth, controlZone: rule.controlZone === true, mandatory: rule.mandatory === true })),
    ...roads.list.flatMap(({ feature, corridor }): Other[] => (corridor ? [{ ...rest, ...about(feature), kind: 'road-project', layer: 'road-projects', ...departments['road-project'], ...UNKNOWN, shape: corridor }] : [])),
    // Zones where building is forbidden or restricted are barriers already.
    ...zones.list.filter(({ feature }) => !barriers.list.some(({ id, kind }) => id === feature.id && ZONE_KINDS.includes(kind))).map(({ feature, ...zone }): Other => ({ ...rest, ...about(feature), kind: 'plan-zone', layer: 'underground-zones', ...departments['plan-zone'], anyDepth: false, ...zone })),
  ];
}
/** How deep road works dig nobody says. */
const UNKNOWN: DepthInterval = { top: null, bottom: null, basis: 'unknown', assumed: [] };
const ZONE_KINDS = ['forbidden-zone', 'restricted-zone'];
/** Kinds that come from an input of their own. */
const LAYERS_OF_KINDS: Readonly<Record<string, string>> = {
  'existing-shelter': 'shelters', 'existing-basement': 'parking-facilities', ...Object.fromEntries(ZONE_KINDS.map((kind) => [kind, 'underground-zones'])),
};
const about = (feature: PlanFeature) => ({ id: feature.id, name: nameOf(feature) });

/** A site's `source` is named as the kind is. */
const isOwn = ({ properties }: PlanFeature, kind: string, id: FeatureId): boolean => properties['source'] === kind && properties['sourceId'] === id;

/** Ground is cut and opened along circles drawn with chords; a clearance that this leaves short by less than 1 % is no breach. Mandatory distances are cut wide enough. */
const CHORDS = 0.99, EXACT = 1 - 1e-9;

function conflictOf(site: PlanFeature, shape: Geometry, other: Other, { kernel, plane }: Pick<SiteContext, 'kernel' | 'plane'>): Conflict[] {
  const rule = clearanceBetween('candidate-site', other.kind), horizontal = rule.horizontal ?? other.exclude;
  const [w, s, e, n] = extentOf([{ geometry: shape }])!, [ow, os, oe, on] = extentOf([{ geometry: other.shape }])!;
  const reach = bounded(Math.max(nearlyWithin(horizontal ?? 0), other.consult));
  if (ow - reach > e || oe + reach < w || os - reach > n || on + reach < s) return [];
  const clearance = kernel.distance(shape, other.shape);
  if (clearance > reach) return [];
  const depths = depthsOf(site, other);
  const apart = !other.anyDepth && depths.depthOverlap === 0 ? depths.depthClearance : null;
  const nature = natureOf({ ...other, clearance, apart, horizontal, vertical: rule.vertical, ownDepthOnly: other.kind === 'plan-zone', tolerance: other.mandatory ? EXACT : CHORDS });
  if (nature === null) return [];
  const { id, name, kind, layer, department, steward, toBeConfirmed } = other;
  const common = clearance === 0 && isPolygonal(shape) && isPolygonal(other.shape) ? kernel.intersection(shape, other.shape) : null;
  const degrees = (x: number, y: number) => plane.inverse(x, y).map((degree) => Math.round(degree * 1e7) / 1e7) as [number, number];
  const place = placeOf(shape, other.shape, common, clearance, kernel), worst = worstPlace(shape, other.shape, place, clearance);
  return [{
    site: site.id, siteName: nameOf(site), kind, id, name, layer, place: degrees(...place), nature, department, steward, toBeConfirmed,
    overlapArea: common ? planeArea(common) : 0, clearance, ...depths, depthBasis: other.basis, depthAssumed: other.assumed, required: horizontal, requiredDepth: other.anyDepth ? null : rule.vertical,
    worst: { at: degrees(...worst.at), line: worst.line.map((place) => degrees(...place)) },
  }];
}

/** In the plane. What has no ground is given a little, for only ground can be cut. */
function placeOf(site: Geometry, other: Geometry, common: Polygonal | null, clearance: number, kernel: Kernel): [number, number] {
  if (common) return pointOnSurface(common);
  const near = kernel.buffer(site, clearance + 0.5), ground = isPolygonal(other) ? other : kernel.buffer(other, 0.5);
  return pointOnSurface((near && ground && kernel.intersection(near, ground)) ?? site);
}

function depthsOf(site: PlanFeature, { top, bottom }: Other): Pick<Conflict, 'depthOverlap' | 'depthClearance'> {
  const from = numberIn(site, 'topDepth'), to = numberIn(site, 'bottomDepth');
  if (from === null || to === null) return { depthOverlap: null, depthClearance: null };
  // One end is enough to know that a thing lies wholly above or below.
  if (top !== null && top >= to) return { depthOverlap: 0, depthClearance: top - to };
  if (bottom !== null && bottom <= from) return { depthOverlap: 0, depthClearance: from - bottom };
  if (top === null || bottom === null) return { depthOverlap: null, depthClearance: null };
  return { depthOverlap: Math.min(to, bottom) - Math.max(from, top), depthClearance: 0 };
}
