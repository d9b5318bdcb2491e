import type { Geometry } from 'geojson';
import { issue, noProgress, type Issue, type PlanFeature, type Progress, type Properties, type PropertyValue } from '../model/index.ts';
import { isValueOf, matchFields, parseValue, type FieldDef, type FieldMatch, type LayerSchema } from '../schema/index.ts';
import type { GeometryFault } from './geometry-checks.ts';
import { mendGeometry } from './mend-geometry.ts';
import { offerReprojection } from './offer-reprojection.ts';
import { isCommandWork } from './secrecy.ts';

/** A feature as it stands in a file. */
export interface RawFeature {
  id?: unknown;
  geometry: Geometry | null;
  properties: Properties;
  /** What stands for the geometry in the file and is none; `geometry` is null then. */
  broken?: unknown;
}
export interface ReadCounts {
  /** read = kept + setAside; fixed are among the kept. Command works are in none: they are only counted in an issue. */
  read: number;
  kept: number;
  fixed: number;
  setAside: number;
}
export interface FeatureReading {
  features: PlanFeature[];
  rejected: PlanFeature[];
  issues: Issue[];
  counts: ReadCounts;
}

/** Words of progress at most, for so many rows. */
const WORDS = 100;

/**
 * Turns raw features into features of a schema: geometry checked, attributes read, ids unique. Nothing is lost in silence.
 * `asKept` is for rows of a project: a value that its field could already hold stays as it is.
 */
export function readFeatures(raw: readonly RawFeature[], schema: LayerSchema, layerId: string, given?: readonly FieldMatch[], asKept = false, progress: Progress = noProgress): FeatureReading {
  const match = given ?? matchFields(schema, columnsOf(raw), raw.slice(0, 50).map((feature) => feature.properties));
  const columns = new Map(match.filter((row) => row.field).map((row) => [row.column, schema.fields.find((field) => field.name === row.field)!]));
  const idColumn = match.find((row) => row.field === 'id')?.column;
  const reading: FeatureReading = { features: [], rejected: [], issues: [], counts: { read: 0, kept: 0, fixed: 0, setAside: 0 } };
  const log = new IssueLog(layerId);
  const ids = new Map<string, number>();
  let command = 0;
  const stride = Math.ceil(raw.length / WORDS);
  raw.forEach((feature, index) => {
    const row = index + 1;
    if (index % stride === 0) progress('step.read', index / raw.length);
    const { properties, faults } = readProperties(feature.properties, columns, schema, asKept);
    // Nothing of a command work is kept, so nothing of it may stand in an issue either.
    if (isCommandWork(properties)) { command++; return; }
    reading.counts.read++;
    const id = uniqueId(idOf(feature, idColumn), row, ids, log);
    for (const { reason, ...params } of faults) log.add(reason, 'warning', row, params, id);
    // Broken beyond reading was said by the gate; it is set aside with what was delivered.
    if ('broken' in feature) keepDelivered(properties, 'geometry', feature.broken as PropertyValue);
    const { geometry, mended, fatal } = 'broken' in feature ? BROKEN : readGeometry(feature.geometry, schema, log, row, id);
    const whole: PlanFeature = { type: 'Feature', id, geometry: geometry as Geometry, properties: { ...properties, id } };
    if (fatal) reading.rejected.push(whole);
    else reading.features.push(whole);
    if (mended && !fatal) reading.counts.fixed++;
  });
  reading.counts.kept = reading.features.length;
  reading.counts.setAside = reading.rejected.length;
  reading.issues = offerReprojection(log.issues(), reading.rejected, reading.features);
  if (command > 0) reading.issues.push(issue('secrecy.command-works', 'info', { layer: layerId, params: { n: command } }));
  return reading;
}

export function columnsOf(raw: readonly RawFeature[]): string[] {
  const columns = new Set<string>();
  for (const feature of raw) for (const column of Object.keys(feature.properties)) columns.add(column);
  return [...columns];
}

interface AttributeFault {
  reason: string;
  field: string;
  given: string;
  min: number | string;
  max: number | string;
}
function readProperties(raw: Properties, columns: ReadonlyMap<string, FieldDef>, schema: LayerSchema, asKept: boolean): { properties: Properties; faults: AttributeFault[] } {
  const properties: Properties = {};
  const faults: AttributeFault[] = [];
  for (const field of schema.fields) properties[field.name] = null;
  for (const [column, value] of Object.entries(raw)) {
    const field = columns.get(column);
    if (!field) {
      // Columns nobody asked for stay as they are, or beside a field that they would cover.
      if (Object.hasOwn(properties, column)) keepDelivered(properties, column, value);
      else properties[column] = value;
      continue;
    }
    const parsed = asKept && isValueOf(field, value) ? { ok: true as const, value } : parseValue(field, value);
    if (parsed.ok) properties[field.name] = sumOfParts(properties[field.name], parsed.value);
    if (!parsed.ok || ('isTold' in parsed && parsed.isTold)) keepDelivered(properties, field.name, value);
    if (!parsed.ok) {
      faults.push({ reason: parsed.reason, field: field.name, given: show(value), min: field.min ?? '-∞', max: field.max ?? '∞' });
    }
  }
  // A sum of which a part could not be read is not known.
  for (const { field } of faults) properties[field] = null;
  return { properties, faults };
}
/** Two columns mean one field only where each holds a part of it. */
function sumOfParts(before: PropertyValue, value: PropertyValue): PropertyValue {
  return typeof before === 'number' && typeof value === 'number' ? before + value : value ?? before;
}
function keepDelivered(properties: Properties, field: string, value: PropertyValue): void {
  const key = `${field}.asDelivered`;
  properties[key] = !Object.hasOwn(properties, key) ? value : `${show(properties[key])}; ${show(value)}`;
}
const show = (value: PropertyValue): string => String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 40);

interface GivenId {
  text: string;
  isRounded: boolean;
}
function idOf(feature: RawFeature, idColumn: string | undefined): GivenId | null {
  const candidates = [idColumn === undefined ? undefined : feature.properties[idColumn], feature.id];
  const id = candidates.find((value) => (typeof value === 'string' && value.trim() !== '') || (typeof value === 'number' && Number.isFinite(value)));
  // JSON numbers beyond 2^53 have lost their last digits before anyone could look at them.
  return id === undefined ? null : { text: String(id).trim(), isRounded: typeof id === 'number' && Math.abs(id) > Number.MAX_SAFE_INTEGER };
}

/** The file's own id where it has one, made unique; the row's number where not. */
function uniqueId(given: GivenId | null, row: number, ids: Map<string, number>, log: IssueLog): string {
  const wanted = given?.text ?? String(row);
  const first = ids.get(wanted);
  let id = wanted;
  if (first !== undefined) for (let n = 2; ids.has(id); n++) id = `${wanted}~${n}`;
  // Issues name the feature as it is called in the layer, so that a map can find it.
  if (given === null) log.add('id.missing', 'info', row, {}, id);
  if (given?.isRounded) log.add('id.rounded', 'warning', row, { id: wanted }, id);
  if (first !== undefined) log.add('id.duplicate', 'warning', row, { id: wanted, first }, id);
  ids.set(id, row);
  return id;
}

interface GeometryReading {
  geometry: Geometry | null;
  mended: boolean;
  fatal: boolean;
}
const BROKEN: GeometryReading = { geometry: null, mended: false, fatal: true };

function readGeometry(raw: Geometry | null, schema: LayerSchema, log: IssueLog, row: number, id: string): GeometryReading {
  const { geometry, mended, faults } = mendGeometry(raw, schema.geometry);
  for (const fault of [...mended, ...faults]) log.fault(fault, row, id);
  return { geometry, mended: mended.length > 0, fatal: faults.some((fault) => fault.severity === 'error') };
}

/** Gathers the same issue of many rows into one, so that a bad column is one line and not ten thousand. */
class IssueLog {
  private readonly found = new Map<string, Issue>();
  constructor(private readonly layer: string) {}

  add(code: string, severity: Issue['severity'], row: number, params: Issue['params'], id: string = String(row), rest: Partial<Issue> = {}): void {
    const key = `${code}|${params['field'] ?? ''}|${rest.fix ?? ''}`;
    const known = this.found.get(key);
    if (known) {
      known.features.push(id);
      known.rows!.push(row);
      known.params['n'] = known.features.length;
    } else {
      this.found.set(key, issue(code, severity, { layer: this.layer, features: [id], rows: [row], params: { ...params, row, n: 1 }, ...(params['field'] ? { field: String(params['field']) } : {}), ...rest }));
    }
  }
  fault(fault: GeometryFault, row: number, id: string): void {
    this.add(fault.code, fault.severity, row, fault.params ?? {}, id, { ...(fault.place ? { place: fault.place } : {}), ...(fault.fix ? { fix: fault.fix } : {}) });
  }
  issues(): Issue[] {
    return [...this.found.values()];
  }
}
