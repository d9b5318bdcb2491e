import { describe, expect, it } from 'vitest';
import { numbers } from '../support/numbers.ts';
import { fuzz } from './fuzz.ts';
import { FUZZ_TARGETS } from './targets.ts';

const MUTANTS = 300;

describe('damaged files are read or refused in words, soon, and change nothing else', () => {
  it.each(FUZZ_TARGETS.map((target) => [target.id, target] as const))('%s', async (_, target) => {
    const { read, refused, failures } = await fuzz(target, { count: MUTANTS, seed: 1, makeRandom: numbers });
    expect(failures).toEqual([]);
    expect(read + refused).toBe(MUTANTS);
    // XML forgives nothing, so few of its mutants are read; some must be.
    expect(read).toBeGreaterThan(MUTANTS / 30);
  });
});
