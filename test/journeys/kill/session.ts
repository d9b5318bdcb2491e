import type { Page } from 'playwright';
import type { Model } from './model.ts';

/** What a person does in the kill test, by mouse and keyboard, with its effect on the model told first. */
type Chance = (below: number) => number;
type Action = (page: Page, model: Model, chance: Chance, word: string) => Promise<void>;

const rows = (page: Page) => page.locator('.table-rows .table-row');
const idsOf = (model: Model) => Object.keys(model.now.names);

const write: Action = async (page, model, chance, word) => {
  const id = idsOf(model)[chance(idsOf(model).length)];
  const cell = rows(page).filter({ has: page.getByText(id, { exact: true }) }).locator('.table-cell').nth(1);
  await cell.dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(word);
  model.change({ ...model.now, names: { ...model.now.names, [id]: word } });
  await page.keyboard.press('Enter');
};
const writeMany: Action = async (page, model, chance, word) => {
  const ids = idsOf(model).slice(0, 2 + chance(4));
  await rows(page).filter({ has: page.getByText(ids[0], { exact: true }) }).click();
  await rows(page).filter({ has: page.getByText(ids.at(-1)!, { exact: true }) }).click({ modifiers: ['Shift'] });
  await page.getByLabel('要修改的字段').selectOption('name');
  await page.getByLabel('新值').fill(word);
  model.change({ ...model.now, names: { ...model.now.names, ...Object.fromEntries(ids.map((id) => [id, word])) } });
  await page.getByRole('button', { name: '设为此值' }).click();
};
const removeLayer: Action = async (page, model) => {
  const id = Object.keys(model.now.layers).find((layer) => layer !== 'shelter');
  if (!id) return undo(page, model, () => 0, '');
  await page.locator(`[data-layer="${id}"]`).getByRole('button', { name: /^更多操作/ }).click();
  const { [id]: _, ...layers } = model.now.layers;
  model.change({ ...model.now, layers });
  await page.getByRole('menuitem', { name: '移除图层' }).click();
};
const press = async (page: Page, key: string) => {
  await page.locator('.table-grid').focus();
  await page.keyboard.press(key);
};
const undo: Action = async (page, model) => { if (model.undo()) await press(page, 'Control+z'); };
const redo: Action = async (page, model) => { if (model.redo()) await press(page, 'Control+y'); };
const ACTIONS: readonly Action[] = [write, write, write, writeMany, removeLayer, undo, undo, redo];

/** Edits until the browser is gone. */
export async function editOn(page: Page, model: Model, chance: Chance, wordOf: () => string, alive: () => boolean): Promise<void> {
  while (alive()) await ACTIONS[chance(ACTIONS.length)](page, model, chance, wordOf());
}

/** Opens the table; from then on every word of the screen that all is saved comes with what it shows. */
export async function watch(page: Page, told: (shown: string) => void): Promise<string> {
  await page.locator('.save-state[data-state="saved"]').waitFor({ timeout: 60_000 });
  await page.locator('[data-layer="shelter"]').getByRole('button', { name: /^更多操作/ }).click();
  await page.getByRole('menuitem', { name: '打开属性表' }).click();
  await rows(page).first().waitFor();
  // All rows are in sight.
  await page.getByRole('separator').focus();
  for (let times = 0; times < 8; times++) await page.keyboard.press('ArrowUp');
  await page.exposeFunction('told', told);
  return page.evaluate(() => {
    const inOrder = (pairs: unknown[][]) => pairs.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    const shown = () => JSON.stringify([
      inOrder([...document.querySelectorAll('.table-rows .table-row')].map((row) => [...row.querySelectorAll('.table-cell')].slice(0, 2).map((cell) => cell.textContent))),
      inOrder([...document.querySelectorAll('[data-layer]')].map((row) => [row.getAttribute('data-layer'), Number(row.querySelector('.layer-count')?.textContent)])),
    ]);
    const bar = document.querySelector('.bar-project')!;
    const tell = () => {
      if (bar.querySelector('.save-state')?.getAttribute('data-state') === 'saved') (globalThis as unknown as { told: (shown: string) => void }).told(shown());
    };
    new MutationObserver(tell).observe(bar, { subtree: true, childList: true, attributes: true });
    return shown();
  });
}
