import { describe, expect, it } from 'vitest';
import { say } from '../../geo/messages/index.ts';
import type { RawLayer } from '../../geo/io/formats/types.ts';
import { numbers } from '../support/numbers.ts';
import { FUZZ_TARGETS, fuzz } from './formats.ts';

const MUTANTS = 300;

/** What must hold of every reading, however damaged the file. */
function check(layers: RawLayer[]): void {
  for (const { features, columns, issues } of layers) {
    expect(new Set(columns).size).toBe(columns.length);
    for (const { properties } of features) if (Object.getPrototypeOf(properties) !== Object.prototype) expect.fail('properties are no plain object');
    for (const { code, params } of issues) expect(say(`issue.${code}`, 'zh', params), code).not.toMatch(/^issue\.|NaN|undefined|\{/);
  }
}

describe('damaged files are read or refused in words, soon, and change nothing else', () => {
  it.each(FUZZ_TARGETS.map((target) => [target.format.id, target] as const))('%s', async (_, target) => {
    const { read, refused } = await fuzz(target, MUTANTS, 1, numbers, check);
    expect(read + refused).toBe(MUTANTS);
    // XML forgives nothing, so few of its mutants are read; some must be.
    expect(read).toBeGreaterThan(MUTANTS / 30);
  });
});
