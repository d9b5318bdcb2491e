import { expect, test } from 'vitest';
import { feature, layer, lineOf, numberAt, run } from './ground.ts';

/*   250 ┌── 310 ── 440 ──┐        750 m of road, straight or in a U of three sides of 250 m, with junctions 310 and 440 m
 *       │                │        from its start. The U fits in a box of 290 x 270 m, less than a block of 400 m.
 *     0 │                │ 750
 */
test('a bent road is cut at the junctions that would cut it if it were straight', async () => {
  const sites = async (road: [number, number][], ...streets: [number, number][][]) => (await run({
    'road-projects': layer('road-project', feature('r', lineOf(...road), { redLineWidth: 40 })),
    'walking-network': layer('walking-network', ...streets.map((street, i) => feature(`j${i}`, lineOf(...street), { roadClass: 'branch' }))),
  })).sites.map((site) => numberAt(site, 'area'));
  const straight = await sites([[0, 0], [750, 0]], [[310, 0], [310, 250]], [[440, 0], [440, 250]]);
  const bent = await sites([[0, 0], [0, 250], [250, 250], [250, 0]], [[60, 250], [60, 500]], [[190, 250], [190, 500]]);
  // 0 … 310, 310 … 710, the rest; the bends take what their corners hold.
  expect(straight).toHaveLength(3);
  expect(bent).toHaveLength(3);
  const first = (areas: number[]) => [...areas].sort((a, b) => a - b)[1];
  expect(Math.abs(first(bent) / first(straight) - 1)).toBeLessThan(0.15);
});
