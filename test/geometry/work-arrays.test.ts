import { expect, test } from 'vitest';
import { WorkArrays } from '../../geo/geometry/index.ts';

test('arrays begin at nought and keep their own numbers, whatever is handed out after them', () => {
  const work = new WorkArrays();
  for (const length of [3, 20_000, 5]) {
    const all = [work.float64(length), work.uint8(length), work.int16(length), work.int32(length), work.float64(40 * length), work.int32(0)];
    all.forEach((array, k) => array.fill(k + 1));
    expect(all.map((array, k) => [array.length, array.every((value) => value === k + 1)])).toEqual([length, length, length, length, 40 * length, 0].map((many) => [many, true]));
    work.clear();
    const next = [work.int32(40 * length), work.float64(length), work.uint8(length)];
    expect(next.every((array) => array.every((value) => value === 0))).toBe(true);
  }
});
