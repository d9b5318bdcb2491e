import { expect, it } from 'vitest';
import { chainage, chainageMark, depthMark, levelMark, stepFor } from '../../geo/index.ts';

it('marks stand as far apart as they need, at even metres', () => {
  expect([stepFor(50, 14), stepFor(2, 14), stepFor(0.001, 14)]).toEqual([0.5, 10, 2000]);
});
it('marks of half metres are told from each other', () => {
  expect([0, 0.5, 1, 1000.5].map((at) => chainageMark(at, 0.5))).toEqual(['0+000.0', '0+000.5', '0+001.0', '1+000.5']);
  expect(chainageMark(150, 10)).toBe('0+150');
  expect(chainage(999.96, 1)).toBe('1+000.0');
});
it('depths are elevations where the ground is known', () => {
  expect([depthMark(0, null), depthMark(2, null), depthMark(2, 12.5)]).toEqual(['±0', '-2', '10.5']);
  expect([levelMark(0, null), levelMark(-7, null), levelMark(-7, 12.5), levelMark(-14.04, 12.5)]).toEqual(['±0', '-7.0', '5.5', '-1.5']);
});
