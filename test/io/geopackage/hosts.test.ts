import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqliteWasm, transaction, UserError, type Database, type SqlValue } from '../../../geo/index.ts';
import { nodeDatabases } from '../../../scripts/database.ts';

const wasm = join(dirname(createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/package.json')), 'dist/sqlite3.wasm');
const HOSTS = [['sql.js', nodeDatabases], ['sqlite-wasm', sqliteWasm({ bytes: () => readFileSync(wasm) })]] as const;

function table(db: Database): void {
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, bytes BLOB); CREATE INDEX by_name ON t (name)');
  db.runMany('INSERT INTO t (name, bytes) VALUES (?, ?)', [['人防工程 🏗', new Uint8Array([1, 0, 255])], [null, null], ["'\"", new Uint8Array()]]);
}

describe.each(HOSTS)('SQLite of %s', (_, open) => {
  it('keeps every kind of value, in its file too', async () => {
    const db = await open();
    table(db);
    const copy = await open(db.bytes());
    for (const one of [db, copy]) {
      expect(one.all('SELECT name, bytes FROM t ORDER BY id').map(({ name, bytes }) => [name, bytes === null ? null : [...bytes as Uint8Array]])).toEqual([['人防工程 🏗', [1, 0, 255]], [null, null], ["'\"", []]]);
    }
    copy.run('DELETE FROM t WHERE name = ?', ['人防工程 🏗']);
    expect([db.all('SELECT count(*) AS n FROM t')[0]['n'], copy.all('SELECT count(*) AS n FROM t')[0]['n']]).toEqual([3, 2]);
    db.close();
    copy.close();
  });

  it('reads what a cell holds, to the last digit and letter', async () => {
    const db = await open();
    const numbers = [0, -0.1, 5e-324, 1.7976931348623157e308, 2 ** 53 - 1, 1 - 2 ** 53, 114.00250000000001];
    const texts = ['', 'a', '地', 'exactly twenty-four chars', 'x'.repeat(24), 'x'.repeat(25), 'é'.repeat(12), '🏗'.repeat(5000)];
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, cell)');
    db.runMany('INSERT INTO t (cell) VALUES (?)', [...numbers, ...texts].map((cell) => [cell]));
    expect(db.all('SELECT cell FROM t ORDER BY id').map(({ cell }) => cell)).toEqual([...numbers, ...texts]);
    expect(Number(db.all('SELECT 9223372036854775807 AS n')[0]['n'])).toBe(2 ** 63);
    expect(db.all("SELECT 'a' || char(0) || 'b' AS t")[0]['t']).toBe('a\0b');
    db.close();
  });

  it('keeps the bytes of one row while the next is read, though the memory grows', async () => {
    const db = await open();
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)');
    db.runMany('INSERT INTO t (bytes) VALUES (?)', [1, 2, 3].map((n) => [new Uint8Array(6_000_000).fill(n)]));
    expect(db.all('SELECT bytes, hex(substr(bytes, 1, 3000000)) AS long FROM t ORDER BY id').map(({ bytes, long }) => [new Set(bytes as Uint8Array), (long as string).slice(-2)])).toEqual([[new Set([1]), '01'], [new Set([2]), '02'], [new Set([3]), '03']]);
    db.close();
  });

  it('binds each row as it is, whatever the one before it was', async () => {
    const db = await open();
    const rows: SqlValue[][] = [
      ['x'.repeat(100_000), new Uint8Array(70_000).fill(9), 1.5], [null, null, null], ['', new Uint8Array(), 2 ** 31], ['a\0b', new Uint8Array([0]), -(2 ** 31) - 1],
      ['\ud800', null, 2 ** 63], [null, new Uint8Array([7]), 2 ** 31 - 1], ['路', new Uint8Array([1, 2]), -1e300], ['末', null, 2 ** 53 - 1],
    ];
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c)');
    db.runMany('INSERT INTO t (a, b, c) VALUES (?, ?, ?)', rows);
    const kept = db.all('SELECT a, b, c FROM t ORDER BY id').map(({ a, b, c }) => [a, b, c]);
    expect(kept).toEqual(rows.map(([a, b, c]) => [a === '\ud800' ? '\ufffd' : a, b, c]));
    expect(db.all('SELECT typeof(a) AS a, typeof(b) AS b FROM t ORDER BY id').map(({ a, b }) => `${a} ${b}`)).toEqual(['text blob', 'null null', 'text blob', 'text blob', 'text null', 'null blob', 'text blob', 'text null']);
    expect(db.all('SELECT id FROM t WHERE a = ? AND b = ?', ['路', new Uint8Array([1, 2])])).toEqual([{ id: 7 }]);
    expect(() => db.runMany('INSERT INTO t (a) VALUES (?)', [['one', 'too many']])).toThrow();
    expect(db.all('SELECT count(*) AS n FROM t')).toEqual([{ n: rows.length }]);
    db.close();
  });

  it('keeps any text, but for halves of pairs', async () => {
    const db = await open();
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a)');
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (texts) => {
      db.exec('DELETE FROM t');
      db.runMany('INSERT INTO t (a) VALUES (?)', texts.map((text) => [text]));
      const utf8 = texts.map((text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)));
      expect(db.all('SELECT a FROM t ORDER BY id').map(({ a }) => a)).toEqual(utf8);
    }), { examples: [[['\u07ff\u0800\ud7ff\ue000\uffff', '地\ud800\u{10ffff}']]] });
    db.close();
  });

  it('takes work back that failed, and only the part that failed', async () => {
    const db = await open();
    table(db);
    const names = () => db.all('SELECT name FROM t WHERE name LIKE ?', ['n%']).map(({ name }) => name);
    expect(() => transaction(db, () => { db.run('INSERT INTO t (name) VALUES (?)', ['n1']); throw new Error('no'); })).toThrow('no');
    expect(names()).toEqual([]);
    transaction(db, () => {
      db.run('INSERT INTO t (name) VALUES (?)', ['n2']);
      expect(() => transaction(db, () => { db.run('INSERT INTO t (name) VALUES (?)', ['n3']); throw new Error('no'); })).toThrow('no');
    });
    expect(names()).toEqual(['n2']);
    db.close();
  });

  it('opens what QGIS left in write-ahead mode', async () => {
    const db = await open();
    table(db);
    const bytes = db.bytes().slice();
    bytes[18] = bytes[19] = 2;
    const kept = bytes.slice();
    const copy = await open(bytes);
    expect(copy.all('SELECT count(*) AS n FROM t')[0]['n']).toBe(3);
    expect(bytes).toEqual(kept);
  });

  it('says of each wrong file what it is', async () => {
    const db = await open();
    table(db);
    for (let i = 0; i < 200; i++) db.run('INSERT INTO t (name, bytes) VALUES (?, ?)', [`row ${i}`, new Uint8Array(300)]);
    const bytes = db.bytes();
    const code = async (file: Uint8Array) => open(file).then(() => 'opened', (error: unknown) => (error instanceof UserError ? error.code : String(error)));
    expect(await code(new Uint8Array())).toBe('project.empty');
    expect(await code(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toBe('project.not-sqlite');
    for (const size of [50, 100, 4096, bytes.length - 4096, bytes.length - 1]) expect([size, await code(bytes.slice(0, size))]).toEqual([size, 'project.truncated']);
    expect(await code(bytes.map((byte, i) => (i > 4096 ? 7 : byte)))).toBe('project.damaged');
    expect(await code(bytes)).toBe('opened');
  });
});
