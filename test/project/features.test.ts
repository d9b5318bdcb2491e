import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase, putFeatures, putLayer, readProject, removeFeatures, type PlanFeature } from '../../geo/index.ts';
import { feature, LAYER, point, projectWith, SHELTERS, square, stored } from './projects.ts';

describe('an edit touches its rows only', () => {
  it('puts in, changes and takes out; counts and checksum follow', async () => {
    const db = await projectWith(stored(SHELTERS));
    const moved: PlanFeature = { ...SHELTERS.features[1], geometry: { type: 'MultiPolygon', coordinates: [[[[114, 22], [114.1, 22], [114.1, 22.1], [114, 22]]]] }, properties: { ...SHELTERS.features[1].properties, 层数: 3, 新列: ['a', 1] } };
    const added = feature('shelter', 'S9', square(113, 22), { name: '新增' });
    putFeatures(db, 'shelter', [moved, added]);
    removeFeatures(db, 'shelter', ['S1', 'nobody']);
    const reading = readProject(await openDatabase(db.bytes()));
    expect(reading.issues).toEqual([]);
    expect(reading.project.layers[0].layer.features).toEqual([moved, SHELTERS.features[2], added]);
    expect(reading.project.layers[0].counts).toEqual({ read: 3, kept: 3, fixed: 0, setAside: 0 });
    expect(db.all('SELECT min_x, max_x FROM gpkg_contents WHERE table_name = ?', ['shelter'])[0]).toEqual({ min_x: 113, max_x: 114.1 });
    expect(db.all('SELECT geometry_type_name AS t FROM gpkg_geometry_columns')[0]['t']).toBe('GEOMETRY');
  });

  it('is all or nothing', async () => {
    const db = await projectWith(stored(SHELTERS));
    const before = db.bytes();
    const bad = { ...SHELTERS.features[1], geometry: { type: 'Circle' } } as unknown as PlanFeature;
    expect(() => putFeatures(db, 'shelter', [{ ...SHELTERS.features[0], properties: { id: 'S1', extra: 1 } }, bad])).toThrow();
    expect(readProject(db).project.layers[0].layer).toEqual(SHELTERS);
    expect(readProject(await openDatabase(before)).project).toEqual(readProject(db).project);
  });

  it('random edits lead where writing the layer whole leads', async () => {
    await fc.assert(fc.asyncProperty(LAYER, LAYER, fc.array(fc.integer({ min: 0, max: 5 })), async (first, second, gone) => {
      const layer = { ...first, schema: 'shelter' as const, id: 'shelter' };
      const ids = new Set(gone.map((n) => `f${n}`));
      const db = await projectWith(stored(layer));
      putFeatures(db, 'shelter', second.features);
      removeFeatures(db, 'shelter', [...ids]);
      const edited = new Map([...layer.features, ...second.features].map((one) => [one.id, one]));
      const expected = [...edited.values()].filter(({ id }) => !ids.has(id));
      const { project, issues } = readProject(db);
      expect(issues).toEqual([]);
      expect(JSON.parse(JSON.stringify(project.layers[0].layer.features))).toEqual(JSON.parse(JSON.stringify(expected)));
      putLayer(db, stored({ ...layer, features: expected }));
      expect(readProject(db).issues).toEqual([]);
      db.close();
    }), { numRuns: 60, seed: 7 });
  });

  it('takes one of a layer of many in no time', async () => {
    const features = Array.from({ length: 20_000 }, (_, i) => feature('demand-unit', `u${i}`, point(114 + i * 1e-5, 22.5), { households: i }));
    const db = await projectWith(stored({ id: 'demand-unit', schema: 'demand-unit', name: '', features }));
    const plan = db.all('EXPLAIN QUERY PLAN UPDATE demand_unit SET households = 1 WHERE id = ?', ['u7']).map(({ detail }) => detail).join();
    expect(plan).toContain('USING INDEX undercroft_id_demand_unit');
  });
});
