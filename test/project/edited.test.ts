import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, putFeatures, putLayer, putRun, readProject, type Database, type PlanFeature } from '../../geo/index.ts';
import { geopackage } from '../../geo/io/formats/geopackage.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';
import { projectWith, runOf, SHELTERS, square, stored, UNITS } from './projects.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'undercroft-project-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What SQL a GIS program would send, then the project as it opens. */
async function edited(sql: string, prepare: (db: Database) => void = () => {}) {
  const db = await projectWith(stored(SHELTERS), stored(UNITS));
  prepare(db);
  db.exec(sql);
  const copy = await openDatabase(db.bytes());
  const reading = readProject(copy);
  return { ...reading, db: copy, codes: reading.issues.map(({ code }) => code), shelters: reading.project.layers.find(({ layer }) => layer.id === 'shelter')!, byId: (id: string) => reading.project.layers[0].layer.features.find((feature) => feature.id === id) };
}

describe('what another program changed opens with the change', () => {
  it('an attribute; the other rows stay as they were', async () => {
    const { codes, changed, shelters, byId } = await edited("UPDATE shelter SET name = '改了名 🚇', stalls = 12, openForParking = 0, completed = '2011-05-06' WHERE id = 'S1'");
    expect([codes, changed]).toEqual([['project.layer-changed'], ['shelter']]);
    expect(byId('S1')).toEqual({ ...SHELTERS.features[0], properties: { ...SHELTERS.features[0].properties, name: '改了名 🚇', stalls: 12, openForParking: false, completed: '2011-05-06' } });
    expect(shelters.layer.features.slice(1)).toEqual(SHELTERS.features.slice(1));
    expect(shelters.counts).toEqual({ read: 3, kept: 3, fixed: 0, setAside: 0 });
  });

  it('a row taken away, a row without an id, a row with the id of another', async () => {
    const { codes, shelters } = await edited(`DELETE FROM shelter WHERE id = 'S2'; INSERT INTO shelter (geom, name) SELECT geom, '新画' FROM shelter WHERE id = 'S1'; INSERT INTO shelter (geom, id) SELECT geom, id FROM shelter WHERE id = 'S3'`);
    expect(shelters.layer.features.map(({ id, properties }) => [id, properties['name']])).toEqual([['S1', '人民路地下室 🏗'], ['S3', SHELTERS.features[2].properties['name']], ['3', '新画'], ['S3~2', null]]);
    expect(codes).toEqual(['project.layer-changed', 'id.missing', 'id.duplicate']);
  });

  it('impossible values become issues, with the value kept beside; words that mean a code are read', async () => {
    const { issues, byId } = await edited("UPDATE shelter SET stalls = -4, wartimeFunction = '没有这种', completed = '2009-13-40' WHERE id = 'S1'; UPDATE shelter SET wartimeFunction = '物资库', floorArea = '约三千' WHERE id = 'S2'");
    expect(issues.slice(1).map(({ code, features, field }) => [code, field, features])).toEqual([
      ['attribute.range', 'stalls', ['S1']], ['attribute.choice', 'wartimeFunction', ['S1']], ['attribute.date', 'completed', ['S1']], ['attribute.type', 'floorArea', ['S2']],
    ].sort((a, b) => ORDER.indexOf(a[1] as string) - ORDER.indexOf(b[1] as string)));
    expect(byId('S1')!.properties).toMatchObject({ stalls: null, 'stalls.asDelivered': -4, completed: null, 'completed.asDelivered': '2009-13-40' });
    expect(byId('S2')!.properties).toMatchObject({ wartimeFunction: 'materials', floorArea: null, 'floorArea.asDelivered': '约三千' });
  });
  const ORDER = ['wartimeFunction', 'stalls', 'completed', 'floorArea'];

  it('columns added, renamed and dropped', async () => {
    const { issues, byId } = await edited("ALTER TABLE shelter ADD COLUMN 巡查人 TEXT; ALTER TABLE shelter ADD COLUMN 次数 INTEGER; UPDATE shelter SET 巡查人 = '王工', 次数 = 3 WHERE id = 'S2'; ALTER TABLE shelter RENAME COLUMN 产权单位 TO 产权; ALTER TABLE shelter DROP COLUMN steward");
    expect(byId('S2')!.properties).toMatchObject({ 巡查人: '王工', 次数: 3, 产权: '市人防办', steward: null });
    expect(byId('S1')!.properties).not.toHaveProperty('巡查人');
    expect(issues.find(({ code }) => code === 'project.columns-gone')?.params).toMatchObject({ n: 2, columns: 'steward、产权单位' });
  });

  it('a shape that cannot be is set aside with an issue; a table that is gone is told', async () => {
    const crossing: PlanFeature['geometry'] = { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] };
    const { issues, shelters } = await edited("UPDATE shelter SET geom = x'00112233' WHERE id = 'S2'; UPDATE shelter SET geom = NULL WHERE id = 'S3'; DROP TABLE demand_unit", (db) => {
      putFeatures(db, 'shelter', [{ ...SHELTERS.features[0], geometry: crossing }]);
    });
    expect(shelters.layer.features).toEqual([]);
    expect(shelters.setAside.map(({ id }) => id)).toEqual(['S1', 'S2', 'S3']);
    expect(shelters.setAside[1].properties['geometry.asDelivered']).toBe('00112233');
    expect(shelters.counts).toEqual({ read: 3, kept: 0, fixed: 0, setAside: 3 });
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(expect.arrayContaining(['error project.layer-gone', 'error geopackage.broken', 'error geometry.self-crossing', 'error geometry.missing']));
  });

  it('runs of what was changed are out of date, changed results are told', async () => {
    const { outOfDate, codes, project } = await edited("UPDATE demand_unit SET households = 7 WHERE id = 'u3'; UPDATE parking_shortage_night_demand_units SET shortage = 99 WHERE id = 'u3'", (db) => putRun(db, runOf({ 'demand-units': UNITS, shelters: SHELTERS })));
    expect(outOfDate).toEqual({ 'parking-shortage-night': ['demand-units'] });
    expect(codes).toEqual(['project.layer-changed', 'project.layer-changed']);
    expect(project.runs[0].layers['demand-units'].features[3].properties['shortage']).toBe(99);
  });

  it('opened and put again, it is told no more', async () => {
    const { project, changed, db } = await edited("UPDATE shelter SET stalls = -4 WHERE id = 'S1'");
    for (const one of project.layers.filter(({ layer }) => changed.includes(layer.id))) putLayer(db, one);
    const again = readProject(db);
    expect([again.issues, again.changed]).toEqual([[], []]);
    expect(again.project.layers[0].issues).toMatchObject([{ code: 'attribute.range', field: 'stalls', features: ['S1'] }]);
    expect(again.project).toEqual(project);
  });
});

describe(`projects and GDAL${NO_GDAL}`, () => {
  const onDisk = async (name: string, prepare: (db: Database) => void = () => {}) => {
    const db = await projectWith(stored(SHELTERS), stored(UNITS));
    putRun(db, runOf({ 'demand-units': UNITS }));
    prepare(db);
    const path = join(folder, name);
    writeFileSync(path, db.bytes());
    return path;
  };
  const reopened = async (path: string) => readProject(await openDatabase(readFileSync(path)));

  it('ogrinfo lists every table with type, CRS, count and Chinese text', async ({ skip }) => {
    if (!hasGdal) skip();
    const path = await onDisk('listed.gpkg');
    const text = gdal('ogrinfo', '-al', path)!;
    expect(text).not.toMatch(/warning|error/i);
    const found = [...text.matchAll(/Layer name: (\S+)\n(?:Metadata:\n(?: .*\n)*)?Geometry: (.+)\nFeature Count: (\d+)/g)].map(([, name, type, n]) => [name, type, Number(n)]);
    expect(found).toEqual([
      ['shelter', 'Polygon', 3], ['demand_unit', 'Unknown (any)', 20], ['parking_shortage_night_demand_units', 'Unknown (any)', 20],
      ['undercroft_meta', 'None', 8], ['undercroft_layers', 'None', 3], ['undercroft_columns', 'None', expect.any(Number)], ['undercroft_issues', 'None', 0], ['undercroft_set_aside', 'None', 0], ['undercroft_runs', 'None', 1], ['undercroft_basemaps', 'None', 0], ['undercroft_pictures', 'None', 0], ['undercroft_layouts', 'None', 0], ['undercroft_measures', 'None', 0], ['undercroft_scenarios', 'None', 0], ['undercroft_opinions', 'None', 0], ['undercroft_meetings', 'None', 0], ['undercroft_strata', 'None', 0], ['undercroft_grounds', 'None', 0], ['layer_styles', 'None', 3],
    ].sort((a, b) => found.findIndex(([name]) => name === a[0]) - found.findIndex(([name]) => name === b[0])));
    expect(text.match(/ID\["EPSG",4490\]/g)).toHaveLength(3);
    for (const line of ['name (String) = 人民路地下室 🏗', '产权单位 (String) = 市人防办', 'value (String) = 紫荆市试验', 'completed (Date) = 2009/12/01', 'openForParking (Integer(Boolean)) = 1', 'IDENTIFIER=人防工程']) expect(text).toContain(line);
  });

  it('a polygon moved and an attribute changed there come in', async ({ skip }) => {
    if (!hasGdal) skip();
    const path = await onDisk('moved.gpkg');
    gdal('ogrinfo', path, '-sql', "UPDATE shelter SET geom = AsGPB(ST_GeomFromText('POLYGON((114.2 22.6,114.21 22.6,114.21 22.61,114.2 22.6))', 4490)), name = '搬走了' WHERE id = 'S2'");
    const { project, issues } = await reopened(path);
    const moved = project.layers[0].layer.features.find(({ id }) => id === 'S2')!;
    expect(moved.geometry).toEqual({ type: 'Polygon', coordinates: [[[114.2, 22.6], [114.21, 22.6], [114.21, 22.61], [114.2, 22.6]]] });
    expect(moved.properties).toEqual({ ...SHELTERS.features[1].properties, name: '搬走了' });
    expect(issues.map(({ code }) => code)).toEqual(['project.layer-changed']);
  });

  it('a table reprojected there comes back to degrees', async ({ skip }) => {
    if (!hasGdal) skip();
    const path = await onDisk('plane.gpkg'), aside = join(folder, 'aside.gpkg');
    gdal('ogr2ogr', '-f', 'GPKG', aside, path, 'shelter', '-t_srs', 'EPSG:4547');
    gdal('ogr2ogr', '-update', '-overwrite', path, aside, 'shelter');
    const { project, issues } = await reopened(path);
    expect(issues.map(({ code }) => code)).toEqual(['project.layer-changed', 'project.reprojected']);
    project.layers[0].layer.features.forEach(({ geometry, properties }, i) => {
      const [[[x, y]]] = (geometry as { coordinates: number[][][] }).coordinates, [[[a, b]]] = (SHELTERS.features[i].geometry as { coordinates: number[][][] }).coordinates;
      expect(Math.hypot(x - a, y - b)).toBeLessThan(1e-9);
      expect(properties).toEqual(SHELTERS.features[i].properties);
    });
  });

  it('a spatial index of theirs does not stop an edit of ours, nor a table beside', async ({ skip }) => {
    if (!hasGdal) skip();
    const path = await onDisk('indexed.gpkg');
    gdal('ogrinfo', path, '-sql', "SELECT CreateSpatialIndex('shelter', 'geom')");
    gdal('ogr2ogr', '-update', path, path, 'demand_unit', '-nln', '别的表', '-nomd');
    const db = await openDatabase(readFileSync(path));
    expect(readProject(db).issues).toMatchObject([{ code: 'project.other-tables', params: { n: 1, tables: '别的表' } }]);
    putFeatures(db, 'shelter', [{ ...SHELTERS.features[0], geometry: square(114.3, 22.7) }]);
    writeFileSync(path, db.bytes());
    const text = gdal('ogrinfo', '-al', '-so', path)!;
    expect(text).not.toMatch(/warning|error/i);
    expect(text).toContain('Layer name: 别的表');
    const { project } = await reopened(path);
    expect(project.layers[0].layer.features[0].geometry).toEqual(square(114.3, 22.7));
    expect((await geopackage.read!([{ name: 'indexed.gpkg', bytes: readFileSync(path) }], {})).map(({ name }) => name)).toContain('别的表');
  });
});
