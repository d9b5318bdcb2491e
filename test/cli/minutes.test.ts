import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, provideDatabases, putDocuments, unzip } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { MEETING, SOURCE } from '../meeting/council.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';

const folder = folderWith({ '停车.geojson': points([['p', 0, 1, { 名称: '甲停车场', 泊位数: 20 }], ['s', 1, 0, { 名称: '丙', 泊位数: 5, 密级: '秘密' }]]), 'template.json': '{}' });
afterAll(() => folder.remove());
const cli = (...args: string[]) => undercroft(['minutes', 'plan.gpkg', ...args, '--lang', 'en'], folder.path);
const bytesOf = (name: string) => readFileSync(join(folder.path, name));

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await undercroft(['project', 'new', 'plan.gpkg', '--name', '紫荆市'], folder.path);
  await undercroft(['project', 'add', 'plan.gpkg', '--layer', 'parking-facility=停车.geojson'], folder.path);
  const db = await openDatabase(bytesOf('plan.gpkg'));
  putDocuments(db, 'opinions', SOURCE.opinions);
  putDocuments(db, 'meetings', [MEETING]);
  writeFileSync(join(folder.path, 'plan.gpkg'), db.bytes());
});

describe('undercroft minutes', () => {
  test.each(['docx', 'pdf'])('writes the same %s twice', async (ending) => {
    const { code, err, out } = await cli('--meeting', MEETING.title, '--date', '2026-12-02', '--out', `a.${ending}`);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(MEETING.title);
    await cli('--meeting', 'k1', '--date', '2026-12-02', '--out', `b.${ending}`);
    expect(Buffer.compare(bytesOf(`a.${ending}`), bytesOf(`b.${ending}`))).toBe(0);
  });
  test('in the language that is asked for', async () => {
    await cli('--date', '2026-12-02', '--out', 'en.docx');
    const [document] = await unzip(bytesOf('en.docx'), (path) => path === 'word/document.xml');
    expect(new TextDecoder().decode(document.bytes)).toContain('1. The meeting');
  });
  test.each([[['--meeting', '无', '--out', 'x.docx'], 'The project has no meeting “无”'], [['--out', 'x.odt'], 'cannot be written'], [['--date', 'soon', '--out', 'x.docx'], 'must look like'], [['--level', 'x', '--out', 'x.docx'], '--level cannot be'], [['--template', 'template.json', '--out', 'x.docx'], 'is no template of minutes']])('says what is wrong with %j', async (args, sentence) => {
    const { code, err } = await cli(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
