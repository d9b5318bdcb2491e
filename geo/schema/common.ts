import type { FieldDef } from './types.ts';

/** Short forms that keep the schema tables readable: one line a field. */
export const text = (name: string, ...aliases: string[]): FieldDef => ({ name, type: 'text', aliases });
export const number = (name: string, unit: FieldDef['unit'], range: { min?: number; max?: number }, ...aliases: string[]): FieldDef =>
  ({ name, type: 'number', unit, ...range, aliases });
/** A number of things or an amount: the parts of a feature have it together. */
export const count = (name: string, unit: FieldDef['unit'], ...aliases: string[]): FieldDef => ({ name, type: 'number', unit, min: 0, aliases, extensive: true });
export const date = (name: string, ...aliases: string[]): FieldDef => ({ name, type: 'date', unit: 'date', aliases });
export const flag = (name: string, ...aliases: string[]): FieldDef => ({ name, type: 'boolean', aliases });
export const choice = (name: string, valueAliases: Record<string, readonly string[]>, ...aliases: string[]): FieldDef => ({
  name, type: 'choice', choices: Object.keys(valueAliases), aliases,
  valueAliases: Object.fromEntries(Object.entries(valueAliases).flatMap(([code, words]) => words.map((word) => [word, code]))),
});

/** First in every layer. */
export const IDENTITY: readonly FieldDef[] = [
  text('id', '编号', '代码', '编码', '工程编号', '人防工程编号', '工程代号', '项目编号', '泊位编号', '停车设施编号', '停车场编号', '设施编号', '单元编号', '小区编号', 'GCBH', 'BH', 'code', 'ID', 'osm_id'),
  text('name', '名称', '名稱', '工程名称', '项目名称', '小区名称', '停车场名称', '停车设施名称', '设施名称', '单元名称', '道路名称', '地块名称', 'prjName', 'MC', 'title'),
];

/** Last in every layer: where a row comes from, how far it can be trusted, who may see it. */
export const PROVENANCE: readonly FieldDef[] = [
  text('source', '数据来源', '来源', '资料来源', 'SJLY'),
  date('sourceDate', '资料日期', '数据日期', '更新日期', 'source_date', 'ZLRQ'),
  choice('confidence', { surveyed: ['实测', '测量'], design: ['设计', '设计图'], reported: ['上报', '申报'], estimated: ['估算', '估计', '推算'] }, '可信度', '数据精度'),
  choice('secrecy', { public: ['公开'], internal: ['内部'], secret: ['秘密', '机密'] }, '密级', '保密等级'),
  text('remarks', '备注', '备注说明', '说明', 'note', 'notes', 'remark', 'BZ'),
];

const DEPTH_RANGE = { min: -20, max: 200 };
const ELEVATION_RANGE = { min: -500, max: 9000 };
/** Depth below ground in metres, downwards positive; elevation in the 1985 national datum; levels below ground. geo/depth makes an interval of them. */
export const DEPTHS: readonly FieldDef[] = [
  number('topDepth', 'm', DEPTH_RANGE, '顶部埋深', '顶板埋深', '顶部深度', '顶板深度', '顶面埋深', '管顶埋深', '顶深', '上界深度', '起始深度', '覆土', '覆土厚度', '埋深', 'depth_from', 'top_depth', 'cover'),
  number('bottomDepth', 'm', DEPTH_RANGE, '底部埋深', '底板埋深', '底部深度', '底板深度', '底面埋深', '管底埋深', '底埋深', '底深', '下界深度', '终止深度', 'depth_to', 'bottom_depth'),
  number('topElevation', 'm', ELEVATION_RANGE, '顶板标高', '顶部标高', '管顶标高', '顶标高', '顶板高程', '顶部高程', '管顶高程', '顶高程', 'top_elev', 'top_elevation'),
  number('bottomElevation', 'm', ELEVATION_RANGE, '底板标高', '底部标高', '管底标高', '底标高', '底板高程', '底部高程', '管底高程', '底高程', 'bottom_elev', 'bottom_elevation'),
  number('levels', 'level', { min: 0, max: 20 }, '地下层数', '地下楼层数', 'DXCS', 'underground_levels', 'ug_levels', 'building:levels:underground'),
];
export const STEWARD = text('steward', '主管部门', '管理单位', '责任单位', '牵头单位', '权属单位', 'manageUnit', 'authority', 'custodian', 'lead_dept');
export const ENTRANCES: FieldDef = { name: 'entrances', type: 'points', aliases: ['出入口', '出入口坐标'] };
