import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

/** A key that has no words shows as itself: lower-case parts with dots between. */
const RAW_KEY = /^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$/;

test.each(['zh', 'en'])('in %s every word of the interface is there, in the language and not as a key', async (language) => {
  const { page, context, complaints } = await program.open(`?lang=${language}`, { width: 1200, height: 700 });
  await demoCity(page);
  await runAnalysis(page, 'shelter-coverage');
  await page.locator('summary').last().click();
  await page.getByRole('tab').nth(0).click();
  await page.locator('.analysis-card').nth(2).click();
  for (const closed = page.locator('.group-head[aria-expanded=false]'); await closed.count() > 0;) await closed.first().click();
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent!.trim() && !node.parentElement!.closest('[data-from-data], script, style')) found.push(node.textContent!.trim());
    return found;
  });
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => RAW_KEY.test(text))).toEqual([]);
  if (language === 'en') {
    const labels = await page.locator('label, button, h2, h3, legend, summary, .tag, .key-label').allTextContents();
    expect(labels.filter((text) => /[\u4e00-\u9fff]/.test(text) && !/^中文$|（\d+）/.test(text.trim()))).toEqual([]);
  }
  // Names are Chinese in either language.
  await page.getByRole('tab').nth(1).click();
  await page.locator('.area-row').first().click();
  expect(await boxed(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

/** Chinese texts in sight that are drawn with a font of the machine, which has no such letters here: they show as boxes. */
async function boxed(page: Page): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  await line.send('DOM.enable');
  await line.send('CSS.enable');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/[\u4e00-\u9fff]/.test(node.textContent!) && node.parentElement!.checkVisibility()) node.parentElement!.dataset.chinese = node.textContent!;
  });
  const { root } = await line.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await line.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-chinese]' });
  expect(nodeIds.length).toBeGreaterThan(10);
  const without: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await line.send('CSS.getPlatformFontsForNode', { nodeId });
    if (!fonts.some(({ isCustomFont }) => isCustomFont)) without.push((await line.send('DOM.getOuterHTML', { nodeId })).outerHTML);
  }
  return without;
}
