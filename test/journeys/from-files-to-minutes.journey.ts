import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { runAnalysis, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(() => program.close());

const AT = (x: number, y: number) => [113.57 + x / 102_900, 22.27 + y / 110_700];
const file = (name: string, features: readonly [object, object][]) => ({ name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })) })) });
const point = (x: number, y: number) => ({ type: 'Point', coordinates: AT(x, y) });
/** A street that is about to be rebuilt between three compounds, with one small car park. */
const FILES = [
  file('小区.geojson', [[point(-80, 60), { 编号: 'a', 名称: '东里', 户数: 400 }], [point(60, 70), { 编号: 'b', 名称: '西里', 户数: 300 }], [point(20, -80), { 编号: 'c', 名称: '南里', 户数: 200 }]]),
  file('停车场.geojson', [[point(0, 90), { 编号: 'p', 名称: '老停车场', 泊位数: 60, 开放情况: '公共' }]]),
  file('道路改造.geojson', [[{ type: 'LineString', coordinates: [AT(-150, 0), AT(150, 0)] }, { 编号: 'r', 名称: '紫荆路', 红线宽度: 40, 建设性质: '改造', 施工图审定: '2031-06-30', 计划开工: '2032-01-01', 计划竣工: '2033-06-30' }]]),
];

test('files go in, a scenario is made of what is found, the meeting decides on it, and the minutes say so', async () => {
  const { page, complaints, foreign, context } = await program.open('?empty', { width: 1440, height: 900 });
  await page.locator('.analysis-card').first().waitFor();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
  await chooser.setFiles(FILES);
  for (const _ of FILES) {
    await page.getByRole('button', { name: '检查数据' }).click();
    await page.locator('.import-counts').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.locator('.import-counts').waitFor({ state: 'detached' });
  }
  await page.locator('[data-layer="road-project"]').waitFor();

  await runAnalysis(page, 'parking-shortage');
  await runAnalysis(page, 'candidate-sites');
  await page.locator('.site-row').first().click();
  const relief = (await page.locator('.site-detail .key-figure b').first().textContent())!;
  await page.getByRole('button', { name: '列为措施' }).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('button', { name: '新建方案' }).click();
  await panel.getByRole('checkbox').click();
  await panel.getByRole('button', { name: '全部重算' }).click();
  await panel.getByRole('button', { name: '全部重算' }).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('button', { name: '在地图上比较' }).click();
  await page.locator('.compare-bar').getByRole('radio', { name: '差异' }).click();
  await page.locator('[data-layer="difference/changes"]').waitFor();

  await page.getByRole('banner').getByRole('button', { name: '会商', exact: true }).click();
  await page.getByRole('button', { name: '新建会议' }).first().click();
  await page.getByRole('button', { name: '保存当前视图' }).click();
  await page.locator('.agenda-detail').getByLabel('议题').fill('紫荆路地下停车库');
  await page.keyboard.press('Enter');
  // What the map shows is the view's: left and shown again, the scenario and its comparison are back.
  await page.locator('.compare-bar').getByRole('button', { name: '结束比较' }).click();
  await page.locator('#scenario-shown').selectOption('');
  await page.getByRole('button', { name: '在地图上查看“紫荆路地下停车库”' }).click();
  await expect.poll(() => page.locator('#scenario-shown').inputValue()).toBe('s1');
  await page.locator('[data-layer="difference/changes"]').waitFor();

  await page.getByRole('button', { name: '开始会商' }).click();
  await page.locator('.meeting-figures').waitFor();
  await page.keyboard.press('d');
  await page.keyboard.type('同意随道路改造同步建设');
  await page.keyboard.press('Enter');
  await page.locator('.record').getByText('同意随道路改造同步建设').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const ask = page.getByRole('dialog').getByRole('button', { name: '结束演示' });
  if (await ask.count() > 0) await ask.click();
  await page.locator('.planner-record').waitFor();
  await saved(page);

  await page.getByRole('button', { name: '写纪要' }).click();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('menuitem', { name: 'Word 文档（.docx）' }).click()]);
  const parts = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const words = Buffer.from(parts['word/document.xml']).toString('utf8').replaceAll(/<[^>]+>/g, '');
  for (const said of ['紫荆路地下停车库', '同意随道路改造同步建设', '方案 1']) expect(words).toContain(said);
  expect(words.replaceAll('−', '-')).toContain(`（-${relief} 个泊位）`);
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(0);
  expect([complaints, foreign]).toEqual([[], []]);
  await context.close();
}, 300_000);
