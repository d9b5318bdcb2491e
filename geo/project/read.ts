import { issue, SCHEMA_IDS, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { guarded, tablesOf, type Database, type TableInfo } from '../io/index.ts';
import { deriveLayers, measuresOf } from '../scenario/index.ts';
import { layerChecksum } from './checksum.ts';
import { DOCUMENT_KINDS, type Documents } from './document-kinds.ts';
import { DOCUMENT_TABLES, readDocuments } from './documents.ts';
import { upgradeProject } from './migrations.ts';
import { readPictures, type Pictures } from './pictures.ts';
import { readLayerTable, type LayerReading } from './read-layer.ts';
import { countOf, jsonOf, recordsOf, textOf, type StoredRecord } from './records.ts';
import type { ProjectMeta, ProjectReading, StoredInput, StoredLayer, StoredReckoning, StoredRun } from './types.ts';

/**
 * The project in a database, with what other programs changed in it. Reads only, but for bringing an older version up to date in
 * the database at hand. `trusted`: no other program can have written it, so that rows need not be summed.
 *
 * @throws UserError `project.*` where it is no project, or none that can be read
 */
export function readProject(db: Database, trusted = false): ProjectReading {
  upgradeProject(db);
  return guarded(() => new Reader(db, trusted).project());
}

class Reader {
  private readonly issues: Issue[] = [];
  private readonly tables: Map<string, TableInfo>;
  private readonly readings = new Map<string, LayerReading>();

  constructor(private readonly db: Database, private readonly trusted: boolean) {
    this.tables = new Map(tablesOf(db).map((info) => [info.table, info]));
  }

  project(): ProjectReading {
    const meta = this.meta();
    const records = recordsOf(this.db, 'undercroft_layers').filter((record) => this.isUsable(record));
    for (const { cells } of records) this.readLayer(cells);
    const layers = records.filter(({ cells }) => cells['run_id'] === null).flatMap(({ cells }) => this.storedLayer(cells));
    const runs = this.runs(records);
    const read = this.allDocuments(), pictures = this.pictures(), documents = { ...read, basemaps: this.withPicture(read.basemaps, pictures) };
    this.tellLost('undercroft_columns', recordsOf(this.db, 'undercroft_columns').filter(({ sound }) => !sound).length);
    this.tellOthers(records);
    return { project: { ...meta, layers, runs, ...documents, ...(pictures.size > 0 ? { pictures } : {}) }, issues: this.issues, changed: [...this.readings].filter(([, { changed }]) => changed).map(([id]) => id), outOfDate: this.outOfDate(runs, layers.map(({ layer }) => layer), documents) };
  }

  private meta(): ProjectMeta {
    const records = recordsOf(this.db, 'undercroft_meta');
    this.tellRecords('undercroft_meta', records.filter(({ sound }) => !sound).length);
    const values = new Map(records.map(({ cells }) => [textOf(cells['key']), textOf(cells['value'])]));
    const text = (key: string) => values.get(key) ?? '';
    return { name: { zh: text('name_zh'), en: text('name_en') }, invented: text('invented') === 'true', viewState: parsed(text('view_state')), createdBy: text('created_by'), created: text('created'), saved: text('saved'), ...(text('origin') === '' ? {} : { origin: text('origin') }), ...(text('handed_out_to') === '' ? {} : { handOut: { department: text('handed_out_to') } }) };
  }

  private isUsable({ cells, sound }: StoredRecord): boolean {
    if (!sound) this.tellRecords('undercroft_layers', 1);
    const whole = textOf(cells['layer_id']) !== '' && (SCHEMA_IDS as readonly string[]).includes(textOf(cells['schema']));
    if (!whole) this.issues.push(issue('project.layer-unreadable', 'error', { params: { table: textOf(cells['table_name']) } }));
    return whole;
  }

  private readLayer(cells: StoredRecord['cells']): void {
    const id = textOf(cells['layer_id']);
    const info = this.tables.get(textOf(cells['table_name']));
    if (!info) this.issues.push(issue('project.layer-gone', 'error', { layer: id, params: { name: textOf(cells['name']) || id, table: textOf(cells['table_name']) } }));
    else if (!this.readings.has(id)) this.readings.set(id, readLayerTable(this.db, cells, info, this.trusted));
  }

  private storedLayer(cells: StoredRecord['cells']): StoredLayer[] {
    const id = textOf(cells['layer_id']);
    const reading = this.readings.get(id);
    if (!reading) return [];
    const issues = this.documents<Issue>('undercroft_issues', id);
    const setAside = [...this.documents<PlanFeature>('undercroft_set_aside', id), ...reading.rejected];
    const found = newIssues(reading.issues, issues);
    this.issues.push(...found);
    // What is wrong with a feature stays with the layer; what happened to the file is told once.
    issues.push(...found.filter(({ code }) => !code.startsWith('project.')));
    const kept = reading.layer.features.length;
    const counts = { read: kept + setAside.length, kept, fixed: Math.min(kept, countOf(cells['rows_fixed']) + reading.fixed), setAside: setAside.length };
    return [{ layer: reading.layer, fileName: textOf(cells['file_name']), sha256: cells['sha256'] === null ? null : textOf(cells['sha256']), issues, setAside, counts }];
  }

  /** What was written as JSON; a record that somebody changed is left out and told. */
  private documents<T>(table: 'undercroft_issues' | 'undercroft_set_aside', layer_id: string): T[] {
    const records = recordsOf(this.db, table, { layer_id });
    const sound = records.filter((record) => record.sound);
    this.tellLost(table, records.length - sound.length);
    return sound.map(({ cells }) => jsonOf<T>(cells['document']));
  }

  private runs(layers: readonly StoredRecord[]): StoredRun[] {
    const records = recordsOf(this.db, 'undercroft_runs');
    const sound = records.filter((record) => record.sound);
    this.tellLost('undercroft_runs', records.length - sound.length);
    return sound.map(({ cells }) => {
      const id = textOf(cells['run_id']);
      const own = layers.filter((record) => record.cells['run_id'] === id).flatMap((record) => {
        const reading = this.readings.get(textOf(record.cells['layer_id']));
        return reading ? [{ name: textOf(record.cells['result_name']), reading }] : [];
      });
      for (const { reading } of own) this.issues.push(...reading.issues);
      return {
        id, analysis: textOf(cells['analysis']), version: countOf(cells['version']), scenario: cells['scenario'] === null ? null : textOf(cells['scenario']), ...(textOf(cells['underground']) === '' ? {} : { underground: textOf(cells['underground']) }), params: jsonOf<StoredRun['params']>(cells['params']), inputs: jsonOf<Record<string, StoredInput>>(cells['inputs']),
        layers: Object.fromEntries(own.map(({ name, reading }) => [name, reading.layer])), indicators: jsonOf<StoredRun['indicators']>(cells['indicators']), issues: jsonOf<Issue[]>(cells['issues']),
        reckoning: { text: cells['reckoning'] instanceof Uint8Array ? cells['reckoning'] : new Uint8Array(), places: jsonOf<StoredReckoning['places']>(cells['reckoning_places']) },
      };
    });
  }

  private allDocuments(): Documents {
    return Object.fromEntries(DOCUMENT_KINDS.map((kind) => {
      const { documents, lost } = readDocuments(this.db, kind);
      this.tellLost(DOCUMENT_TABLES[kind].table, lost);
      return [kind, documents];
    })) as unknown as Documents;
  }

  private pictures(): Map<string, Uint8Array> {
    const { pictures, lost } = readPictures(this.db);
    this.tellLost('undercroft_pictures', lost);
    return pictures;
  }
  private withPicture(basemaps: Documents['basemaps'], pictures: Pictures): Documents['basemaps'] {
    for (const { sha256, name } of basemaps) if (!pictures.has(sha256)) this.issues.push(issue('project.picture-gone', 'error', { params: { name } }));
    return basemaps.filter(({ sha256 }) => pictures.has(sha256));
  }

  /** An input is another one when its layer is gone or its content is not what went in. */
  private outOfDate(runs: readonly StoredRun[], layers: readonly Layer[], documents: Documents): Record<string, string[]> {
    const sums = new Map([...this.readings].map(([id, { checksum }]) => [id, checksum]));
    const sumsOf = (scenario: string | null): ReadonlyMap<string, string> => (scenario === null ? sums : scenarioSums(sums, layers, documents, scenario));
    const changed = (now: ReadonlyMap<string, string>, { layerId, checksum }: StoredInput) => layerId !== null && now.get(layerId) !== checksum;
    const names = (run: StoredRun): string[] => { const now = sumsOf(run.scenario); return Object.entries(run.inputs).filter(([, input]) => changed(now, input)).map(([name]) => name); };
    return Object.fromEntries(runs.map((run): [string, string[]] => [run.id, names(run)]).filter(([, inputs]) => inputs.length > 0));
  }

  /** Tables that somebody put beside ours stay in the file and can be imported. */
  private tellOthers(records: readonly StoredRecord[]): void {
    const own = new Set(records.map(({ cells }) => textOf(cells['table_name'])));
    const others = [...this.tables.keys()].filter((table) => !own.has(table));
    if (others.length > 0) this.issues.push(issue('project.other-tables', 'info', { params: { n: others.length, tables: others.slice(0, 5).join('、') } }));
  }
  private tellRecords(table: string, n: number): void {
    if (n > 0) this.issues.push(issue('project.records-changed', 'warning', { params: { table, n } }));
  }
  private tellLost(table: string, n: number): void {
    if (n > 0) this.issues.push(issue('project.records-lost', 'error', { params: { table, n } }));
  }
}

/** Sums of the layers as a scenario has them; those that no measure touches need not be summed again. */
function scenarioSums(sums: ReadonlyMap<string, string>, layers: readonly Layer[], { scenarios, measures }: Documents, id: string): ReadonlyMap<string, string> {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) return new Map();
  const own = deriveLayers(layers, measuresOf(scenario, measures)).layers.filter((layer) => !layers.includes(layer));
  return new Map([...sums, ...own.map((layer): [string, string] => [layer.id, layerChecksum(layer)])]);
}

/** What a layer's issues did not say already of the same features. */
function newIssues(found: readonly Issue[], known: readonly Issue[]): Issue[] {
  const said = new Set(known.flatMap((one) => one.features.map((feature) => `${one.code}|${one.field ?? ''}|${feature}`)));
  return found.filter((one) => one.features.length === 0 || one.features.some((feature) => !said.has(`${one.code}|${one.field ?? ''}|${feature}`)));
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
