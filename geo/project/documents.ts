import { transaction, type Database } from '../io/index.ts';
import { DOCUMENT_KINDS, type DocumentKind, type Documents } from './document-kinds.ts';
import { changeRecord, dropRecords, jsonOf, putRecords, recordsOf, type RecordTable } from './records.ts';

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
