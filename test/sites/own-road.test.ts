import { expect, test } from 'vitest';
import { feature, layer, rectangle, run } from './ground.ts';

/*              cross  ║ 2027 freeze, window open
 *  old ═══════════════╬═══════════════  finished 2015, lock long over
 */
const old = feature('old', rectangle(0, 0, 300, 40), { worksEnd: '2015-01-01' });
const cross = feature('cross', rectangle(100, -200, 40, 440), { designFreeze: '2028-01-01', worksEnd: '2029-01-01' });
const costs = async (...roads: typeof old[]) => {
  const { sites } = await run({ 'road-projects': layer('road-project', ...roads) }, { date: '2026-11-24' });
  return Object.fromEntries(sites.map(({ id, properties }) => [id, properties]));
};

test('a road that was finished long ago bears no part of the cost, though one that is still to be rebuilt crosses it', async () => {
  const alone = await costs(old), crossed = await costs(old, cross);
  const [before, after] = [alone['road-project-old-1'], crossed['road-project-old-1']];
  expect(after['jointSavingAmount']).toBe(0);
  expect(after['cost']).toBe(before['cost']);
  expect(after['groundOpened']).toBe(after['area']);
  // The crossing road's window still holds for the ground that they share.
  expect(after['deadline']).toBe('2027-07-01');
  expect(crossed['road-project-cross-1']['jointSavingAmount']).toBeGreaterThan(0);
  expect(crossed['road-project-cross-1']['groundOpened']).toBe(0);
});
