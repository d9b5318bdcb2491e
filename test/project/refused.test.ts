import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIntegrity, createProject, FORMAT_VERSION, openDatabase, putRun, readProject, upgradeProject, UserError, type Database, type ProjectReading } from '../../geo/index.ts';
import { geopackage } from '../../geo/io/formats/geopackage.ts';
import { ROOT } from '../support/imports.ts';
import { META, projectWith, runOf, SHELTERS as PRESENT, stored, UNITS } from './projects.ts';

/** A file of each version that was ever published. */
const fixture = (version: number) => join(ROOT, `test/project/fixtures/version-${version}.gpkg`);

/** The whole way of opening a file: a reason, or what is in it. */
async function open(bytes: Uint8Array): Promise<{ refused: string } | ProjectReading> {
  const before = bytes.slice();
  let db: Database | null = null;
  try {
    db = await openDatabase(bytes);
    return readProject(db);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { refused: error.code };
  } finally {
    db?.close();
    expect(Buffer.compare(before, bytes), 'the file was written to').toBe(0);
  }
}
/** Fields that came after the first stored fixture, which has no columns for them. */
const LATER = ['topElevation', 'bottomElevation', 'levels'];
const SHELTERS = { ...PRESENT, features: PRESENT.features.map((feature) => ({ ...feature, properties: Object.fromEntries(Object.entries(feature.properties).filter(([key]) => !LATER.includes(key))) })) };

async function whole(): Promise<Database> {
  const db = await projectWith(stored(SHELTERS, { issues: [{ code: 'id.missing', severity: 'info', features: ['S1'], params: { n: 1, row: 1 } }], setAside: [{ ...SHELTERS.features[2], id: '坏', geometry: null as never }] }), stored(UNITS));
  putRun(db, runOf({ 'demand-units': UNITS }));
  return db;
}

describe('what is no project is refused with a reason', () => {
  it.each<[string, string, (db: Database) => void]>([
    ['of a newer program', 'project.newer', (db) => db.exec(`UPDATE undercroft_meta SET value = '${FORMAT_VERSION + 1}' WHERE key = 'format_version'`)],
    ['without a version', 'project.damaged', (db) => db.exec("UPDATE undercroft_meta SET value = 'x' WHERE key = 'format_version'")],
    ['a GeoPackage of others', 'project.not-project', (db) => db.exec('DROP TABLE undercroft_meta')],
    ['SQLite, no GeoPackage', 'project.not-geopackage', (db) => db.exec('DROP TABLE gpkg_contents')],
  ])('%s', async (_, code, harm) => {
    const db = await whole();
    harm(db);
    expect(await open(db.bytes())).toEqual({ refused: code });
  });
  it('text, and nothing', async () => {
    expect(await open(new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'))).toEqual({ refused: 'project.not-sqlite' });
    expect(await open(new Uint8Array())).toEqual({ refused: 'project.empty' });
  });
  it('plain layers of another program are named, for they can be imported', async () => {
    const { bytes } = (await geopackage.write!([SHELTERS, UNITS], {})).files[0];
    const db = await openDatabase(bytes);
    expect(() => readProject(db)).toThrow(expect.objectContaining({ code: 'project.not-project', params: { n: 2, layers: '人防工程、居住小区' } }));
  });
});

/** A property that is null and one that is not there both say: unknown. */
const known = (value: object): object => JSON.parse(JSON.stringify(value, (_, one: unknown) => (one === null ? undefined : one))) as object;

describe('damage', () => {
  it('a file cut at fifty places is refused', async () => {
    const bytes = (await whole()).bytes();
    for (let i = 0; i < 50; i++) {
      const size = Math.floor(bytes.length * (i + 0.37) / 50);
      expect([size, await open(bytes.slice(0, size))]).toEqual([size, { refused: expect.stringMatching(/^project\.(empty|not-sqlite|truncated)$/) }]);
    }
  });

  it('flipped bits are refused, told, or without effect', async () => {
    const bytes = (await whole()).bytes();
    const sound = await open(bytes);
    const outcomes = { refused: 0, told: 0, same: 0 };
    let state = 20261125;
    const random = (n: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * n); };
    for (let i = 0; i < 600; i++) {
      const harmed = bytes.slice();
      const places = Array.from({ length: 1 + random(4) }, () => random(bytes.length));
      for (const at of places) harmed[at] ^= 1 << random(8);
      const result = await open(harmed);
      if ('refused' in result) outcomes.refused++;
      else if (result.issues.length > 0) outcomes.told++;
      else {
        outcomes.same++;
        expect({ places, ...known(result) }).toEqual({ places, ...known(sound) });
      }
    }
    expect(outcomes.refused + outcomes.told).toBeGreaterThan(100);
  });
});

describe('versions', () => {
  it.each(Array.from({ length: FORMAT_VERSION }, (_, i) => i + 1))('a file of version %i still opens as it was', async (version) => {
    const db = await whole();
    if (process.env['UNDERCROFT_MAKE_FIXTURE'] && version === FORMAT_VERSION) {
      mkdirSync(join(fixture(version), '..'), { recursive: true });
      writeFileSync(fixture(version), db.bytes());
    }
    const opened = await openDatabase(readFileSync(fixture(version)));
    checkIntegrity(opened);
    expect(readProject(opened)).toEqual(readProject(db));
    expect(upgradeProject(opened)).toEqual({ from: FORMAT_VERSION, to: FORMAT_VERSION });
  });

  it('steps run in their order, once, and all or none', async () => {
    const up = (to: number, sql: string) => ({ to, words: '', up: (db: Database) => db.exec(sql) });
    const next = FORMAT_VERSION + 1, last = FORMAT_VERSION + 2;
    const steps = [up(last, "UPDATE t SET x = x || 'c'"), up(next, "CREATE TABLE t (x); INSERT INTO t VALUES ('b')")];
    const db = await openDatabase();
    createProject(db, META);
    expect(() => upgradeProject(db, [steps[1], up(last, 'no sql')], last)).toThrow(UserError);
    expect(upgradeProject(db)).toEqual({ from: FORMAT_VERSION, to: FORMAT_VERSION });
    expect(upgradeProject(db, steps, last)).toEqual({ from: FORMAT_VERSION, to: last });
    expect(db.all('SELECT x FROM t')).toEqual([{ x: 'bc' }]);
    expect(upgradeProject(db, steps, last)).toEqual({ from: last, to: last });
    expect(() => readProject(db)).toThrow(expect.objectContaining({ code: 'project.newer', params: { version: last, known: FORMAT_VERSION } }));
  });
});
