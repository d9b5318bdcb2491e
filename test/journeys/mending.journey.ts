import { afterAll, beforeAll, expect, test } from 'vitest';
import { crsByCode } from '../../geo/index.ts';
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

/** Two parcels five centimetres apart, and car parks that were copied from a web map beside shelters of the same names. */
const parcel = (x: number) => [[x, 22.27], [x + 0.001, 22.27], [x + 0.001, 22.271], [x, 22.271], [x, 22.27]];
const PARCELS = { type: 'FeatureCollection', features: [['甲', 113.57], ['乙', 113.5710005]].map(([name, x]) => ({ type: 'Feature', properties: { 地块名称: name, 用地性质: 'R2' }, geometry: { type: 'Polygon', coordinates: [parcel(x as number)] } })) };
const PLACES = ['中山路', '人民广场', '火车站', '体育馆'].map((name, i) => ({ name, at: [113.57 + i * 0.004, 22.272 + i * 0.002] as const }));
const points = (column: string, to: (at: readonly [number, number]) => readonly [number, number]) => ({ type: 'FeatureCollection', features: PLACES.map(({ name, at }) => ({ type: 'Feature', properties: { [column]: name, 泊位数: 20 }, geometry: { type: 'Point', coordinates: to(at) } })) });

test('slivers are snapped and a web map’s shift is taken back by one button each, and undo brings both back', async () => {
  const { page, complaints, context } = await program.open('?empty');
  const bring = async (name: string, content: unknown, schema: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
    await chooser.setFiles(asFile(name, JSON.stringify(content)));
    await page.getByLabel('作为哪类图层').selectOption(schema);
    await page.keyboard.press('Enter');
    await page.locator('.import-counts').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await bring('地块.geojson', PARCELS, 'land-parcel');
  await bring('人防工程.geojson', points('工程名称', (at) => at), 'shelter');
  await bring('停车场.geojson', points('停车场名称', (at) => crsByCode('GCJ-02').fromDegrees(...at)), 'parking-facility');
  await page.getByRole('tab', { name: '问题' }).click();
  const slivers = page.getByText('相邻的面之间有 1 处缝隙或重叠'), shift = page.getByText('正是 GCJ-02（网络地图）的偏移');
  await slivers.waitFor();
  await shift.waitFor();
  await page.getByRole('button', { name: '消除缝隙' }).click();
  await slivers.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '按 GCJ-02 换算' }).click();
  await shift.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  await shift.waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await slivers.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
