import * as gjv from 'geojson-validation';
import type { Geometry } from 'geojson';
import { issue, noProgress, UserError, type Issue, type Layer, type PlanFeature, type Progress, type Properties, type SchemaId } from '../model/index.ts';
import { schemaOf, type FieldMatch } from '../schema/index.ts';
import { parseJson } from './json.ts';
import { readFeatures, type RawFeature, type ReadCounts } from './read-features.ts';

export interface ReadOptions {
  schema: SchemaId;
  layerId?: string;
  name?: string;
  /** Which column is which field, as the user confirmed; without it the proposal is taken. */
  match?: readonly FieldMatch[];
}
export interface ReadResult {
  layer: Layer;
  issues: Issue[];
  /** Features that cannot be used, whole. */
  rejected: PlanFeature[];
  counts: ReadCounts;
}

/**
 * Reads a GeoJSON text (RFC 7946, and the older form with a `crs` member) into a layer. geojson-validation is the first
 * gate; what it does not look at (finite and in-range numbers, closed and simple rings, winding, kinds, ids, attributes)
 * is checked after it. Bad features are set aside and reported; only a file that is no GeoJSON at all throws.
 *
 * @throws UserError `file.*`, `geojson.*`, `crs.*`
 */
export function readGeoJson(text: string, options: ReadOptions): ReadResult {
  const schema = schemaOf(options.schema);
  const layerId = options.layerId ?? options.schema;
  const gated = throughGate(featuresInDegrees(text));
  const { features, rejected, issues, counts } = readFeatures(gated.features, schema, layerId, options.match);
  return { layer: { id: layerId, schema: options.schema, name: options.name ?? '', features }, issues: [...gated.issues.map((one) => ({ ...one, layer: layerId })), ...issues], rejected, counts };
}

/**
 * The features of a text that is in degrees.
 * @throws UserError `file.*`, `geojson.*`, `crs.projected-file` where the text names a projected CRS
 */
export function featuresInDegrees(text: string): RawFeature[] {
  const document = parseJson(text);
  const name = namedCrs(document);
  if (name !== null) throw new UserError('crs.projected-file', { name });
  return featuresOfDocument(document);
}

/** The features of a document, with `properties` always an object. */
export function featuresOfDocument(document: unknown): RawFeature[] {
  if (!isObject(document)) throw new UserError('geojson.not', { type: shortOf(document) });
  const type = document['type'];
  if (type === 'FeatureCollection') {
    const features = document['features'];
    if (!Array.isArray(features)) throw new UserError('geojson.no-features');
    return features.map(toRaw);
  }
  if (type === 'Feature') return [toRaw(document)];
  if (type === 'GeometryCollection' && Array.isArray(document['geometries'])) return document['geometries'].map((geometry) => ({ geometry: geometry as Geometry, properties: {} }));
  if (typeof type === 'string' && 'coordinates' in document) return [{ geometry: document as unknown as Geometry, properties: {} }];
  throw new UserError('geojson.not', { type: typeof type === 'string' ? type.slice(0, 60) : shortOf(document) });
}

/** Of what a document holds, its beginning as JSON. */
const shortOf = (document: unknown): string => (isObject(document) ? `{${Object.keys(document).slice(0, 3).join(', ').slice(0, 60)}}` : Array.isArray(document) ? '[…]' : JSON.stringify(document).slice(0, 60));
/** Not `String`: an object of a file may bring a `toString` of its own. */
const wordOf = (value: unknown): string => (typeof value === 'object' ? 'object' : String(value));
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function toRaw(feature: unknown): RawFeature {
  if (!isObject(feature)) return { geometry: null, properties: {}, broken: feature };
  const properties = isObject(feature['properties']) ? feature['properties'] as Properties : {};
  return { id: feature['id'], ...geometryOf(feature['geometry'] ?? null), properties };
}

function geometryOf(given: unknown): Pick<RawFeature, 'geometry' | 'broken'> {
  return given === null || isObject(given) ? { geometry: given as Geometry | null } : { geometry: null, broken: given };
}

/** Words of progress at most, for so many features. */
const WORDS = 100;
/** The first gate: a geometry whose structure is no GeoJSON must not reach code that trusts its structure. */
export function throughGate(features: readonly RawFeature[], progress: Progress = noProgress): { features: RawFeature[]; issues: Issue[] } {
  /** By what is wrong, but for the numbers of positions in it. */
  const faults = new Map<string, { what: string; rows: number[] }>();
  const stride = Math.ceil(features.length / WORDS);
  const passed = features.map((feature, i) => {
    if (i % stride === 0) progress('step.read', i / features.length);
    const fault = feature.geometry === null ? notRead(feature) : gateFaults(feature.geometry).find((one) => !OPEN_RING.test(one));
    if (fault === undefined) return feature;
    const kind = 'broken' in feature ? '' : fault.replace(/\d+/g, '#').replace(/(?<=Item ).*?(?= at index)/, '');
    const known = faults.get(kind) ?? { what: fault.slice(0, 120), rows: [] };
    known.rows.push(i + 1);
    faults.set(kind, known);
    return 'broken' in feature ? feature : { ...feature, geometry: null, broken: feature.geometry };
  });
  return { features: passed, issues: [...faults.values()].map(({ what, rows }) => issue('geojson.invalid', 'error', { rows, params: { row: rows[0], n: rows.length, what } })) };
}
/** What stands where a feature or a geometry should. */
const notRead = (feature: RawFeature): string | undefined => ('broken' in feature ? `${JSON.stringify(feature.broken)?.slice(0, 60)} is no feature or geometry` : undefined);
/** What the gate says of a ring that is not closed, or a triangle but for its last position: the checks after it close rings. */
const OPEN_RING = /^(?:at \d+: )*(?:The first and last positions must be equivalent|coordinates must have at least four positions)$/;

function gateFaults(geometry: Geometry): string[] {
  try {
    // The gate looks types up in a plain object, which also knows `constructor`.
    return hasKnownTypes(geometry) ? gjv.isGeometryObject(geometry, true) as unknown as string[] : ['type must be one of the seven of GeoJSON'];
  } catch {
    // The gate trusts some structure itself; what trips it up is no geometry, and its stumbling says nothing to a user.
    return ['the members are not those of a geometry'];
  }
}

const GEOMETRY_TYPES: readonly unknown[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'];
function hasKnownTypes(geometry: Geometry): boolean {
  return isObject(geometry) && GEOMETRY_TYPES.includes(geometry.type) && (geometry.type !== 'GeometryCollection' || geometry.geometries.every(hasKnownTypes));
}

const GEOGRAPHIC = /(?:CRS84|EPSG:{1,2}(?:[\d.]*:)?(?:4326|4490))\s*$|\/epsg\/(?:[\d.]*\/)?(?:4326|4490)(?:\/|$)/i;
/** The `crs` member of the older form (2008), as it names itself; null where it is absent or geographic, as RFC 7946 wants. */
export function namedCrs(document: unknown): string | null {
  const crs = isObject(document) ? document['crs'] : null;
  const properties = isObject(crs) ? crs['properties'] : null;
  // Some programs write the name alone; a link (2008) says it in its address.
  const name = typeof crs === 'string' ? crs.trim() : isObject(properties) ? wordOf(properties['name'] ?? properties['code'] ?? properties['href'] ?? '') : '';
  return name === '' || GEOGRAPHIC.test(name) ? null : name.slice(0, 60);
}
