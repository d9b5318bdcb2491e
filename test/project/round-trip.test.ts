import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProject, openDatabase, orderLayers, putLayer, putLayerHead, putLayerRemarks, putRun, readProject, removeLayer, removeRun, setMeta, unpackReckoning, writeProject, type Issue, type PlanFeature, type Project } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { basemapOf, pictureOf } from '../support/basemaps.ts';
import { COORDINATION, feature, LAYER, META, point, projectWith, runOf, SHELTERS, square, stored, UNITS } from './projects.ts';

const issue: Issue = { code: 'id.missing', severity: 'info', layer: 'shelter', features: ['S1'], rows: [1], params: { row: 1, n: 1 } };
const broken: PlanFeature = { type: 'Feature', id: '坏', geometry: null as never, properties: { 'geometry.asDelivered': { type: 'Polygon', coordinates: [[]] } } };
const PICTURE = pictureOf(30, 20, (column, row) => [column * 8, row * 12, 77]);
const PROJECT: Project = {
  ...META,
  layers: [stored(SHELTERS, { issues: [issue], setAside: [broken] }), stored(UNITS, { sha256: null })],
  runs: [{ ...runOf({ 'demand-units': UNITS, 'parking-facilities': SHELTERS }), underground: 'ab12-34' }],
  layouts: [blankSheet()],
  basemaps: [basemapOf(PICTURE), basemapOf(PICTURE, { id: 'basemap-2', name: '同一张图，地方坐标', crs: { kind: 'similarity', name: '老城', base: 'EPSG:4547', eastShift: 1, northShift: 2, rotation: 3, scale: 1 } })],
  pictures: new Map([[basemapOf(PICTURE).sha256, PICTURE]]),
  ...COORDINATION,
};

describe('a project comes back as it was', () => {
  it('layers, what was set aside, issues, runs, names, views', async () => {
    const db = await openDatabase();
    createProject(db, META);
    writeProject(db, PROJECT);
    const reading = readProject(await openDatabase(db.bytes()));
    expect(reading.project).toEqual(PROJECT);
    expect(reading).toMatchObject({ issues: [], changed: [], outOfDate: {} });
    expect(unpackReckoning(reading.project.runs[0].reckoning)).toEqual({ 'demand-units': { u1: [{ key: 'tierDemand', value: 3, unit: 'stall', params: { 名: '甲' } }], u2: [] } });
  });

  it('one picture is there once, goes with the last basemap that names it, and is missed when it is lost', async () => {
    const db = await openDatabase();
    createProject(db, META);
    writeProject(db, PROJECT);
    const count = () => db.all('SELECT count(*) AS n FROM undercroft_pictures')[0]['n'];
    expect(count()).toBe(1);
    writeProject(db, { ...PROJECT, basemaps: PROJECT.basemaps.slice(1), pictures: undefined });
    expect(readProject(db).project.pictures?.get(PROJECT.basemaps[0].sha256)).toEqual(PICTURE);
    db.exec("UPDATE undercroft_pictures SET bytes = X'00'");
    const { project, issues } = readProject(db);
    expect([project.basemaps, project.pictures, issues.map(({ code }) => code)]).toEqual([[], undefined, ['project.records-lost', 'project.picture-gone']]);
    writeProject(db, { ...PROJECT, basemaps: [], pictures: undefined });
    expect(count()).toBe(0);
  });

  it('the same project is the same bytes', async () => {
    const bytes = async () => { const db = await openDatabase(); createProject(db, META); writeProject(db, PROJECT); return db.bytes(); };
    expect(await bytes()).toEqual(await bytes());
  });

  it('200 random layers of every kind of value', async () => {
    await fc.assert(fc.asyncProperty(LAYER, async (layer) => {
      const db = await projectWith(stored(layer));
      const copy = await openDatabase(db.bytes());
      const { project, issues } = readProject(copy);
      expect(issues).toEqual([]);
      expect(JSON.parse(JSON.stringify(project.layers[0].layer))).toEqual(JSON.parse(JSON.stringify(layer)));
      db.close();
      copy.close();
    }), { numRuns: 200, seed: 20261125 });
  });
});

describe('parts of a project change on their own', () => {
  it('writing it again takes away what is gone and keeps the rest', async () => {
    const db = await openDatabase();
    createProject(db, META);
    writeProject(db, PROJECT);
    db.exec("CREATE TABLE 别人的 (x); INSERT INTO 别人的 VALUES (1)");
    const next: Project = { ...PROJECT, name: { zh: '改名', en: 'Renamed' }, layers: [stored({ ...UNITS, features: UNITS.features.slice(0, 3) })], runs: [] };
    writeProject(db, next);
    expect(readProject(db).project).toEqual(next);
    expect(db.all('SELECT count(*) AS n FROM 别人的')[0]['n']).toBe(1);
    expect(db.all("SELECT table_name AS t FROM gpkg_contents WHERE data_type = 'features'").map(({ t }) => t)).toEqual(['demand_unit']);
    expect(db.all('SELECT f_table_name AS t FROM layer_styles').map(({ t }) => t)).toEqual(['demand_unit']);
  });

  it('one layer, its head, its place, a run', async () => {
    const db = await projectWith(stored(SHELTERS), stored(UNITS));
    putRun(db, runOf({ 'demand-units': UNITS }));
    putLayer(db, stored({ ...SHELTERS, name: '人防二', features: [...SHELTERS.features, feature('shelter', 'S4', square(114.2, 22.6))] }));
    putLayerHead(db, 'demand-unit', '小区', stored(UNITS));
    putLayerRemarks(db, 'demand-unit', [{ ...issue, layer: 'demand-unit' }], []);
    orderLayers(db, ['demand-unit', 'shelter']);
    setMeta(db, { viewState: null, saved: '2026-12-01T00:00:00.000Z' });
    const { project } = readProject(db);
    expect(project.layers.map(({ layer: { id, name, features }, issues }) => [id, name, features.length, issues.length])).toEqual([['demand-unit', '小区', 20, 1], ['shelter', '人防二', 4, 0]]);
    expect([project.viewState, project.saved, project.created, project.name]).toEqual([null, '2026-12-01T00:00:00.000Z', META.created, META.name]);
    removeRun(db, 'parking-shortage-night');
    removeLayer(db, 'shelter');
    expect(readProject(db).project).toMatchObject({ runs: [], layers: [{ layer: { id: 'demand-unit' } }] });
    expect(db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'parking%'")).toEqual([]);
  });

  it('a run is out of date when an input is not what went in', async () => {
    const db = await projectWith(stored(SHELTERS), stored(UNITS));
    putRun(db, runOf({ 'demand-units': UNITS, shelters: SHELTERS }));
    expect(readProject(db).outOfDate).toEqual({});
    putLayer(db, stored({ ...SHELTERS, name: '只改名', features: [...SHELTERS.features].reverse() }));
    expect(readProject(db).outOfDate).toEqual({});
    putLayer(db, stored({ ...SHELTERS, features: [{ ...SHELTERS.features[0], geometry: point(1, 2) }, ...SHELTERS.features.slice(1)] }));
    expect(readProject(db).outOfDate).toEqual({ 'parking-shortage-night': ['shelters'] });
    removeLayer(db, 'demand-unit');
    expect(readProject(db).outOfDate).toEqual({ 'parking-shortage-night': ['demand-units', 'shelters'] });
  });
});
