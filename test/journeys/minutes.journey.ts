import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, ROOT, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(() => program.close());

async function minutesOf(page: Page, label: string): Promise<Buffer> {
  await page.getByRole('button', { name: '写纪要' }).click();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('menuitem', { name: label }).click()]);
  return readFileSync(await download.path());
}

test('the minutes of a meeting are those of the command line, byte for byte, from a template that was changed on the page', async () => {
  const { page, complaints, foreign, context } = await program.open();
  await demoCity(page);
  await page.getByRole('button', { name: '会商' }).first().click();
  await page.getByRole('button', { name: '新建会议' }).first().click();
  await page.getByRole('button', { name: '保存当前视图', exact: true }).click();

  await page.getByRole('button', { name: '写纪要' }).click();
  await page.getByRole('menuitem', { name: '修改模板' }).click();
  await page.getByLabel('“议题”的标题').fill('议定的议题');
  await page.getByRole('button', { name: '“计算依据”上移' }).click();
  if (process.env['UNDERCROFT_SHOTS']) await page.screenshot({ path: join(process.env['UNDERCROFT_SHOTS'], 'template.png') });
  await page.getByRole('button', { name: '采用' }).click();

  const docx = await minutesOf(page, 'Word 文档（.docx）'), pdf = await minutesOf(page, 'PDF 文件');
  if (process.env['UNDERCROFT_SHOTS']) await page.screenshot({ path: join(process.env['UNDERCROFT_SHOTS'], 'planner.png') });
  await saved(page);
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-minutes-')), project = join(folder, 'plan.gpkg');
  await page.getByRole('button', { name: '项目', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('menuitem', { name: '保存项目文件（GeoPackage）' }).click()]);
  await download.saveAs(project);
  for (const [ending, bytes] of [['docx', docx], ['pdf', pdf]] as const) {
    execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'minutes', project, '--lang', 'zh', '--out', join(folder, `m.${ending}`)], { stdio: 'pipe' });
    expect(Buffer.compare(bytes, readFileSync(join(folder, `m.${ending}`))), ending).toBe(0);
  }
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
}, 300_000);
