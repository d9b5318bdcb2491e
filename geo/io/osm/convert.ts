import osmParameters from '../../../data/parameters/osm.json' with { type: 'json' };
import type { Geometry } from 'geojson';
import { planeForLayers } from '../../crs/index.ts';
import type { Language } from '../../messages/index.ts';
import { type Layer, type ParamTable, type Params, type PlanFeature, type SchemaId } from '../../model/index.ts';
import { throughGate } from '../geojson.ts';
import { mendGeometry } from '../mend-geometry.ts';
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
  const features = osmFeatures(raw, log);
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

/**
 * Features with tags and a place, through the same gate as every file; what has no usable place is counted. The same one in two
 * files counts once; a multi-geometry of one part becomes that part.
 */
function osmFeatures(raw: readonly RawFeature[], log: Log): OsmFeature[] {
  const seen = new Set<string>();
  return throughGate(raw).features.flatMap((feature, i) => {
    const tags = tagsOf(feature.properties);
    const id = osmId(feature.id, tags) ?? `row-${i + 1}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const { geometry, faults } = mendGeometry(feature.geometry, ALL_KINDS);
    const fault = 'broken' in feature ? 'geojson.invalid' : faults.find(({ code, severity }) => severity === 'error' && !PASSED_ON.has(code))?.code;
    if (fault !== undefined) log.leaveOut('osm', fault.replace('geometry.', 'geometry-').replace('geojson.', 'geojson-'), id);
    return fault !== undefined || !geometry ? [] : [{ id, tags, geometry: single(geometry) }];
  });
}
const ALL_KINDS = ['point', 'line', 'polygon'] as const;
/** Not usable as it is, but the layer it goes into can be mended by hand: reading that says so. A mixed collection is no fault here. */
const PASSED_ON: ReadonlySet<string> = new Set(['geometry.self-crossing', 'geometry.hole-outside', 'geometry.hole-crosses', 'geometry.kind']);
function single(geometry: Geometry): Geometry {
  if (geometry.type === 'MultiPolygon' && geometry.coordinates.length === 1) return { type: 'Polygon', coordinates: geometry.coordinates[0] };
  if (geometry.type === 'MultiLineString' && geometry.coordinates.length === 1) return { type: 'LineString', coordinates: geometry.coordinates[0] };
  return geometry.type === 'MultiPoint' && geometry.coordinates.length === 1 ? { type: 'Point', coordinates: geometry.coordinates[0] } : geometry;
}
