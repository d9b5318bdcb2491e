import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const SQUARE = [[113.57, 22.27], [113.571, 22.27], [113.571, 22.271], [113.57, 22.271], [113.57, 22.27]];
const feature = (name: string, stalls: unknown, ring: number[][] | null) => ({ type: 'Feature', properties: { 停车场名称: name, 泊位数: stalls }, geometry: ring && { type: 'Polygon', coordinates: [ring] } });
/** A sound car park, one with its axes swapped, one with negative stalls and markup in its name, one without geometry. */
const FILE = {
  type: 'FeatureCollection',
  features: [feature('云雀街', 50, SQUARE), feature('海门路', 60, SQUARE.map(([x, y]) => [y, x])), feature('<img src=x onerror=alert(1)>', -5, SQUARE), feature('北辰', 70, null)],
};
const asFile = (name: string, text: string) => ({ name, mimeType: 'application/geo+json', buffer: Buffer.from(text) });

test('a file with faults comes in by keyboard, is mended, and undo takes each step back', async () => {
  const { page, complaints, context } = await program.open('?empty');
  const choose = async (name: string, text: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
    await chooser.setFiles(asFile(name, text));
  };

  await choose('cut.geojson', JSON.stringify(FILE).slice(0, 200));
  await page.getByRole('alert').getByText('文件不完整').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByText('还没有图层').isVisible()).toBe(true);

  await choose('停车普查.geojson', JSON.stringify(FILE));
  await page.getByLabel('列“泊位数”的对应字段').waitFor();
  expect(await page.getByLabel('作为哪类图层').inputValue()).toBe('parking-facility');
  expect(await page.getByLabel('列“泊位数”的对应字段').inputValue()).toBe('stalls');
  await page.keyboard.press('Enter');
  await page.locator('.import-counts').waitFor();
  expect(await page.locator('.import-counts dd').allInnerTexts()).toEqual(['4', '2', '0', '2']);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('tab', { name: '问题' }).click();
  await page.getByText('读入 4 = 保留 2 + 待处理 2').waitFor();
  await page.getByRole('button', { name: '交换坐标轴' }).click();
  await page.getByText('读入 4 = 保留 3 + 待处理 1').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('读入 4 = 保留 2 + 待处理 2').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('还没有图层').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
