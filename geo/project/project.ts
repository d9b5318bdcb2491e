import { createGeoPackage, transaction, type Database } from '../io/index.ts';
import { putLayer, removeLayer } from './layers.ts';
import { putAllDocuments } from './documents.ts';
import { putPictures } from './pictures.ts';
import { changeRecord, createRecordTable, putRecords, RECORD_TABLES, recordsOf, textOf, type RecordTable } from './records.ts';
import { putRun, removeRun } from './runs.ts';
import { createStyles } from './styles.ts';
import type { Project, ProjectMeta } from './types.ts';

/** The version of the tables that docs/project-format.md describes. */
export const FORMAT_VERSION = 5;

/** Makes an empty database a project without layers. */
export function createProject(db: Database, meta: ProjectMeta): void {
  transaction(db, () => {
    createGeoPackage(db);
    for (const table of Object.keys(RECORD_TABLES) as RecordTable[]) createRecordTable(db, table, meta.saved);
    createStyles(db, meta.saved);
    putRecords(db, 'undercroft_meta', [{ key: 'format_version', value: String(FORMAT_VERSION) }]);
    setMeta(db, meta);
  });
}

const META: { [K in keyof ProjectMeta]: (value: ProjectMeta[K]) => Record<string, string> } = {
  name: ({ zh, en }) => ({ name_zh: zh, name_en: en }),
  invented: (value) => ({ invented: String(value) }),
  viewState: (value) => ({ view_state: JSON.stringify(value ?? null) }),
  createdBy: (value) => ({ created_by: value }),
  created: (value) => ({ created: value }),
  saved: (value) => ({ saved: value }),
  origin: (value) => ({ origin: value ?? '' }),
  handOut: (value) => ({ handed_out_to: value?.department ?? '' }),
};

/** Changes what is said of the project as a whole; what is not given stays. */
export function setMeta(db: Database, meta: Partial<ProjectMeta>): void {
  const rows = (Object.keys(META) as (keyof ProjectMeta)[]).filter((key) => meta[key] !== undefined).flatMap((key) => Object.entries((META[key] as (value: unknown) => Record<string, string>)(meta[key])));
  transaction(db, () => {
    for (const [key, value] of rows) putMeta(db, key, value);
  });
}
export function putMeta(db: Database, key: string, value: string): void {
  if (recordsOf(db, 'undercroft_meta', { key }).length > 0) changeRecord(db, 'undercroft_meta', { key }, { value });
  else putRecords(db, 'undercroft_meta', [{ key, value }]);
}
export const metaOf = (db: Database, key: string): string | null => {
  const [record] = recordsOf(db, 'undercroft_meta', { key });
  return record ? textOf(record.cells['value']) : null;
};

/** Makes the database say what the project says: layers and runs that are not in it go, the rest is written. Tables of others stay. */
export function writeProject(db: Database, project: Project): void {
  const { layers, runs, pictures = new Map<string, Uint8Array>(), basemaps, layouts, measures, scenarios, opinions, meetings, strata, grounds, ...meta } = project;
  transaction(db, () => {
    setMeta(db, meta);
    const kept = new Set(layers.map(({ layer }) => layer.id));
    const keptRuns = new Set(runs.map(({ id }) => id));
    for (const { cells } of recordsOf(db, 'undercroft_layers')) {
      if (cells['run_id'] === null && !kept.has(textOf(cells['layer_id']))) removeLayer(db, textOf(cells['layer_id']));
    }
    for (const { cells } of recordsOf(db, 'undercroft_runs')) if (!keptRuns.has(textOf(cells['run_id']))) removeRun(db, textOf(cells['run_id']));
    for (const [position, stored] of layers.entries()) putLayer(db, stored, position);
    for (const [position, run] of runs.entries()) putRun(db, run, position);
    putPictures(db, pictures, basemaps.map(({ sha256 }) => sha256));
    putAllDocuments(db, { basemaps, layouts, measures, scenarios, opinions, meetings, strata, grounds });
  });
}

