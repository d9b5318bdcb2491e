import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provideDatabases } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, undercroft } from '../support/cli.ts';
import { degrees, TOWN } from '../support/section-town.ts';

const files = Object.fromEntries(TOWN.filter(({ schema }) => schema === 'constraint' || schema === 'road-project').map((layer) => [`${layer.schema}.geojson`, { type: 'FeatureCollection', features: layer.features }]));
const folder = folderWith(files);
const cli = (...args: string[]) => undercroft([...args, '--lang', 'zh'], folder.path);
const LINE = degrees([[0, 0], [150, 0]]).map((place) => place.join(',')).join(' ');
afterAll(() => folder.remove());
beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await cli('project', 'new', 'plan.gpkg', '--name', '紫荆市');
  await cli('project', 'add', 'plan.gpkg', '--layer', 'constraint=constraint.geojson', '--layer', 'road-project=road-project.geojson');
}, 120_000);

describe('undercroft section', () => {
  test('draws along a line, along a road and across it', async () => {
    const { code, out, err } = await cli('section', 'plan.gpkg', '--line', LINE, '--scale', '500', '--vertical', '100', '--date', '2026-11-26', '--out', 'a.svg');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('全长 150.0 m');
    const svg = readFileSync(join(folder.path, 'a.svg'), 'utf8');
    expect(svg).toContain('id="section-line-1-plot"');
    expect((await cli('section', 'plan.gpkg', '--road', 'road', '--out', 'b.dxf')).out).toContain('全长 160.0 m');
    expect(readFileSync(join(folder.path, 'b.dxf'), 'utf8')).toContain('along');
    expect((await cli('section', 'plan.gpkg', '--road', 'road', '--chainage', '80', '--out', 'c.pdf')).out).toContain('全长 90.0 m');
  }, 120_000);
  test('says what is missing or wrong, in one sentence', async () => {
    for (const [args, sentence] of [
      [['--out', 'a.pdf'], '请用 --line、--site 或 --road'], [['--line', LINE, '--road', 'road', '--out', 'a.pdf'], '只用其一'], [['--line', '113,x 114,22', '--out', 'a.pdf'], '应写成'], [['--line', LINE, '--out', 'a.doc'], '.dxf'],
      [['--road', 'nowhere', '--out', 'a.pdf'], '没有道路项目“nowhere”'], [['--road', 'road', '--chainage', '500', '--out', 'a.pdf'], '应在 0 到 160.0 之间'], [['--line', LINE, '--scale', '0', '--out', 'a.pdf'], '--scale'],
    ] as const) {
      const { code, err } = await cli('section', 'plan.gpkg', ...args);
      expect([code, err], args.join(' ')).toEqual([2, expect.stringContaining(sentence)]);
    }
  }, 120_000);
});
