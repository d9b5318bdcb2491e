import { expect, test } from 'vitest';
import { readFactors, readReckoning, writeReckoning } from '../../app/workers/reckoning.ts';
import type { AnalysisResult } from '../../geo/index.ts';

const EXPLAIN: AnalysisResult['explain'] = {
  'demand-units': { 甲: [{ key: 'factor.tierDemand', value: 12.5, unit: 'stall', params: { name: '紫荆路“一区”' } }], 乙: [] },
  'candidate-sites': { s1: [{ key: 'factor.levels', value: null }] },
};

test('the reckoning comes out of its blob as it went in, whole and by feature', async () => {
  const reckoning = writeReckoning(EXPLAIN);
  expect(await readReckoning(reckoning)).toEqual(EXPLAIN);
  expect(JSON.stringify(await readReckoning(reckoning))).toBe(JSON.stringify(EXPLAIN));
  expect(await readFactors(reckoning, 'demand-units', '甲')).toEqual(EXPLAIN['demand-units']['甲']);
  expect(await readFactors(reckoning, 'candidate-sites', 's1')).toEqual(EXPLAIN['candidate-sites']['s1']);
});

test('a feature that the analysis said nothing of has no reckoning', async () => {
  const reckoning = writeReckoning(EXPLAIN);
  expect(await readFactors(reckoning, 'demand-units', '丙')).toEqual([]);
  expect(await readFactors(reckoning, 'facilities', '甲')).toEqual([]);
});
