import { pointOnSurface } from '../geometry/index.ts';
import type { PlanFeature, SchemaId } from '../model/index.ts';
import { assumedTop } from './assumptions.ts';
import type { DepthContext, DepthInterval } from './types.ts';

type End = 'top' | 'bottom';
type Basis = Exclude<DepthInterval['basis'], 'unknown'>;
/** The surest first. */
const BASES: readonly Basis[] = ['depth', 'elevation', 'levels', 'assumed'];
interface Known {
  at: number;
  basis: Basis;
  assumed: boolean;
}
const UNKNOWN: DepthInterval = { top: null, bottom: null, basis: 'unknown', assumed: [] };

/**
 * How deep a feature lies. Each end is the first of these that is there: its depth; its elevation, with the ground over the
 * feature; the other end and the number of levels; what is assumed of its kind, or of the stratum of a plan zone. An interval that
 * stands on its head is unknown (and an issue of the layer).
 */
export function depthOf(feature: PlanFeature, schema: SchemaId, context: DepthContext): DepthInterval {
  const ground = groundOver(feature, context);
  const stated = { top: statedEnd(feature, 'top', ground), bottom: statedEnd(feature, 'bottom', ground) };
  if (stated.top && stated.bottom) return interval(stated.top, stated.bottom);
  const { top, bottom } = byLevels(feature, schema, stated, context);
  return interval(top, bottom);
}

function interval(top: Known | null, bottom: Known | null): DepthInterval {
  const known = [top, bottom].filter((end) => end !== null);
  if (known.length === 0 || (top && bottom && top.at > bottom.at)) return UNKNOWN;
  const basis = BASES[Math.max(...known.map((end) => BASES.indexOf(end.basis)))];
  return { top: top?.at ?? null, bottom: bottom?.at ?? null, basis, assumed: (['top', 'bottom'] as const).filter((end) => (end === 'top' ? top : bottom)?.assumed === true) };
}

function statedEnd({ properties }: PlanFeature, end: End, ground: number | null): Known | null {
  const depth = numeric(properties[`${end}Depth`]), elevation = numeric(properties[`${end}Elevation`]);
  if (depth !== null) return { at: depth, basis: 'depth', assumed: false };
  return elevation !== null && ground !== null ? { at: tidy(ground - elevation), basis: 'elevation', assumed: false } : null;
}

/** Elevation of the ground over the feature: an end with both depth and elevation tells it, else the terrain at a point on the feature. */
function groundOver({ geometry, properties }: PlanFeature, { ground }: DepthContext): number | null {
  const elevations = (['top', 'bottom'] as const).map((end) => ({ depth: numeric(properties[`${end}Depth`]), elevation: numeric(properties[`${end}Elevation`]) }));
  const both = elevations.find(({ depth, elevation }) => depth !== null && elevation !== null);
  if (both) return both.depth! + both.elevation!;
  return elevations.some(({ elevation }) => elevation !== null) && geometry ? ground.elevationAt(...pointOnSurface(geometry)) : null;
}

/** Ends that are not stated: by levels from the end that is, never reckoned up above the ground; else from what is assumed of the kind. */
function byLevels(feature: PlanFeature, schema: SchemaId, stated: Record<End, Known | null>, context: DepthContext): Record<End, Known | null> {
  const height = heightOf(feature, schema, context);
  const assume = (at: number, basis: Basis): Known => ({ at: tidy(at), basis, assumed: true });
  if (stated.bottom) return { top: height === null ? ceiling(feature, schema, stated.bottom, context) : assume(Math.max(Math.min(0, stated.bottom.at), stated.bottom.at - height), 'levels'), bottom: stated.bottom };
  const zone = stated.top ? null : ofStratum(feature, schema, context);
  if (zone) return zone;
  const row = stated.top ? null : assumedTop(feature, schema, context.assumptions);
  const top = stated.top ?? (row && assume(row.value, 'assumed'));
  return { top, bottom: top && height !== null ? assume(top.at + height, 'levels') : null };
}

/** A top that is only assumed lies above a bottom that is stated, or is not known. */
function ceiling(feature: PlanFeature, schema: SchemaId, bottom: Known, { assumptions }: DepthContext): Known | null {
  const row = assumedTop(feature, schema, assumptions);
  return row && row.value <= bottom.at ? { at: row.value, basis: 'assumed', assumed: true } : null;
}

/** Levels x level height and the slab below them, m. The levels of a car park that stands on the ground are none of the underground. */
function heightOf(feature: PlanFeature, schema: SchemaId, { assumptions: { levelHeight, floorThickness } }: DepthContext): number | null {
  const levels = numeric(feature.properties['levels']);
  return levels === null || levels <= 0 || !isUnderground(feature, schema) ? null : levels * levelHeight.value + floorThickness.value;
}
const isUnderground = ({ properties }: PlanFeature, schema: SchemaId): boolean => schema !== 'parking-facility' || properties['kind'] === 'basement';

/** A plan zone that names its stratum and no depths reaches through it. */
function ofStratum({ properties }: PlanFeature, schema: SchemaId, { strata }: DepthContext): Record<End, Known | null> | null {
  const stratum = schema === 'underground-zone' ? strata.find(({ code, name }) => properties['stratum'] === code || (name !== null && properties['stratum'] === name)) : undefined;
  if (!stratum) return null;
  const assumed = (at: number): Known => ({ at, basis: 'assumed', assumed: true });
  return { top: assumed(stratum.from), bottom: stratum.to === null ? null : assumed(stratum.to) };
}

const numeric = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
/** To a micrometre: 5.1 - 1.3 is 3.8. */
const tidy = (metres: number): number => Math.round(metres * 1e6) / 1e6;
