import { expect, test } from 'vitest';
import citations from '../../data/parameters/citations.json' with { type: 'json' };
import { DEFAULT_STRATA, DEPTH_ASSUMPTIONS, STRATA_PRESETS, stratumAt } from '../../geo/depth/index.ts';
import { messages } from '../../geo/messages/index.ts';
import { SCHEMA_IDS, type SchemaId } from '../../geo/model/index.ts';

test('every division begins at the ground, goes down without gaps, and has no end', () => {
  for (const { strata } of STRATA_PRESETS) {
    expect(strata[0].from).toBe(0);
    strata.slice(1).forEach(({ from }, i) => expect(from).toBe(strata[i].to));
    strata.slice(0, -1).forEach(({ from, to }) => expect(to).toBeGreaterThan(from));
    expect(strata[strata.length - 1].to).toBeNull();
    expect(new Set(strata.map(({ code }) => code)).size).toBe(strata.length);
  }
});
test('strata without a name of their own have words, and every row has its source', () => {
  for (const { source, strata } of STRATA_PRESETS) {
    expect(source in citations).toBe(true);
    for (const { code, name } of strata) expect(name ?? messages[`choice.stratum.${code}`]?.zh).toBeTruthy();
  }
});
test('a bound belongs to the stratum above it', () => {
  const at = (depth: number) => stratumAt(depth, DEFAULT_STRATA).code;
  expect([0, 15, 15.1, 30, 50, 50.1, 500].map(at)).toEqual(['shallow', 'shallow', 'sub-shallow', 'sub-shallow', 'sub-deep', 'deep', 'deep']);
});
test('every assumption has its source, and is of a layer that there is', () => {
  const { levelHeight, floorThickness, tops } = DEPTH_ASSUMPTIONS;
  for (const { source, value } of [levelHeight, floorThickness, ...tops]) {
    expect(source in citations).toBe(true);
    expect(value).toBeGreaterThanOrEqual(0);
  }
  expect(tops.filter(({ schema }) => !SCHEMA_IDS.includes(schema as SchemaId))).toEqual([]);
});
