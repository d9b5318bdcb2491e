import { planeArea } from '../../crs/index.ts';
import { projectGeometry } from '../../geometry/index.ts';
import type { PlanFeature } from '../../model/index.ts';
import { BUILDING_USES, NO_DEMAND, type BuildingUse } from './tables.ts';
import { layerOf, matches, tagNumber, type Tags } from './tags.ts';
import type { OsmContext, OsmFeature } from './types.ts';

const LAYER = 'demand-unit';

/**
 * Demand units from buildings. Floor area = ground plan in the planning CRS x storeys; households = homes' share of it / area
 * per household; population = households x persons. What the tags do not say is a parameter, and is said in the remarks.
 */
export function demandUnits(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  const units = features.flatMap((feature) => {
    if (!feature.tags['building'] || !/Polygon$/.test(feature.geometry.type)) return [];
    const reason = notCounted(feature, context);
    if (reason) {
      context.log.leaveOut(LAYER, reason, feature.id, reason === 'building-kind' ? { building: feature.tags['building'] } : {});
      return [];
    }
    return [demandUnit(feature, context)];
  });
  return toCensus(units, context);
}

/** Where the number of residents is known, what the storeys and shares give is scaled to it: the distribution stays, the sum is the census'. */
function toCensus(units: PlanFeature[], { number, log, language }: OsmContext): PlanFeature[] {
  const census = number('population');
  const reckoned = units.reduce((sum, { properties }) => sum + (Number(properties['population']) || 0), 0);
  if (!(census > 0 && reckoned > 0)) return units;
  const factor = census / reckoned;
  return units.map((unit) => {
    const { households, population, remarks } = unit.properties;
    if (typeof households !== 'number' || typeof population !== 'number') return unit;
    const words = log.assume(LAYER, 'census', unit.id, { population: census, factor: factor.toFixed(3) });
    return { ...unit, properties: { ...unit.properties, households: hundredths(households * factor), population: hundredths(population * factor), remarks: remarks === null ? words : [remarks, words].join(language === 'zh' ? '；' : '; ') } };
  });
}

function notCounted({ tags, geometry }: OsmFeature, { plane, number }: OsmContext): string | null {
  if (NO_DEMAND.includes(tags['building'])) return 'building-kind';
  if (layerOf(tags) < 0 || tags['location'] === 'underground') return 'building-underground';
  return planeArea(projectGeometry(plane, geometry)) < number('minFootprint') ? 'building-small' : null;
}

function demandUnit({ id, tags, geometry }: OsmFeature, context: OsmContext): PlanFeature {
  const { plane, number, log } = context;
  const row = BUILDING_USES.find(({ when }) => matches(tags, when)) as BuildingUse;
  const remarks: string[] = [];
  const levels = storeys(tags, row, id, context, remarks);
  if (row.assumed) remarks.push(log.assume(LAYER, 'use', id, { share: number(row.residential!) }));
  const floorArea = Math.round(planeArea(projectGeometry(plane, geometry)) * levels.value * 10) / 10;
  const homes = row.residential === null ? 0 : floorArea * number(row.residential);
  const households = hundredths(homes / number('areaPerHousehold'));
  if (row.residential !== null) log.assume(LAYER, 'households', id, { area: number('areaPerHousehold'), persons: number('personsPerHousehold') });
  return {
    type: 'Feature', id, geometry,
    properties: {
      id, name: tags['name'] ?? addressOf(tags), households: row.residential === null ? null : households, population: row.residential === null ? null : hundredths(households * number('personsPerHousehold')),
      floorArea, landUse: row.landUse, use: row.use, levels: levels.value, levelsSource: levels.source,
      ...context.provenance(levels.source === 'stated' && !row.assumed ? 'reported' : 'estimated', remarks),
    },
  };
}
const hundredths = (value: number): number => Math.round(value * 100) / 100;

function addressOf(tags: Tags): string | null {
  const street = tags['addr:street'], number = tags['addr:housenumber'];
  return street && number ? `${street} ${number}` : tags['addr:housename'] ?? null;
}

/** Storeys above ground: stated, else from the height, else by the kind of building. */
function storeys(tags: Tags, row: BuildingUse, id: string, { number, log }: OsmContext, remarks: string[]): { value: number; source: 'stated' | 'height' | 'assumed' } {
  const stated = tagNumber(tags, 'building:levels');
  if (stated !== null && stated > 0) return { value: Math.max(1, stated - (tagNumber(tags, 'building:min_level') ?? 0)), source: 'stated' };
  const height = tagNumber(tags, 'height') ?? tagNumber(tags, 'building:height');
  if (height !== null && height > 0) {
    remarks.push(log.assume(LAYER, 'levels-from-height', id, { metres: number('levelHeight') }));
    return { value: Math.max(1, Math.round(height / number('levelHeight'))), source: 'height' };
  }
  remarks.push(log.assume(LAYER, 'levels', id, { levels: number(row.levels) }));
  return { value: number(row.levels), source: 'assumed' };
}
