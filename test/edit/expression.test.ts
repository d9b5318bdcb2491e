import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../geo/edit/index.ts';
import { messages } from '../../geo/messages/index.ts';
import { UserError, type Layer, type Properties } from '../../geo/model/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

const row = (id: string, properties: Properties) => feature(id, point(0, 0), properties);
const lots: Layer = layer('parking-facility',
  row('a', { name: '西门停车场', stalls: 150, kind: 'basement', openNight: true, sourceDate: '2026-03-01', '每时 收费': 5 }),
  row('b', { name: 'East lot', stalls: 80, kind: 'lot', openNight: false, sourceDate: '2025-01-15', '每时 收费': 12 }),
  row('c', { name: '西区', stalls: null, kind: null, openNight: null }),
  row('d', { name: null, stalls: 0, kind: 'on-street' }));
const found = (text: string) => { const test = compileFilter(text, lots); return lots.features.filter(({ properties }) => test(properties)).map(({ id }) => id).join(''); };
const wrong = (text: string): [string, unknown] => { try { compileFilter(text, lots); return ['', 0]; } catch (error) { if (!(error instanceof UserError)) throw error; return [error.code.replace('expression.', ''), error.params['column']]; } };

describe('a filter', () => {
  it.each([
    ['泊位数 >= 100 and 类型 = 地下', 'a'],
    ['stalls>=100 && kind==basement', 'a'],
    ['泊位数≥80', 'ab'],
    ['Stalls < 100', 'bd'],
    ['车位数 = 0', 'd'],
    ['类型 in (地下, 地面停车场)', 'ab'],
    ['类型 不属于（地下、地面）', 'd'],
    ['kind not in (lot)', 'ad'],
    ['名称 包含 西', 'ac'],
    ['名称包含西且泊位数为空', 'c'],
    ['名称 不包含 "西门"', 'bc'],
    ['name contains EAST', 'b'],
    ['类型 包含 路内', 'd'],
    ['泊位数 is null', 'c'],
    ['泊位数 is not null', 'abd'],
    ['泊位数不为空 且 非 泊位数=0', 'ab'],
    ['名称 为空 或 泊位数 > 100', 'ad'],
    ['夜间开放', 'a'],
    ['not 夜间开放', 'b'],
    ['夜间开放 = 否', 'b'],
    ['夜间开放 and 泊位数 > 1', 'a'],
    ['资料日期 >= 2026', 'a'],
    ['资料日期 < "2026年1月"', 'b'],
    ['[每时 收费] > 10', 'b'],
    ['[每时 收费] = 5', 'a'],
    ['编号 = B', 'b'],
    ['泊位数 > [每时 收费]', 'ab'],
    ['not (泊位数 = 80 or 泊位数 = 0)', 'a'],
    ['泊位数 = 80 or 泊位数 = 150 and 类型 = lot', 'b'],
    ['(泊位数 = 80 or 泊位数 = 150) and 类型 = 地下停车库', 'a'],
    ['泊位数大于等于80且泊位数小于100', 'b'],
    ['stalls = "1.5e2"', 'a'],
  ])('%s', (text, expected) => expect(found(text)).toBe(expected));

  it('neither takes nor excludes what is unknown: a condition and its opposite leave the same rows out', () => {
    for (const text of ['泊位数 > 50', '类型 = 地下', '名称 包含 西', '类型 in (lot)', '泊位数 > 50 and 类型 = lot', '泊位数 > 50 or 类型 = lot']) {
      const both = found(text) + found(`not (${text})`);
      expect(new Set(both).size).toBe(both.length);
    }
    expect(found('泊位数 > 50') + found('not 泊位数 > 50')).toBe('abd');
    expect(found('泊位数 != 80')).toBe('ad');
  });

  it('is refused with the column of the mistake', () => {
    expect(wrong('')).toEqual(['empty', 1]);
    expect(wrong('泊位数 >= ')).toEqual(['value-missing', 8]);
    expect(wrong('泊位数 >= 很多')).toEqual(['value', 8]);
    expect(wrong('泊数 >= 3')).toEqual(['field', 1]);
    expect(wrong('泊位数 3')).toEqual(['operator', 5]);
    expect(wrong('泊位数 = 3 类型 = lot')).toEqual(['rest', 9]);
    expect(wrong('类型 = 天上')).toEqual(['choice', 6]);
    expect(wrong('类型 > 地下')).toEqual(['order', 4]);
    expect(wrong('(泊位数 = 3')).toEqual(['bracket', 1]);
    expect(wrong('类型 in 地下')).toEqual(['list', 7]);
    expect(wrong('名称 = "西')).toEqual(['open-quote', 6]);
    expect(wrong('泊位数 is 3')).toEqual(['null', 8]);
    expect(wrong('& 3')).toEqual(['sign', 1]);
    expect(wrong('and 泊位数 = 3')).toEqual(['field-missing', 1]);
    expect(wrong('('.repeat(5000))[0]).toBe('long');
    expect(wrong('('.repeat(500))[0]).toBe('deep');
    expect(wrong('not '.repeat(400))[0]).toBe('deep');
    expect(wrong('__proto__ = 1')[0]).toBe('field');
    expect(wrong('constructor is null')[0]).toBe('field');
  });

  it('every mistake has its sentence', () => {
    for (const code of ['empty', 'long', 'deep', 'open-quote', 'sign', 'bracket', 'rest', 'operator', 'field-missing', 'field', 'null', 'list', 'value-missing', 'value', 'choice', 'order']) expect(messages[`error.expression.${code}`]?.en, code).toBeTruthy();
  });
});

it('any text is either a filter or a refusal, never a crash', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('泊位数', '类型', '名称', '夜间开放', 'and', 'or', 'not', '且', '或', '非', '包含', '为空', 'in', 'is', 'null', '(', ')', '（', '，', ',', '=', '>=', '!=', '"', '“', '[', ']', '地下', '100', ' ', '\n', '__proto__', '&&', '&', '不'), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 24 });
  fc.assert(fc.property(pieces, fc.boolean(), (parts, spaced) => {
    const text = parts.join(spaced ? ' ' : '');
    try {
      const test = compileFilter(text, lots);
      for (const { properties } of lots.features) expect(typeof test(properties)).toBe('boolean');
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const column = Number(error.params['column'] ?? 1);
      expect(column >= 1 && column <= text.length + 1).toBe(true);
    }
  }), { numRuns: 4000, seed: 7 });
});
