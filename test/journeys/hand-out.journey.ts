import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, provideDatabases, putDocuments, readProject, subjectOfMeasure, writeOver } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { writeFileSync } from 'node:fs';
import { startProgram, type Program } from './program.ts';
import { demoCity, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { provideDatabases(nodeDatabases); program = await startProgram(); });
afterAll(() => program.close());

const shot = async (page: Page, name: string) => { if (process.env['UNDERCROFT_SHOTS']) await page.screenshot({ path: join(process.env['UNDERCROFT_SHOTS'], `${name}.png`) }); };
/** What somebody at the department writes in the file. */
async function write(file: string, notes: readonly string[]): Promise<void> {
  const db = await openDatabase(readFileSync(file)), { opinions, handOut } = readProject(db).project;
  putDocuments(db, 'opinions', [...opinions, ...notes.map((note, i) => ({ ...writeOver([], { subject: subjectOfMeasure('m1'), department: handOut!.department, state: 'agreed', note, who: '王工', at: `2026-12-0${i + 1}T08:00:00.000Z` }) }))]);
  writeFileSync(file, db.bytes());
}
async function open(page: Page, file: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /^打开项目/ }).click()]);
  await chooser.setFiles(file);
}

test('a file goes out to a department, comes back, is merged as one step, and what stands side by side is settled', async () => {
  const { page, complaints, foreign, context } = await program.open();
  await demoCity(page);
  await page.getByRole('button', { name: '会商', exact: true }).click();
  await page.getByRole('button', { name: '新建会议' }).click();
  await page.getByRole('button', { name: '返回' }).or(page.locator('.planner-head button').first()).first().click();
  await page.getByRole('button', { name: '分发给部门' }).click();
  await page.getByRole('dialog').getByRole('combobox').first().selectOption('traffic-police');
  await shot(page, 'hand-out');
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('button', { name: '生成文件' }).click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'undercroft-hand-out-')), 'police.gpkg');
  await download.saveAs(file);
  const { project } = readProject(await openDatabase(readFileSync(file)));
  expect(project.handOut).toEqual({ department: 'traffic-police' });
  expect(project.layers.map(({ layer }) => layer.schema).sort()).toEqual(['boundary', 'parking-facility', 'road-project', 'walking-network']);
  await saved(page);

  await write(file, ['甲说', '乙说']);
  // The project knows its file after the page was loaded again too.
  await page.reload();
  await demoCity(page);
  await open(page, file);
  await page.getByRole('button', { name: '并入', exact: true }).waitFor({ timeout: 60_000 });
  await shot(page, 'merge');
  await page.getByRole('button', { name: '并入', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '未定意见' });
  await dialog.getByText('乙说').waitFor();
  await shot(page, 'settle');
  await dialog.getByRole('button', { name: '以此为准' }).first().click();
  await dialog.getByText('没有并存的意见').waitFor();
  await dialog.locator('.dialog-foot button').click();

  // Two steps of undo: the settling, then the merging.
  for (const _ of ['settle', 'merge']) await page.getByRole('banner').getByRole('button', { name: /撤销/ }).click();
  await open(page, file);
  await page.getByText('新意见 2 条').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  // Given with the button for data, it is merged just the same.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '导入数据' }).click()]);
  await chooser.setFiles(file);
  await page.getByText('新意见 2 条').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
}, 300_000);
