import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { startProgram, type Program, type Window } from './program.ts';
import { demoCity, runAnalysis, saved, textOf } from './steps.ts';

/** The day to reckon from: set in the field, so that the journey is the same on every day. */
const DATE = '2026-11-25';
let program: Program;
let window: Window;
beforeAll(async () => {
  program = await startProgram();
  window = await program.open();
  await demoCity(window.page);
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});
const tab = () => window.page.getByRole('tab', { name: /协调/ }).click();
const lane = (id: string) => window.page.locator(`.time-lane[data-row="${id}"]`);
const phase = (id: string) => lane(id).locator('.phase-tag').getAttribute('data-phase');
/** Entries of a calendar by their identity: the day, and what they are called. Folded lines are joined first. */
function entriesOf(calendar: string): Map<string, { day: string; summary: string }> {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n'), entries = new Map<string, { day: string; summary: string }>();
  const value = (from: number, key: string) => lines.slice(from).find((line) => line.startsWith(key))!.slice(key.length);
  lines.forEach((line, i) => { if (line === 'BEGIN:VEVENT') entries.set(value(i, 'UID:'), { day: value(i, 'DTSTART;VALUE=DATE:'), summary: value(i, 'SUMMARY:') }); });
  return entries;
}
async function calendar(): Promise<Map<string, { day: string; summary: string }>> {
  const { page } = window;
  await page.locator('.coordination-bar').getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /iCalendar/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/介入窗口（内部）\.ics$/);
  return entriesOf(await textOf(download));
}

test('windows of road projects stand over time, the most urgent first, for the date of the field', async () => {
  const { page } = window;
  await tab();
  await page.locator('.window-times input[type=date]').fill(DATE);
  await expect.poll(() => page.locator('.window-row').first().textContent()).toContain('剩 72 天');
  expect(await page.locator('.time-lane').first().getAttribute('data-row')).toBe('DL-040');
  expect(await phase('DL-001')).toBe('window');
  expect((await calendar()).get('deadline-road-project-DL-001@undercroft')).toMatchObject({ day: '20270330' });
});

test('a date that is dragged misses the window, keys bring it back, and the calendar says what is shown', async () => {
  const { page } = window;
  const handle = lane('DL-001').locator('.time-handle[data-what=designFreeze]');
  const { x, y, width, height } = (await handle.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 60, y + height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => phase('DL-001')).toBe('missed');
  expect(await lane('DL-001').locator('.phase-tag').textContent()).toContain('已错过');
  const tried = (await handle.getAttribute('aria-valuetext'))!;
  expect(tried < '2027-05-01').toBe(true);
  const missed = (await calendar()).get('deadline-road-project-DL-001@undercroft')!;
  expect(missed.day < '20261125').toBe(true);
  // Thirty days a key; rows keep their order while something is tried.
  for (let i = 0; i < 12 && await phase('DL-001') === 'missed'; i++) {
    await handle.press('Shift+ArrowRight');
    await page.waitForTimeout(150);
  }
  await expect.poll(() => phase('DL-001')).toBe('window');
  await lane('DL-001').getByRole('button', { name: /还原/ }).click();
  await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe('2027-09-30');
  expect(await page.locator('.window-tried').count()).toBe(0);
});

test('a date that is tried becomes a measure in one click, ticked in the scenario that is looked at', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: '方案' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: '新建方案' }).first().click();
  await tab();
  const handle = lane('DL-001').locator('.time-handle[data-what=worksStart]');
  const stated = (await handle.getAttribute('aria-valuetext'))!;
  await handle.press('Shift+ArrowRight');
  await expect.poll(() => handle.getAttribute('aria-valuetext')).not.toBe(stated);
  const tried = (await handle.getAttribute('aria-valuetext'))!;
  await lane('DL-001').getByRole('button', { name: /列为措施/ }).click();
  await page.getByText(/1 项工期调整已列为措施，并在“方案 1”中勾选/).waitFor();
  // No longer tried: the scenario's own layer says so now.
  expect(await page.locator('.window-tried').count()).toBe(0);
  expect(await handle.getAttribute('aria-valuetext')).toBe(tried);
  await page.getByRole('tab', { name: '方案' }).click();
  await page.getByRole('tabpanel').getByText('调整道路工期：紫荆路改造').waitFor();
  expect(await page.getByRole('tabpanel').getByRole('checkbox').first().isChecked()).toBe(true);
  await page.locator('#scenario-shown').selectOption('');
  await tab();
  await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe(stated);
});

test('lead times are parameters with their sources, and windows follow them', async () => {
  const { page } = window;
  await page.locator('.window-times .group-head').click();
  const lead = page.locator('.window-times .param', { hasText: '介入提前期' });
  expect(await lead.locator('.tag').textContent()).toBe('待确认');
  const counts = () => page.locator('.coordination-bar [role=status]').textContent();
  const before = await counts();
  await lead.locator('input').fill('12');
  // Half a year sooner: what had 72 or 125 days left is missed.
  await expect.poll(counts).not.toBe(before);
  expect(Number(/可介入 (\d+)/.exec((await counts())!)![1])).toBeLessThan(Number(/可介入 (\d+)/.exec(before!)![1]));
  await lead.locator('.param-reset button').click();
  await expect.poll(counts).toBe(before);
});

test('a row selects its road and zooms there', async () => {
  const { page } = window;
  await page.locator('.window-row', { hasText: '紫荆路改造' }).click();
  await page.locator('.feature-card', { hasText: '紫荆路改造' }).waitFor();
  expect(await lane('DL-001').getAttribute('data-shown')).toBe('true');
  await page.keyboard.press('Escape');
});

test('conflicts of the sites are filtered by department, and the filter says how many', async () => {
  const { page } = window;
  await runAnalysis(page, 'candidate-sites');
  await tab();
  await page.getByRole('radio', { name: '部门冲突' }).click();
  await page.locator('.conflict-row').first().waitFor({ timeout: 60_000 });
  const counts = async () => (await page.locator('.coordination-bar [role=status]').textContent())!.replaceAll(',', '').match(/\d+/g)!.map(Number);
  const [all] = await counts();
  await page.getByRole('combobox', { name: '全部部门' }).selectOption('metro');
  await expect.poll(async () => (await counts()).length).toBe(2);
  const [metro] = await counts();
  expect(metro).toBeGreaterThan(5);
  expect(metro).toBeLessThan(all);
  expect(await page.locator('.conflict-group h3').allTextContents()).toEqual(['轨道交通（地铁）公司']);
});

test('an opinion with its note is one step of undo, and is there again after the page was loaded anew', async () => {
  const { page } = window;
  const state = () => page.locator('.conflict-opinion h3 .tag').textContent();
  await page.locator('.conflict-row').first().click();
  const title = await page.locator('.conflict-detail h2').textContent();
  await page.locator('.opinion-form').getByRole('radio', { name: '需勘察' }).click();
  await page.locator('.opinion-form textarea').fill('先做管线物探');
  await page.locator('.opinion-form input').fill('张工');
  await page.locator('.opinion-form button[type=submit]').click();
  await expect.poll(state).toBe('需勘察');
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect.poll(state).toBe('待议');
  await page.getByRole('button', { name: /^重做/ }).click();
  await expect.poll(state).toBe('需勘察');
  await saved(page);
  await page.reload();
  await page.locator('.coordination-head').waitFor({ timeout: 60_000 });
  await page.getByRole('radio', { name: '部门冲突' }).click();
  await page.locator('.conflict-row').first().waitFor({ timeout: 60_000 });
  await page.getByRole('combobox', { name: '全部意见' }).selectOption('needs-survey');
  await expect.poll(() => page.locator('.conflict-row').count()).toBe(1);
  await page.locator('.conflict-row').click();
  expect(await page.locator('.conflict-detail h2').textContent()).toBe(title);
  expect(await page.locator('.said').textContent()).toMatch(/需勘察.*张工.*先做管线物探/);
});

test('a conflict opens the section through its worst place, with the site and what it meets cut', async () => {
  const { page } = window;
  await page.locator('.conflict-detail').getByRole('button', { name: '最不利处剖面' }).click();
  const drawing = page.locator('.section-drawing');
  await drawing.waitFor({ timeout: 60_000 });
  const [site, other] = [await page.locator('.conflict-detail h2').textContent(), (await page.locator('.conflict-detail p').first().textContent())!.split(' ').at(-1)!];
  for (const name of [site!, other]) await expect.poll(() => drawing.textContent()).toContain(name);
  await page.locator('.section-head').getByRole('button', { name: '关闭' }).click();
  await drawing.waitFor({ state: 'detached' });
});

test('the agenda of a department is one page of A4', async () => {
  const { page } = window;
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.locator('.conflict-group').getByRole('button', { name: '议题' }).click();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('menuitem', { name: /A4 PDF/ }).click()]);
  const pdf = readFileSync(await download.path(), 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 595\.\d+ 841\.\d+\s*\]/);
});

test('through all of it no other host was asked and nothing complained', () => {
  expect(window.foreign).toEqual([]);
  expect(window.complaints).toEqual([]);
});
