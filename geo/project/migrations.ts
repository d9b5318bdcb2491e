import { UserError } from '../model/index.ts';
import { guarded, hasTable, isGeoPackage, transaction, type Database } from '../io/index.ts';
import { FORMAT_VERSION, metaOf, putMeta } from './project.ts';
import { createRecordTable, RECORD_TABLES } from './records.ts';
import { recordSum } from './checksum.ts';

/** One step of the format, forward only: from `to - 1` to `to`. A step that was published is never changed; a new one is added. */
export interface Migration {
  to: number;
  /** What it does, for docs/project-format.md. */
  words: string;
  up(db: Database): void;
}
/** `createProject` makes the newest version; the first step leads to 2. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 2, words: 'adds `undercroft_layouts`', up: (db) => { createRecordTable(db, 'undercroft_layouts', metaOf(db, 'saved') ?? ''); } },
  { to: 3, words: 'adds `undercroft_measures`, `undercroft_scenarios`, `undercroft_opinions`, `undercroft_meetings` and the column `scenario` of `undercroft_runs`', up: (db) => {
    for (const table of ['undercroft_measures', 'undercroft_scenarios', 'undercroft_opinions', 'undercroft_meetings'] as const) createRecordTable(db, table, metaOf(db, 'saved') ?? '');
    addColumn(db, 'undercroft_runs', 'scenario');
  } },
  { to: 4, words: 'adds `undercroft_basemaps` and `undercroft_pictures`', up: (db) => {
    for (const table of ['undercroft_basemaps', 'undercroft_pictures'] as const) createRecordTable(db, table, metaOf(db, 'saved') ?? '');
  } },
  { to: 5, words: 'adds `undercroft_strata`, `undercroft_grounds` and the column `underground` of `undercroft_runs`', up: (db) => {
    for (const table of ['undercroft_strata', 'undercroft_grounds'] as const) createRecordTable(db, table, metaOf(db, 'saved') ?? '');
    addColumn(db, 'undercroft_runs', 'underground');
  } },
];

/** A new last column, empty in every record. Records that were sound get the sum that they have with it; others keep telling that they were changed. */
function addColumn(db: Database, table: 'undercroft_runs', column: string): void {
  const present = new Set(db.all(`PRAGMA table_info(${table})`).map(({ name }) => String(name)));
  const before = Object.keys(RECORD_TABLES[table].columns).filter((name) => present.has(name));
  const rows = db.all(`SELECT * FROM ${table}`);
  db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT`);
  for (const row of rows) {
    const values = before.map((name) => { const cell = row[name] ?? null; return typeof cell === 'bigint' ? Number(cell) : cell; });
    if (row['sum'] === recordSum(values)) db.run(`UPDATE ${table} SET sum = ? WHERE id = ?`, [recordSum([...values, null]), row['id'] ?? null]);
  }
}

/**
 * Makes sure that an open database is a project this program can read, and brings an older one up to date. Only the database in hand is
 * changed, never the file that its bytes came from.
 *
 * @throws UserError `project.*` with the reason
 */
export function upgradeProject(db: Database, migrations: readonly Migration[] = MIGRATIONS, known = FORMAT_VERSION): { from: number; to: number } {
  const from = guarded(() => versionOf(db));
  if (from > known) throw new UserError('project.newer', { version: from, known });
  guarded(() => transaction(db, () => {
    for (let version = from + 1; version <= known; version++) {
      const step = migrations.find(({ to }) => to === version);
      if (!step) throw new Error(`no migration leads to version ${version}`);
      step.up(db);
      putMeta(db, 'format_version', String(version));
    }
  }));
  return { from, to: known };
}

function versionOf(db: Database): number {
  if (!isGeoPackage(db)) throw new UserError('project.not-geopackage');
  if (!hasTable(db, 'undercroft_meta')) {
    const layers = db.all("SELECT table_name AS name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name").map(({ name }) => String(name));
    throw new UserError('project.not-project', { n: layers.length, layers: layers.slice(0, 5).join('、') || '-' });
  }
  const text = metaOf(db, 'format_version');
  if (text === null || !/^[1-9]\d{0,5}$/.test(text)) throw new UserError('project.damaged', { what: 'undercroft_meta: format_version' });
  return Number(text);
}

/** Looks at every page and index of the file, which takes longer than opening it. @throws UserError `project.damaged` */
export function checkIntegrity(db: Database): void {
  const found = guarded(() => db.all('PRAGMA integrity_check(1)').map((row) => String(Object.values(row)[0])));
  if (found[0] !== 'ok') throw new UserError('project.damaged', { what: (found[0] ?? '').replaceAll(/\s+/g, ' ').slice(0, 120) });
}
