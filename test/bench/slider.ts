import type { Page } from 'playwright';

const MOVES = 8;

/** Of the moves of a slider, in ms from the moment of the hand: until the new figures stand on the page, and until the map has drawn what it was handed with them. */
export interface Slid {
  figures: number[];
  drawn: number[];
}
interface Move { at: number; figures?: number; drawn?: number }

/**
 * Moves the radius of the run that is shown, each move after the map has come to rest. The map has its change before the figures are written: `scene.ts`
 * hears of an answer at once, React with its next render. The map tells by `aria-busy` that it draws.
 */
export async function slideRadius(page: Page): Promise<Slid> {
  const radius = page.locator('.live .slider input').first(), map = page.locator('.map-canvas');
  await radius.focus();
  await watch(page);
  const slid: Slid = { figures: [], drawn: [] };
  for (let move = 0; move < MOVES; move++) {
    await radius.press('ArrowRight');
    const { figures, drawn } = await lastMove(page);
    slid.figures.push(figures);
    slid.drawn.push(drawn);
    // Outlines come when the slider rests, and are drawn too.
    await page.waitForTimeout(1000);
    await map.and(page.locator('[aria-busy="false"]')).waitFor({ timeout: 60_000 });
  }
  return slid;
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moves: Move[] = [], map = document.querySelector('.map-canvas')!;
    Object.assign(globalThis, { moves });
    addEventListener('input', ({ timeStamp }) => { moves.push({ at: timeStamp }); }, true);
    // No function has a name here: the runner would wrap it in a helper that the page does not have.
    new MutationObserver(() => { const move = moves.at(-1); if (move) move.figures ??= performance.now() - move.at; })
      .observe(document.querySelector('.key-figures')!, { subtree: true, characterData: true, childList: true });
    new MutationObserver(() => { const move = moves.at(-1); if (map.ariaBusy === 'false' && move?.figures !== undefined) move.drawn ??= performance.now() - move.at; })
      .observe(map, { attributeFilter: ['aria-busy'] });
  });
}
async function lastMove(page: Page): Promise<Required<Move>> {
  await page.waitForFunction(() => (globalThis as unknown as { moves: Move[] }).moves.at(-1)?.drawn !== undefined, null, { timeout: 60_000 });
  return page.evaluate(() => (globalThis as unknown as { moves: Required<Move>[] }).moves.at(-1)!);
}
