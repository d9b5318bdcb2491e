import { describe, expect, it } from 'vitest';
import type { Properties, SchemaId } from '../../geo/model/index.ts';
import { matchFields, normalName, schemaOf, SCHEMAS } from '../../geo/schema/index.ts';

const match = (schema: SchemaId, columns: readonly string[], ...sample: Properties[]) => matchFields(SCHEMAS[schema], columns, sample);
const fieldOf = (schema: SchemaId, column: string, ...sample: Properties[]) => match(schema, [column], ...sample)[0];

describe('names of columns', () => {
  it.each([['泊位数（个）', '泊位数'], ['泊位数(个)', '泊位数'], ['【内部】备注', '备注'], ['Own_Stalls', 'ownstalls'], ['own stalls', 'ownstalls'], ['own-stalls', 'ownstalls'], ['ＪＺＭＪ', 'jzmj'], ['建筑 面积:', '建筑面积']])('%s is compared as %s', (written, compared) => {
    expect(normalName(written)).toBe(compared);
  });
});

describe('a column', () => {
  it.each<[SchemaId, string, string]>([
    ['parking-facility', '泊位数', 'stalls'], ['parking-facility', '车位数', 'stalls'], ['parking-facility', '停车位（个）', 'stalls'], ['parking-facility', '車位數目', 'stalls'], ['parking-facility', 'spaces', 'stalls'], ['parking-facility', '开放对象', 'access'],
    ['demand-unit', '户数', 'households'], ['demand-unit', '常住人口', 'population'], ['demand-unit', '户均汽车', 'carsPerHousehold'], ['demand-unit', '配建车位', 'ownStalls'], ['demand-unit', '用地代码', 'landUse'], ['demand-unit', '夜间停车需求', 'demandNight'],
    ['shelter', '掩蔽面积', 'shelteringArea'], ['shelter', '可掩蔽人数', 'capacity'], ['shelter', '战时功能', 'wartimeFunction'], ['shelter', '抗力等级', 'protectionClass'], ['shelter', '使用证号', 'useCertificate'], ['shelter', '下次审验', 'nextInspection'],
    ['road-project', '红线宽度', 'redLineWidth'], ['road-project', '道路等级', 'roadClass'], ['road-project', '计划开工', 'worksStart'], ['road-project', '总投资', 'investment'],
    ['underground-zone', '管制分区', 'suitability'], ['underground-zone', '竖向分层', 'stratum'], ['underground-zone', '顶部埋深', 'topDepth'], ['constraint', '埋深（m）', 'topDepth'], ['constraint', '管顶标高', 'topElevation'], ['constraint', '管底标高', 'bottomElevation'],
    ['shelter', '顶板标高', 'topElevation'], ['shelter', '底板标高', 'bottomElevation'], ['shelter', '底板埋深', 'bottomDepth'], ['shelter', '地下层数', 'levels'], ['parking-facility', '覆土厚度', 'topDepth'], ['parking-facility', '地下层数', 'levels'], ['constraint', '净距', 'clearance'], ['constraint', '限制类型', 'kind'],
    ['boundary', '密级', 'secrecy'], ['shelter', '工程编号', 'id'], ['shelter', '工程名称', 'name'], ['demand-unit', '资料日期', 'sourceDate'],
  ])('of a %s called %s is %s', (schema, column, field) => {
    expect(fieldOf(schema, column)).toEqual({ column, field, confidence: 0.95, reason: 'alias' });
  });
  it('with the canonical name is surest', () => {
    expect(fieldOf('demand-unit', 'carsPerHousehold')).toEqual({ column: 'carsPerHousehold', field: 'carsPerHousehold', confidence: 1, reason: 'exact' });
    expect(fieldOf('demand-unit', 'Cars Per Household').confidence).toBe(1);
  });
  it('of Pinyin initials is less sure, since they stand for many things', () => {
    expect(fieldOf('shelter', 'YBMJ')).toEqual({ column: 'YBMJ', field: 'shelteringArea', confidence: 0.7, reason: 'alias' });
    expect(fieldOf('demand-unit', 'pop').confidence).toBe(0.95);
  });
  it('whose name contains an alias is a guess that grows with the share of the name', () => {
    const loose = fieldOf('parking-facility', '规划新增泊位数'), close = fieldOf('parking-facility', '总泊位数');
    expect([loose.reason, loose.field, close.field]).toEqual(['contains', 'stalls', 'stalls']);
    expect(loose.confidence).toBeLessThan(close.confidence);
    expect(close.confidence).toBeLessThan(0.6);
  });
  it.each(['color', '颜色', 'x', '', '（个）'])('that is nobody\'s (%j) keeps its own name', (column) => {
    expect(fieldOf('demand-unit', column)).toEqual({ column, field: null, confidence: 0, reason: 'none' });
  });
});

describe('values', () => {
  const numbers = [{ stalls: 12, 泊位数: 40 }, { stalls: '30个', 泊位数: 50 }], words = [{ 车位数: 'many' }, { 车位数: 'few' }, { 车位数: '9' }, { 车位数: null }];
  it('that fit leave the confidence of the name', () => {
    expect(fieldOf('parking-facility', 'stalls', ...numbers).confidence).toBe(1);
  });
  it('that do not fit speak against it by their share, unknown ones not at all', () => {
    expect(fieldOf('parking-facility', '车位数', ...words).confidence).toBeCloseTo(0.95 / 3, 12);
  });
  it('that never fit leave a fifth, so that the name still counts', () => {
    expect(fieldOf('parking-facility', '车位数', { 车位数: 'many' }).confidence).toBeCloseTo(0.95 * 0.2, 12);
  });
});

describe('two columns for one field', () => {
  it('the surer one gets it, the other keeps its own name', () => {
    const [alias, exact] = match('parking-facility', ['泊位数', 'stalls']);
    expect(exact).toMatchObject({ field: 'stalls', reason: 'exact' });
    expect(alias).toEqual({ column: '泊位数', field: null, confidence: 0, reason: 'taken' });
  });
  it('the one whose values fit gets it', () => {
    const [exact, alias] = match('parking-facility', ['stalls', '泊位数'], { stalls: 'see remarks', 泊位数: 40 });
    expect([exact.reason, alias.field]).toEqual(['taken', 'stalls']);
  });
  it('the first of equals gets it, and every field goes to one column at most', () => {
    const rows = match('demand-unit', ['户数', '总户数', '人口', '人口数', '名称', '小区名称', '编号']);
    expect(rows.map(({ field }) => field)).toEqual(['households', null, 'population', null, 'name', null, 'id']);
  });
});

describe('the schema table', () => {
  it('names each field once in a schema, and each alias leads to one field only', () => {
    for (const schema of Object.values(SCHEMAS)) {
      const names = schema.fields.map((field) => normalName(field.name));
      expect(new Set(names).size, schema.id).toBe(names.length);
      const aliases = schema.fields.flatMap((field) => [...new Set([field.name, ...field.aliases].map(normalName))]);
      expect(aliases.filter((alias, i) => aliases.indexOf(alias) !== i), schema.id).toEqual([]);
    }
  });
  it('refuses a schema it does not have, as the user\'s mistake', () => {
    for (const id of ['demand', '', 'constructor', '__proto__']) expect(() => schemaOf(id)).toThrow(expect.objectContaining({ name: 'UserError', code: 'schema.unknown' }));
    expect(schemaOf('shelter').geometry).toEqual(['point', 'polygon']);
  });
});
