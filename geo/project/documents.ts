import type { GroundSource, ProjectStratum } from '../depth/index.ts';
import { transaction, type Database } from '../io/index.ts';
import type { Basemap, SheetLayout } from '../layout/index.ts';
import type { Meeting, Opinion } from '../meeting/index.ts';
import type { Measure, Scenario } from '../scenario/index.ts';
import { changeRecord, dropRecords, jsonOf, putRecords, recordsOf, type RecordTable } from './records.ts';

/** What a project holds besides layers and runs, each kind a list in its order. */
export interface Documents {
  /** Raster basemaps, bottom first; their pictures are kept apart. */
  basemaps: readonly Basemap[];
  layouts: readonly SheetLayout[];
  measures: readonly Measure[];
  scenarios: readonly Scenario[];
  opinions: readonly Opinion[];
  meetings: readonly Meeting[];
  /** From the ground down; none for those of the standard. */
  strata: readonly ProjectStratum[];
  /** One at most: how high the ground lies. */
  grounds: readonly GroundSource[];
}
export type DocumentKind = keyof Documents;
/** A project without any. */
export const NO_DOCUMENTS: Documents = { basemaps: [], layouts: [], measures: [], scenarios: [], opinions: [], meetings: [], strata: [], grounds: [] };

/** Where each kind is kept, and what a row is called for who looks at the table in another program. */
export const DOCUMENT_TABLES: { readonly [K in DocumentKind]: { table: RecordTable; id: string; name: (one: Documents[K][number]) => string } } = {
  basemaps: { table: 'undercroft_basemaps', id: 'basemap_id', name: ({ name }) => name },
  layouts: { table: 'undercroft_layouts', id: 'layout_id', name: ({ name }) => name },
  measures: { table: 'undercroft_measures', id: 'measure_id', name: ({ title }) => title },
  scenarios: { table: 'undercroft_scenarios', id: 'scenario_id', name: ({ name }) => name },
  opinions: { table: 'undercroft_opinions', id: 'opinion_id', name: ({ subject, department }) => `${department} ${subject}` },
  meetings: { table: 'undercroft_meetings', id: 'meeting_id', name: ({ title }) => title },
  strata: { table: 'undercroft_strata', id: 'stratum_id', name: ({ name, code }) => name ?? code },
  grounds: { table: 'undercroft_grounds', id: 'ground_id', name: (ground) => (ground.kind === 'terrain' ? ground.name : `${ground.elevation}`) },
};
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_TABLES) as DocumentKind[];
export const documentsIn = (holder: Documents): Documents => Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, holder[kind]])) as unknown as Documents;

/** The documents of a kind that are new or changed, and the ids of all that there are now, in their order. */
export type DocumentsOf<K extends DocumentKind> = { put: Documents[K]; ids: readonly string[] };

/** Writes what changed, moves what stands elsewhere and drops what is gone; the rest is left alone, for a sheet may hold pictures of megabytes. */
export function changeDocuments<K extends DocumentKind>(db: Database, kind: K, { put, ids }: DocumentsOf<K>): void {
  const { table, id, name } = DOCUMENT_TABLES[kind];
  const changed = new Set(put.map((one) => one.id)), places = new Map(ids.map((one, position) => [one, position]));
  transaction(db, () => {
    for (const row of db.all(`SELECT ${id} AS document_id, position FROM ${table}`)) {
      const known = String(row['document_id']), position = places.get(known);
      if (position === undefined || changed.has(known)) dropRecords(db, table, { [id]: known });
      else if (Number(row['position']) !== position) changeRecord(db, table, { [id]: known }, { position });
    }
    putRecords(db, table, (put as readonly Documents[K][number][]).map((one) => ({ [id]: one.id, position: places.get(one.id)!, name: name(one), document: JSON.stringify(one) })));
  });
}
/** All documents of a kind, in the place of those that were there. */
export function putDocuments<K extends DocumentKind>(db: Database, kind: K, documents: Documents[K]): void {
  changeDocuments(db, kind, { put: documents, ids: documents.map(({ id }) => id) });
}
export function putAllDocuments(db: Database, documents: Documents): void {
  for (const kind of DOCUMENT_KINDS) putDocuments(db, kind, documents[kind]);
}

/** Documents as they were written, and how many records somebody else changed, which are not read. */
export function readDocuments<K extends DocumentKind>(db: Database, kind: K): { documents: Documents[K]; lost: number } {
  const records = recordsOf(db, DOCUMENT_TABLES[kind].table), sound = records.filter((record) => record.sound);
  return { documents: sound.map(({ cells }) => jsonOf<Documents[K][number]>(cells['document'])) as unknown as Documents[K], lost: records.length - sound.length };
}
