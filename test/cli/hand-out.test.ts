import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, provideDatabases, putDocuments, readProject, subjectOfMeasure, writeOver, type Project } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { MEETING } from '../meeting/council.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';

const folder = folderWith({ '停车.geojson': points([['p', 0, 1, { 名称: '甲停车场', 泊位数: 20 }]]), '人防.geojson': points([['s', 1, 0, { 工程名称: '不给看的工程' }]]) });
afterAll(() => folder.remove());
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
const bytesOf = (name: string) => readFileSync(join(folder.path, name));
const projectIn = async (name: string): Promise<Project> => readProject(await openDatabase(bytesOf(name))).project;
async function say(name: string, department: string, note: string): Promise<void> {
  const db = await openDatabase(bytesOf(name)), { opinions } = readProject(db).project;
  putDocuments(db, 'opinions', [...opinions, writeOver(opinions, { subject: subjectOfMeasure('m1'), department, state: 'agreed', note, who: '王', at: '2026-12-02T08:00:00.000Z' })]);
  writeFileSync(join(folder.path, name), db.bytes());
}

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await cli('project', 'new', 'plan.gpkg', '--name', '紫荆市');
  await cli('project', 'add', 'plan.gpkg', '--layer', 'parking-facility=停车.geojson', '--layer', 'shelter=人防.geojson');
  const db = await openDatabase(bytesOf('plan.gpkg'));
  putDocuments(db, 'meetings', [MEETING]);
  writeFileSync(join(folder.path, 'plan.gpkg'), db.bytes());
});

describe('undercroft hand-out and merge', () => {
  test('a file goes out with nothing but what may be seen, and what is written in it comes back', async () => {
    const { code, err, out } = await cli('hand-out', 'plan.gpkg', '--department', 'traffic-police', '--out', 'police.gpkg');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('for ');
    expect(bytesOf('police.gpkg').includes(Buffer.from('不给看的工程'))).toBe(false);
    expect(await projectIn('police.gpkg')).toMatchObject({ handOut: { department: 'traffic-police' }, origin: (await projectIn('plan.gpkg')).origin });
    await cli('hand-out', 'plan.gpkg', '--department', 'street', '--out', 'street.gpkg');
    await say('police.gpkg', 'traffic-police', '同意开口');
    await say('street.gpkg', 'street', '同意');
    await say('plan.gpkg', 'street', '另说');
    const merged = await cli('merge', 'plan.gpkg', 'police.gpkg', 'street.gpkg');
    expect([merged.code, merged.err]).toEqual([0, '']);
    expect(merged.out).toContain('2 opinions taken in, 0 actions done, 0 left out');
    expect(merged.out).toContain('not settled');
    expect((await projectIn('plan.gpkg')).opinions.map(({ note }) => note).sort()).toEqual(['另说', '同意', '同意开口'].sort());
    expect((await cli('merge', 'plan.gpkg', 'street.gpkg')).out).toContain('0 opinions taken in');
  }, 60_000);
  test.each([
    [['hand-out', 'plan.gpkg', '--department', 'x', '--out', 'x.gpkg'], 'There is no department “x”'], [['hand-out', 'plan.gpkg', '--department', 'metro', '--out', 'x.zip'], 'cannot be written'],
    [['hand-out', 'plan.gpkg', '--department', 'metro', '--layer', 'y', '--out', 'x.gpkg'], 'There is no layer “y”'], [['merge', 'plan.gpkg', 'plan.gpkg'], 'was not handed out'], [['merge', 'police.gpkg', 'street.gpkg'], 'open the project that it came from'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { code, err } = await cli(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
