import { expect, test } from 'vitest';
import { judgementsIn, wrongIn } from '../../app/panels/analyses/param-check.ts';
import { judgementsText, weightsJudged } from '../../app/panels/sites/judgements.ts';
import { readBands, type ParamDef } from '../../geo/index.ts';

const def = (key: string, type: ParamDef['type'], more: Partial<ParamDef> = {}) => ({ key, type, default: 1, unit: '', source: '', toBeConfirmed: false, group: '', ...more }) as ParamDef;
const check = (row: ParamDef, text: string) => wrongIn(row, text, (key) => key, (key) => key);

test('a number out of range, with letters, or in parts where it must be whole is wrong', () => {
  const months = def('leadMonths', 'integer', { min: 0, max: 60 });
  expect(['6', '0', '60'].map((text) => check(months, text))).toEqual([null, null, null]);
  expect(['-3', '', '6.5', 'six'].map((text) => check(months, text) !== null)).toEqual([true, true, true, true]);
  expect(check(def('x', 'number', { min: 0 }), '-1')).toBe('analyses.atLeast');
});
test('judgements and distance bands are checked while they are typed', () => {
  expect(['', '2,3,1,2,1/2,1/3', '1，1，1，1，1，1'].map((text) => check(def('ahp', 'text'), text))).toEqual([null, null, null]);
  expect(check(def('ahp', 'text'), 'abc')).toBe('error.param.ahp');
  expect(check(def('ahp', 'text'), '9,1/9,1,9,1,1')).toBe('ahp.circle');
  expect(check(def('distanceBands', 'text'), '0.4:1,0.7:0.68')).toBeNull();
  // Nothing reached at all, and a band beyond the radius.
  for (const wrong of ['0.7:1,0.4:1', '1:0', '2:1', '0.5:0,1:0', '0:1', '']) expect([wrong, readBands(wrong)]).toEqual([wrong, null]);
  for (const wrong of ['1:0', '2:1']) expect(check(def('distanceBands', 'text'), wrong)).toBe('error.param.bands');
});
test('judgements are kept as the text that gives them again', () => {
  const judgements = [2, 1 / 3, 1, 5, 1 / 7, 1];
  expect(judgementsText(judgements)).toBe('2,1/3,1,5,1/7,1');
  expect(judgementsIn(judgementsText(judgements))).toEqual(judgements);
  expect(weightsJudged([9, 1 / 9, 1, 9, 1, 1])).toBeNull();
});
