import { openDatabase, type Database, type SourceFile, type SqlValue } from '../../geo/index.ts';
import { pick } from './fuzz.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const NUMBERS: readonly SqlValue[] = [null, 0, -1, 1e308, -1e-320, 2147483648, 9007199254740993n, 0.5, '', ' '];

/** Cells, columns and tables of a database changed as another program could: what the file's own structure would never show. */
export async function harmDatabase(files: readonly SourceFile[], words: readonly string[], random: () => number): Promise<SourceFile[]> {
  const db = await openDatabase(files[0].bytes);
  try {
    const tables = db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%' AND name NOT LIKE 'sqlite%'").map(({ name }) => String(name));
    for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
      const table = pick(random, tables);
      // A constraint may refuse the change, an earlier one may have taken the table away; then the file stays as it was.
      try { harm(db, table, words, random); } catch { continue; }
    }
    return [{ ...files[0], bytes: db.bytes() }];
  } finally {
    db.close();
  }
}

function harm(db: Database, table: string, words: readonly string[], random: () => number): void {
  const columns = db.all(`PRAGMA table_info(${quoted(table)})`).map(({ name }) => String(name));
  const column = pick(random, columns);
  const { value = null, rowid = 1 } = db.all(`SELECT ${quoted(column)} AS value, rowid AS rowid FROM ${quoted(table)} LIMIT 1 OFFSET ${Math.floor(random() * 3)}`)[0] ?? {};
  const other = quoted(pick(random, words)), where = `WHERE rowid = ${String(rowid)}`;
  if (random() < 0.15) db.exec(pick(random, [`ALTER TABLE ${quoted(table)} RENAME COLUMN ${quoted(column)} TO ${other}`, `ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(column)}`, `DROP TABLE ${quoted(table)}`, `ALTER TABLE ${quoted(table)} ADD COLUMN ${other} TEXT`, `DELETE FROM ${quoted(table)} ${where}`]));
  else db.run(pick(random, [`UPDATE ${quoted(table)} SET ${quoted(column)} = ?1 ${where}`, `UPDATE ${quoted(table)} SET ${quoted(column)} = ?1 ${where}`, `UPDATE ${quoted(table)} SET ${quoted(column)} = ?1`, `INSERT INTO ${quoted(table)} (${quoted(column)}) VALUES (?1)`]), [changed(value, words, random)]);
}

/** The same with a piece missing, a bit turned, or something else altogether. */
function changed(value: SqlValue, words: readonly string[], random: () => number): SqlValue {
  if (value instanceof Uint8Array && value.length > 0 && random() < 0.8) {
    const copy = value.slice(0, random() < 0.3 ? Math.floor(random() * value.length) : value.length);
    if (copy.length > 0) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return copy;
  }
  if (typeof value === 'string' && random() < 0.4) { const at = Math.floor(random() * value.length); return value.slice(0, at) + pick(random, words) + value.slice(at + Math.floor(random() * 4)); }
  return random() < 0.5 ? pick(random, NUMBERS) : pick(random, words);
}
