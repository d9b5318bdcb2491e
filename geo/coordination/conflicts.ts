import type { Geometry } from 'geojson';
import departments from '../../data/parameters/departments.json' with { type: 'json' };
import { bounded, planeArea } from '../crs/index.ts';
import { pointOnSurface, type Kernel } from '../geometry/index.ts';
import { byId, extentOf, type FeatureId, type Inputs, type Params, type PlanFeature } from '../model/index.ts';
import { contextOf, isPolygonal, nameOf, numberIn, planarOf, SITE_PARAMS, type Barrier, type SiteContext } from '../sites/index.ts';
import { NATURES } from './natures.ts';

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
  /** `meets`: common ground, and the depths meet; `near`: closer than the distance that excludes; `consult`: within the distance of consulting; `passes`: common ground, above or below. */
  nature: 'meets' | 'near' | 'consult' | 'passes';
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
  /** The clearance that the rule demands; null where none is. */
  required: number | null;
}

/**
 * Every site against every constraint, shelter, basement, road project and plan zone, by department, then site. Inputs by the names that
 * `candidate-sites` takes, and its own result as `candidate-sites`; what a site was made of is no conflict of it.
 */
export async function conflictsOf(inputs: Inputs, params: Params): Promise<Conflict[]> {
  const context = await contextOf(inputs, params, null);
  const sites = inputs['candidate-sites'] ? byId(inputs['candidate-sites']).features : [];
  const others = othersOf(context);
  const rows = sites.flatMap((site) => {
    const shape = planarOf(site, context.plane, context.kernel);
    return shape ? others.filter(({ id, kind }) => !isOwn(site, kind, id)).flatMap((other) => conflictOf(site, shape, other, context)) : [];
  });
  return rows.sort((a, b) => order(a.department, b.department) || order(a.site, b.site) || NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) || order(a.kind, b.kind) || order(a.id, b.id));
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A barrier, a road or a zone, alike. */
interface Other extends Pick<Barrier, 'id' | 'name' | 'kind' | 'exclude' | 'consult' | 'steward' | 'top' | 'bottom' | 'shape'> {
  layer: string;
  department: string;
  toBeConfirmed: boolean;
  anyDepth: boolean;
  mandatory: boolean;
}
function othersOf({ barriers, roads, zones }: Omit<SiteContext, 'need'>): Other[] {
  const rest = { exclude: null, consult: 0, steward: null, anyDepth: true, mandatory: false };
  return [
    ...barriers.list.map(({ rule, ...barrier }) => ({ ...barrier, layer: LAYERS_OF_KINDS[barrier.kind] ?? 'constraints', department: rule.department, toBeConfirmed: rule.toBeConfirmed, anyDepth: rule.anyDepth || rule.controlZone === true, mandatory: rule.mandatory === true })),
    ...roads.list.flatMap(({ feature, corridor }): Other[] => (corridor ? [{ ...rest, ...about(feature), kind: 'road-project', layer: 'road-projects', ...departments['road-project'], top: null, bottom: null, shape: corridor }] : [])),
    // Zones where building is forbidden or restricted are barriers already.
    ...zones.list.filter(({ feature }) => !barriers.list.some(({ id, kind }) => id === feature.id && ZONE_KINDS.includes(kind))).map(({ feature, shape, top, bottom }): Other => ({ ...rest, ...about(feature), kind: 'plan-zone', layer: 'underground-zones', ...departments['plan-zone'], anyDepth: false, top, bottom, shape })),
  ];
}
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
  const [w, s, e, n] = extentOf([{ geometry: shape }])!, [ow, os, oe, on] = extentOf([{ geometry: other.shape }])!;
  const reach = bounded(Math.max(other.exclude ?? 0, other.consult));
  if (ow - reach > e || oe + reach < w || os - reach > n || on + reach < s) return [];
  const clearance = kernel.distance(shape, other.shape);
  if (clearance > reach) return [];
  const depths = depthsOf(site, other);
  const apart = !other.anyDepth && depths.depthClearance !== null && depths.depthOverlap === 0;
  const common = clearance === 0 && isPolygonal(shape) && isPolygonal(other.shape) ? kernel.intersection(shape, other.shape) : null;
  // A zone of another stratum says nothing of this site.
  const passing = clearance === 0 && other.kind !== 'plan-zone' ? 'passes' : null;
  const nature = apart ? passing : clearance === 0 ? 'meets' : other.exclude !== null && clearance < other.exclude * (other.mandatory ? EXACT : CHORDS) ? 'near' : 'consult';
  if (nature === null || (nature === 'consult' && clearance > bounded(other.consult))) return [];
  const { id, name, kind, layer, department, steward, toBeConfirmed, exclude } = other;
  const place = plane.inverse(...placeOf(shape, other.shape, common, clearance, kernel)).map((degree) => Math.round(degree * 1e7) / 1e7) as [number, number];
  return [{ site: site.id, siteName: nameOf(site), kind, id, name, layer, place, nature, department, steward, toBeConfirmed, overlapArea: common ? planeArea(common) : 0, clearance, ...depths, required: exclude }];
}

/** In the plane. What has no ground is given a little, for only ground can be cut. */
function placeOf(site: Geometry, other: Geometry, common: Geometry | null, clearance: number, kernel: Kernel): [number, number] {
  if (common) return pointOnSurface(common);
  const near = kernel.buffer(site, clearance + 0.5), ground = isPolygonal(other) ? other : kernel.buffer(other, 0.5);
  return pointOnSurface((near && ground && kernel.intersection(near, ground)) ?? site);
}

function depthsOf(site: PlanFeature, { top, bottom }: Other): Pick<Conflict, 'depthOverlap' | 'depthClearance'> {
  const from = numberIn(site, 'topDepth'), to = numberIn(site, 'bottomDepth');
  if (from === null || to === null || top === null || bottom === null) return { depthOverlap: null, depthClearance: null };
  return { depthOverlap: Math.max(0, Math.min(to, bottom) - Math.max(from, top)), depthClearance: Math.max(0, top - to, from - bottom) };
}
