import { describe, expect, it } from 'vitest';
import type { PropertyValue, SchemaId } from '../../geo/model/index.ts';
import { parseValue, SCHEMAS, type FieldDef } from '../../geo/schema/index.ts';

const field = (schema: SchemaId, name: string): FieldDef => SCHEMAS[schema].fields.find((one) => one.name === name)!;
const stalls = field('parking-facility', 'stalls'), floorArea = field('demand-unit', 'floorArea'), cars = field('demand-unit', 'carsPerHousehold');
const name = field('demand-unit', 'name'), kind = field('parking-facility', 'kind'), openNight = field('parking-facility', 'openNight');
const completed = field('shelter', 'completed'), investment = field('road-project', 'investment'), topDepth = field('constraint', 'topDepth'), entrances = field('shelter', 'entrances');

const read = (of: FieldDef, raw: unknown): unknown => {
  const parsed = parseValue(of, raw as PropertyValue);
  return parsed.ok ? parsed.value : parsed.reason;
};

describe('a value that stands for unknown', () => {
  it.each([null, undefined, '', '  ', '无', '待定', '未知', '不详', '/', '-', '—', '空', 'N/A', 'None', 'null', 'NaN', '　'])('%j is null in a column of numbers, dates, choices and words', (raw) => {
    for (const of of [stalls, completed, kind, name]) expect(read(of, raw)).toBeNull();
  });
  it('0 is a number and not unknown', () => {
    expect(read(stalls, 0)).toBe(0);
    expect(read(stalls, '0')).toBe(0);
  });
});

describe('a number', () => {
  it.each([
    [120, 120], ['120', 120], ['１２０', 120], ['1,200', 1200], ['1，200', 1200], ['1 200 300', 1_200_300], [' 12.5 ', 12.5], ['.5', 0.5], ['1e3', 1000], ['120个', 120], ['120 个', 120], ['86辆', 86],
    [1e21, 1e21], [5e-324, 5e-324], [0.1, 0.1],
  ])('%j is %d', (raw, value) => {
    expect(read(stalls, raw)).toBe(value);
  });
  it.each([['1200㎡', 1200], ['1200 m²', 1200], ['1200m2', 1200], ['1200平方米', 1200], ['1.2万平方米', 12_000], ['3公顷', 30_000]])('%j of floor area is %d m²', (raw, value) => {
    expect(read(floorArea, raw)).toBe(value);
  });
  it.each([['3500万元', 3500], ['1.5亿元', 15_000], [3500, 3500]])('%j of investment is %d times 10,000 yuan', (raw, value) => {
    expect(read(investment, raw)).toBe(value);
  });
  it('counts cars in a sentence of a car park, and nothing else', () => {
    expect(read(stalls, '汽車 / 小型貨車: 12, 巴士: 3')).toBe(12);
    expect(read(stalls, '私家車:8，小型車：4')).toBe(12);
    expect(read(floorArea, '私家車: 8')).toBe('attribute.type');
  });
  it.each(['many', '12a', '1,2', '0x10', '--3', '1e999', '约120', true, [120], { n: 120 }, NaN, Infinity])('%j is none', (raw) => {
    expect(read(stalls, raw)).toBe('attribute.type');
  });
  it.each([[stalls, -1], [stalls, '-3'], [cars, 10.5], [topDepth, -21], [topDepth, 201]])('out of range is told apart from no number', (of, raw) => {
    expect(read(of, raw)).toBe('attribute.range');
  });
  it.each([[cars, 0], [cars, 10], [topDepth, -20], [topDepth, 200]])('the bounds are in range', (of, raw) => {
    expect(read(of, raw)).toBe(raw);
  });
});

describe('a date', () => {
  it.each([
    ['2009-12-01', '2009-12-01'], ['2009/12/1', '2009-12-01'], ['2009.12', '2009-12-01'], ['2009', '2009-01-01'], [2009, '2009-01-01'], ['20091231', '2009-12-31'], [20091231, '2009-12-31'],
    ['2009年12月1日', '2009-12-01'], ['2009年12月', '2009-12-01'], ['二〇〇九年', '2009-01-01'], ['２００９－１２－０１', '2009-12-01'], ['2009-12-01T08:00:00Z', '2009-12-01'], ['2009-12-01 08:00', '2009-12-01'], ['2024-02-29', '2024-02-29'], ['2000-02-29', '2000-02-29'],
  ])('%j is %s', (raw, iso) => {
    expect(read(completed, raw)).toBe(iso);
  });
  it.each(['2023-02-29', '1900-02-29', '2009-13-01', '2009-00-10', '2009-04-31', '20091301', '1899-12-31', '2201-01-01', '01/12/2009', 'soon', 12, true, ['2009']])('%j is none', (raw) => {
    expect(read(completed, raw)).toBe('attribute.date');
  });
});

describe('a choice', () => {
  it.each([['basement', 'basement'], ['Basement', 'basement'], ['地下', 'basement'], ['地下停车库', 'basement'], ['路旁泊車位 - 收費', 'on-street'], ['Surface', 'lot'], ['multi-storey', 'garage']])('%j is %s', (raw, code) => {
    expect(read(kind, raw)).toBe(code);
  });
  it.each(['roof', '空地', 7, { kind: 'lot' }])('%j is none', (raw) => {
    expect(read(kind, raw)).toBe('attribute.choice');
  });
});

describe('yes or no', () => {
  it.each([[true, true], ['是', true], ['开放', true], ['Yes', true], [1, true], ['１', true], [false, false], ['否', false], ['无', false], ['不开放', false], ['no', false], [0, false]])('%j is %j', (raw, value) => {
    expect(read(openNight, raw)).toBe(value);
  });
  it.each(['perhaps', 2, [], '24h'])('%j is neither', (raw) => {
    expect(read(openNight, raw)).toBe('attribute.type');
  });
});

describe('words and places', () => {
  it('words stay as they were written, numbers become words', () => {
    expect(read(name, '<b>紫荆路</b>')).toBe('<b>紫荆路</b>');
    expect(read(name, 42)).toBe('42');
  });
  it('an object or a list is no word', () => {
    expect(read(name, { zh: '甲' })).toBe('attribute.type');
    expect(read(name, ['甲'])).toBe('attribute.type');
  });
  it('entrances are a list of longitudes and latitudes', () => {
    expect(read(entrances, [[113.57, 22.27], [113.58, 22.27, 3]])).toEqual([[113.57, 22.27], [113.58, 22.27, 3]]);
    expect(read(entrances, [])).toEqual([]);
    for (const raw of [[113.57, 22.27], [['113', '22']], [[113.57]], '113.57,22.27', 5]) expect(read(entrances, raw)).toBe('attribute.type');
    for (const raw of [[[456_372, 2_463_836]], [[181, 0]], [[0, -91]], [[0, NaN]]]) expect(read(entrances, raw)).toBe('attribute.type');
  });
});
