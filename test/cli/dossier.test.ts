import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, provideDatabases, putDocuments, subjectOfConflict, writeOver } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, undercroft } from '../support/cli.ts';
import { hasPoppler, NO_POPPLER, readWith } from '../support/poppler.ts';

const [E, N] = [113.99, 22.26];
const square = (id: string, x: number, y: number, w: number, h: number, properties: Record<string, unknown>) => ({ type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [[[E + x, N + y], [E + x + w, N + y], [E + x + w, N + y + h], [E + x, N + y + h], [E + x, N + y]]] } });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const folder = folderWith({
  'units.geojson': collection(square('u', 0, 0.001, 0.0005, 0.0005, { households: 100 })),
  'drawn.geojson': collection(square('d', 0, 0, 0.001, 0.0005, { name: '东园地块' }), square('e', 0.004, 0, 0.001, 0.0005, { name: '机密地块', secrecy: 'secret' })),
  // About 31 m east of the site, within the 50 m of the control zone; the other's depths nobody knows, and it is secret.
  'constraints.geojson': collection(square('m', 0.0013, -0.001, 0.0002, 0.003, { name: '三号线', kind: 'metro-structure', topDepth: 6, bottomDepth: 14 }), square('t', -0.0003, -0.001, 0.0002, 0.003, { name: '暗线', kind: 'metro-structure', secrecy: 'secret' })),
});
const cli = (...args: string[]) => undercroft([...args, '--lang', 'zh'], folder.path);
const bytesOf = (name: string) => readFileSync(join(folder.path, name));
const textOf = (name: string) => readWith('pdftotext', bytesOf(name), ['-layout', '#', '-']);
afterAll(() => folder.remove());

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await cli('project', 'new', 'plan.gpkg', '--name', '紫荆市');
  expect((await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=units.geojson', '--layer', 'drawn-site=drawn.geojson', '--layer', 'constraint=constraints.geojson')).err).toBe('');
}, 120_000);

describe('undercroft dossier', () => {
  test('says which command has to come before it', async () => {
    const { code, err } = await cli('dossier', 'plan.gpkg', '--first', '1', '--out', 'a.pdf');
    expect([code, err]).toEqual([2, expect.stringContaining('请先运行 undercroft run candidate-sites --project')]);
    expect((await cli('run', 'candidate-sites', '--project', 'plan.gpkg', '--param', 'date=2026-11-25')).code).toBe(0);
    const db = await openDatabase(bytesOf('plan.gpkg'));
    putDocuments(db, 'opinions', [writeOver([], { subject: subjectOfConflict({ site: 'drawn-d-1', kind: 'metro-structure', id: 'm' }), department: 'metro', state: 'conditional', note: '电话 13800000000', who: '张三', at: '2026-11-25T00:00:00.000Z' })]);
    writeFileSync(join(folder.path, 'plan.gpkg'), db.bytes());
  }, 120_000);

  test.skipIf(!hasPoppler)(`has the facts, what meets the site with its depths, and what was said, the same twice${NO_POPPLER}`, async () => {
    const { code, err } = await cli('dossier', 'plan.gpkg', '--site', 'drawn-d-1', '--out', 'a.pdf');
    expect([code, err]).toEqual([0, '']);
    await cli('dossier', 'plan.gpkg', '--site', 'drawn-d-1', '--out', 'b.pdf');
    expect(Buffer.compare(bytesOf('a.pdf'), bytesOf('b.pdf'))).toBe(0);
    const text = textOf('a.pdf');
    for (const said of ['紫荆市：东园地块 选址论证', 'drawn-d-1', '手绘选址', '底部埋深', '四项效益与各因子', '缓解夜间缺口', '三号线', '6.0 ~ 14.0', '有条件同意', '竖向剖面示意', '前三比例', 'B1（层高 3.9 m）', '内部', '2026-11-25']) expect(text, said).toContain(said);
    expect(text).toMatch(/分析记录 candidate-sites\S*@[0-9a-f]{16}/);
    // Neither who said it nor what was noted, and nothing above the level.
    expect(text).not.toMatch(/张三|13800000000|暗线|机密地块/);
  }, 60_000);

  test.skipIf(!hasPoppler)(`has a page for each of the first, and what is secret only where that is asked for${NO_POPPLER}`, async () => {
    expect((await cli('dossier', 'plan.gpkg', '--first', '10', '--level', 'secret', '--paper', 'A3', '--out', 's.pdf')).code).toBe(0);
    const text = textOf('s.pdf');
    expect(text).toMatch(/机密地块/);
    expect(text).toMatch(/暗线/);
    expect(text).toMatch(/秘密/);
    expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(2);
    const { code, err } = await cli('dossier', 'plan.gpkg', '--site', 'drawn-e-1', '--out', 'x.pdf');
    expect([code, err]).toEqual([2, expect.stringContaining('没有编号为“drawn-e-1”的候选选址')]);
    expect(err).not.toContain('机密');
    expect(folder.names()).not.toContain('x.pdf');
  }, 60_000);

  test.each([[['--out', 'x.pdf'], '请用 --site 指定'], [['--first', '0', '--out', 'x.pdf'], '--first'], [['--first', '1', '--out', 'x.docx'], '.pdf'], [['--first', '1', '--paper', 'A2', '--out', 'x.pdf'], '--paper'], [['--first', '1', '--date', 'soon', '--out', 'x.pdf'], 'soon']])('says what is wrong with %j', async (args, sentence) => {
    const { code, err } = await cli('dossier', 'plan.gpkg', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  }, 60_000);
});
