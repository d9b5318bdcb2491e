import { expect, it } from 'vitest';
import { PairRows } from '../../geo/network/pair-rows.ts';

/** So many that a row of rows does not fit into one chunk. */
const UNITS = 3000, FACILITIES = 40;

it('keeps rows apart that are gathered side by side, and those that were gathered before', () => {
  const gather = (sign: number) => {
    const rows = new PairRows(UNITS, FACILITIES);
    return { rows, unit: (u: number) => { for (let f = 0; f < FACILITIES; f++) rows.add(f, sign * (u * FACILITIES + f + 1)); rows.end(u); } };
  };
  const first = gather(1).rows, earlier = gather(1);
  for (let u = 0; u < UNITS; u++) earlier.unit(u);
  const kept = earlier.rows.pairs();
  const a = gather(2), b = gather(3);
  for (let u = 0; u < UNITS; u++) { a.unit(u); b.unit(u); }
  const both = [a.rows.pairs(), b.rows.pairs()];
  for (const [k, pairs] of [kept, ...both].entries()) {
    expect(pairs.facility.length).toBe(UNITS * FACILITIES);
    expect(pairs.facility.every((facility, p) => facility === p % FACILITIES)).toBe(true);
    expect(pairs.cost.every((cost, p) => cost === (k + 1) * (p + 1))).toBe(true);
  }
  expect(first.pairs().facility.length).toBe(0);
});
