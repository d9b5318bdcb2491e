import type { PlanFeature, Properties } from '../../model/index.ts';
import { CONSTRAINTS, LAND_USES, type ConstraintRow } from './tables.ts';
import { layerOf, matches, tagNumber, type Tags } from './tags.ts';
import type { OsmContext, OsmFeature } from './types.ts';

/** Land by its code; what the table does not know is counted, not guessed. */
export function landParcels(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  return features.flatMap(({ id, tags, geometry }) => {
    if (!/Polygon$/.test(geometry.type) || !isLand(tags)) return [];
    const found = LAND_USES.find(({ when }) => matches(tags, when));
    if (!found) {
      context.log.leaveOut('land-parcel', 'land-kind', id, { kind: tags['leisure'] ?? tags['landuse'] ?? tags['natural'] ?? tags['amenity'] ?? tags['place'] });
      return [];
    }
    return [{ type: 'Feature' as const, id, geometry, properties: { id, name: tags['name'] ?? null, landUse: found.landUse, ...context.provenance('reported', []) } }];
  });
}
const isLand = (tags: Tags): boolean => tags['building'] === undefined && tags['landuse'] !== 'construction' && ['leisure', 'landuse', 'natural', 'amenity', 'place'].some((key) => tags[key] !== undefined);

/** Ground that is open anyway: building sites, as sites that a planner may look at. */
export function buildingSites(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  return features.filter(({ tags, geometry }) => tags['landuse'] === 'construction' && /Polygon$/.test(geometry.type))
    .map(({ id, tags, geometry }) => ({ type: 'Feature' as const, id, geometry, properties: { id, name: tags['name'] ?? null, ...context.provenance('reported', [context.log.assume('drawn-site', 'building-site', id)]) } }));
}

/** What is or may be in the ground, with its depths where the tags let them be reckoned. */
export function constraints(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  return features.flatMap(({ id, tags, geometry }) => {
    const rows = CONSTRAINTS.filter((row) => matches(tags, row.when) && !row.except?.includes(tags['building']) && (row.parameter === undefined || context.text(row.parameter) === 'true')).filter((row, i, all) => all.findIndex((other) => other.kind === row.kind) === i);
    return rows.map((row, i) => {
      const remarks: string[] = [];
      const own = i === 0 ? id : `${id}-${row.kind}`;
      const depths = depthsOf(row, tags, own, context, remarks);
      return { type: 'Feature' as const, id: own, geometry, properties: { id: own, name: tags['name'] ?? null, kind: row.kind, clearance: null, ...depths, steward: tags['operator'] ?? null, ...context.provenance(remarks.length > 0 ? 'estimated' : 'reported', remarks) } };
    });
  });
}

const UNKNOWN: Properties = { topDepth: null, bottomDepth: null };
function depthsOf(row: ConstraintRow, tags: Tags, id: string, { number, log }: OsmContext, remarks: string[]): Properties {
  if (row.depth === 'culvert') {
    remarks.push(log.assume('constraint', 'culvert-depth', id, { top: number('culvertTop'), bottom: number('culvertBottom') }));
    return { topDepth: number('culvertTop'), bottomDepth: number('culvertBottom') };
  }
  if (row.depth === 'basement') {
    const levels = tagNumber(tags, 'building:levels:underground');
    if (levels === null || levels === 0) return UNKNOWN;
    remarks.push(log.assume('constraint', 'basement-depth', id, { metres: number('basementLevelHeight') }));
    return { topDepth: 0, bottomDepth: Math.round(levels * number('basementLevelHeight') * 100) / 100 };
  }
  if (row.depth === 'unknown') return UNKNOWN;
  const below = Math.max(1, -layerOf(tags));
  remarks.push(log.assume('constraint', 'layer-depth', id, { metres: number('depthPerLayer'), height: number('tunnelHeight') }));
  return { topDepth: below * number('depthPerLayer'), bottomDepth: below * number('depthPerLayer') + number('tunnelHeight') };
}
