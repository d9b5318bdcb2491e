import osmParameters from '../../../data/parameters/osm.json' with { type: 'json' };
import type { Geometry } from 'geojson';
import { planeForLayers } from '../../crs/index.ts';
import type { Language } from '../../messages/index.ts';
import { type Layer, type ParamTable, type Params, type PlanFeature, type SchemaId } from '../../model/index.ts';
import { GEOMETRY_FIXES } from '../fixes.ts';
import type { RawFeature } from '../read-features.ts';
import { demandUnits } from './buildings.ts';
import { buildingSites, constraints, landParcels } from './ground.ts';
import { Log } from './log.ts';
import { parkingFacilities } from './parking.ts';
import { roadProjects, walkingWays } from './streets.ts';
import { osmId, tagsOf } from './tags.ts';
import type { OsmContext, OsmFeature, OsmResult } from './types.ts';

export const OSM_PARAMS = osmParameters as unknown as ParamTable;
const SOURCE = '© OpenStreetMap contributors, ODbL 1.0';

/** One row a layer: a feature may enter several. */
const CONVERSIONS: readonly { schema: SchemaId; convert: (features: readonly OsmFeature[], context: OsmContext) => PlanFeature[]; totals: readonly string[] }[] = [
  { schema: 'demand-unit', convert: demandUnits, totals: ['floorArea', 'households', 'population'] },
  { schema: 'parking-facility', convert: parkingFacilities, totals: ['stalls'] },
  { schema: 'walking-network', convert: walkingWays, totals: [] },
  { schema: 'road-project', convert: roadProjects, totals: [] },
  { schema: 'constraint', convert: constraints, totals: [] },
  { schema: 'land-parcel', convert: landParcels, totals: [] },
  { schema: 'drawn-site', convert: buildingSites, totals: [] },
];

/**
 * Turns features with OpenStreetMap tags into layers by the tables beside this file. Coordinates are longitude and latitude;
 * areas and distances are measured in the planning CRS (parameter `crs`, else by the extent). Nothing is guessed in silence:
 * the report counts every assumption and everything that was left out.
 */
export function layersFromOsm(raw: readonly RawFeature[], params: Params, language: Language = 'zh'): OsmResult {
  const log = new Log(language);
  const features = osmFeatures(raw);
  const extent: Layer = { id: 'osm', schema: 'boundary', name: '', features: features.map(({ id, geometry }) => ({ type: 'Feature', id, geometry, properties: {} })) };
  const context: OsmContext = {
    plane: planeForLayers([extent], String(params['crs'] ?? 'auto')), log, language,
    number: (key) => Number(params[key]), text: (key) => String(params[key]),
    provenance: (confidence, remarks) => ({ source: SOURCE, sourceDate: params['sourceDate'] ?? null, confidence, secrecy: 'public', remarks: remarks.length > 0 ? remarks.join(language === 'zh' ? '；' : '; ') : null }),
  };
  const layers = CONVERSIONS.map(({ schema, convert }): Layer => ({ id: schema, schema, name: schema, features: convert(features, context) }));
  const totals = (layer: Layer, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, Math.round(layer.features.reduce((sum, { properties }) => sum + (Number(properties[key]) || 0), 0))]));
  return {
    layers: layers.filter((layer) => layer.features.length > 0),
    report: { features: features.length, parameters: params, layers: layers.map((layer, i) => ({ schema: layer.schema, features: layer.features.length, totals: totals(layer, CONVERSIONS[i].totals) })), assumed: log.list('assumed'), leftOut: log.list('leftOut') },
  };
}

/** Features with tags and a place. The same one in two files counts once; a multi-geometry of one part becomes that part. */
function osmFeatures(raw: readonly RawFeature[]): OsmFeature[] {
  const seen = new Set<string>();
  return raw.flatMap(({ id: given, geometry, properties }, i) => {
    const tags = tagsOf(properties);
    const id = osmId(given, tags) ?? `row-${i + 1}`;
    if (!geometry || seen.has(id)) return [];
    seen.add(id);
    return [{ id, tags, geometry: wound(single(geometry)) }];
  });
}
const wound = (geometry: Geometry): Geometry => GEOMETRY_FIXES['rewind'](geometry) ?? geometry;
function single(geometry: Geometry): Geometry {
  if (geometry.type === 'MultiPolygon' && geometry.coordinates.length === 1) return { type: 'Polygon', coordinates: geometry.coordinates[0] };
  if (geometry.type === 'MultiLineString' && geometry.coordinates.length === 1) return { type: 'LineString', coordinates: geometry.coordinates[0] };
  return geometry.type === 'MultiPoint' && geometry.coordinates.length === 1 ? { type: 'Point', coordinates: geometry.coordinates[0] } : geometry;
}
