import { transaction, type Database } from '../io/index.ts';
import type { Basemap, SheetLayout } from '../layout/index.ts';
import type { Meeting, Opinion } from '../meeting/index.ts';
import type { Measure, Scenario } from '../scenario/index.ts';
import { jsonOf, putRecords, recordsOf, type RecordTable } from './records.ts';

/** What a project holds besides layers and runs, each kind a list in its order; they are few and small, so that a list is written as a whole. */
export interface Documents {
  /** Raster basemaps, bottom first; their pictures are kept apart. */
  basemaps: readonly Basemap[];
  layouts: readonly SheetLayout[];
  measures: readonly Measure[];
  scenarios: readonly Scenario[];
  opinions: readonly Opinion[];
  meetings: readonly Meeting[];
}
export type DocumentKind = keyof Documents;
/** A project without any. */
export const NO_DOCUMENTS: Documents = { basemaps: [], layouts: [], measures: [], scenarios: [], opinions: [], meetings: [] };

/** Where each kind is kept, and what a row is called for who looks at the table in another program. */
export const DOCUMENT_TABLES: { readonly [K in DocumentKind]: { table: RecordTable; id: string; name: (one: Documents[K][number]) => string } } = {
  basemaps: { table: 'undercroft_basemaps', id: 'basemap_id', name: ({ name }) => name },
  layouts: { table: 'undercroft_layouts', id: 'layout_id', name: ({ name }) => name },
  measures: { table: 'undercroft_measures', id: 'measure_id', name: ({ title }) => title },
  scenarios: { table: 'undercroft_scenarios', id: 'scenario_id', name: ({ name }) => name },
  opinions: { table: 'undercroft_opinions', id: 'opinion_id', name: ({ subject, department }) => `${department} ${subject}` },
  meetings: { table: 'undercroft_meetings', id: 'meeting_id', name: ({ title }) => title },
};
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_TABLES) as DocumentKind[];
export const documentsIn = (holder: Documents): Documents => Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, holder[kind]])) as unknown as Documents;

/** All documents of a kind, in the place of those that were there. */
export function putDocuments<K extends DocumentKind>(db: Database, kind: K, documents: Documents[K]): void {
  const { table, id, name } = DOCUMENT_TABLES[kind];
  transaction(db, () => {
    db.run(`DELETE FROM ${table}`);
    putRecords(db, table, (documents as readonly Documents[K][number][]).map((one, position) => ({ [id]: one.id, position, name: name(one), document: JSON.stringify(one) })));
  });
}
export function putAllDocuments(db: Database, documents: Documents): void {
  for (const kind of DOCUMENT_KINDS) putDocuments(db, kind, documents[kind]);
}

/** Documents as they were written, and how many records somebody else changed, which are not read. */
export function readDocuments<K extends DocumentKind>(db: Database, kind: K): { documents: Documents[K]; lost: number } {
  const records = recordsOf(db, DOCUMENT_TABLES[kind].table), sound = records.filter((record) => record.sound);
  return { documents: sound.map(({ cells }) => jsonOf<Documents[K][number]>(cells['document'])) as unknown as Documents[K], lost: records.length - sound.length };
}
