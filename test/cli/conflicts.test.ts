import { afterAll, expect, test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, provideDatabases, putDocuments, subjectOfConflict, writeOver, type Agenda } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, undercroft } from '../support/cli.ts';

const [E, N] = [113.99, 22.26];
const square = (id: string, x: number, y: number, w: number, h: number, properties: Record<string, unknown>) => ({ type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [[[E + x, N + y], [E + x + w, N + y], [E + x + w, N + y + h], [E + x, N + y + h], [E + x, N + y]]] } });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const folder = folderWith({
  'units.geojson': collection(square('u', 0, 0.001, 0.0005, 0.0005, { households: 100 })),
  'drawn.geojson': collection(square('d', 0, 0, 0.001, 0.0005, {})),
  // About 31 m east of the site, within the 50 m of the control zone.
  'constraints.geojson': collection(square('m', 0.0013, -0.001, 0.0002, 0.003, { kind: 'metro-structure', topDepth: 6, bottomDepth: 14 })),
});
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
afterAll(() => folder.remove());

test('conflicts of the sites of a project, a page a department', async () => {
  await cli('project', 'new', 'plan.gpkg');
  expect((await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=units.geojson', '--layer', 'drawn-site=drawn.geojson', '--layer', 'constraint=constraints.geojson')).err).toBe('');
  const early = await cli('conflicts', 'plan.gpkg', '--out', 'c.json');
  expect([early.code, early.err]).toEqual([2, expect.stringContaining('run candidate-sites with --project first')]);
  expect((await cli('run', 'candidate-sites', '--project', 'plan.gpkg')).code).toBe(0);
  const { code, out, err } = await cli('conflicts', 'plan.gpkg', '--out', 'c.json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('metro company: 1 sites; 0 meet, 0 too near, 1 to consult, 0 pass above or below');
  const [metro] = JSON.parse(folder.read('c.json')) as Agenda[];
  expect([metro.department, metro.sites[0].site, metro.sites[0].conflicts[0].id]).toEqual(['metro', 'drawn-d-1', 'm']);
  expect(metro.sites[0].conflicts[0]).toMatchObject({ said: { state: 'open', note: '' } });
  expect(out).toContain('0 of 1 conflicts have an opinion');
  expect((await cli('conflicts', 'plan.gpkg', '--out', 'c.xlsx')).code).toBe(0);
  // What its department said in the project stands beside the conflict.
  provideDatabases(nodeDatabases);
  const path = join(folder.path, 'plan.gpkg'), db = await openDatabase(readFileSync(path));
  putDocuments(db, 'opinions', [writeOver([], { subject: subjectOfConflict(metro.sites[0].conflicts[0]), department: 'metro', state: 'needs-survey', note: '先测桩位', who: '王工', at: '2026-11-20T08:00:00.000Z' })]);
  writeFileSync(path, db.bytes());
  expect((await cli('conflicts', 'plan.gpkg', '--out', 'c.json')).out).toContain('1 of 1 conflicts have an opinion');
  expect((JSON.parse(folder.read('c.json')) as Agenda[])[0].sites[0].conflicts[0]).toMatchObject({ said: { state: 'needs-survey', note: '先测桩位', who: '王工' } });
  expect(folder.names()).toContain('c.xlsx');
}, 120_000);
