import type { SchemaId } from '../../geo/model/index.ts';
import { point, polygon, square, textOf } from '../io/reading.ts';

const line = (...coordinates: number[][]): unknown => ({ type: 'LineString', coordinates });
const multi = { type: 'MultiPolygon', coordinates: [[square()], [square(113.1), square(113.102, 22.002, 0.002).reverse()]] };

/** Sound files of a few rows, small enough to be damaged anywhere, with columns as they are delivered. */
export const SOUND: readonly [SchemaId, string][] = [
  ['demand-unit', textOf([polygon(square()), { 编号: 'a', 户数: 120, 人口: '1,200', 建筑面积: '3.2万平方米', 用地性质: 'R2', entrances: [[113.001, 22.001]] }], [point(), { 编号: 'b', 户数: null, 配建车位: '12个', 备注: '=1+1' }], [multi, { 编号: 3, 夜间需求: 0 }])],
  ['parking-facility', textOf([point(), { id: 'p', stalls: 10, kind: '地下', access: '公共', openNight: '是', openDay: 'no', 密级: '公开' }, 7], [line([113, 22], [113.001, 22]), { id: 'q', 收费泊位: 3, 免费泊位: 4, kind: '路旁泊車位 - 收費' }], [point(113.5), { stalls: '汽車:34, 電單車:5' }, 'r'])],
  ['shelter', textOf([polygon(square()), { 工程编号: 's', 战时功能: '二等人员掩蔽所', 掩蔽面积: 700, 建筑面积: 1000, 竣工日期: '2009.12', 开放停车: '有', 顶部埋深: 1.5 }], [point(), { 工程编号: 't', 战时功能: '指挥所' }], [point(113.2), { id: 's', 可掩蔽人数: 90, nextInspection: '二〇二六年' }])],
  ['road-project', textOf([line([113, 22], [113.01, 22], [113.01, 22.01]), { 道路名称: '一路', 红线宽度: 40, 建设性质: '改造', 开工日期: '2027-03-01', 竣工日期: '20281231' }], [polygon(square()), { name: '二路', scope: 'overhaul', designFreeze: '2026年9月' }])],
  ['constraint', textOf([point(), { kind: '加油站', 净距: 50 }], [line([113, 22], [113.02, 22.01]), { kind: '地铁', 起始深度: 6, 终止深度: '14米' }], [polygon(square(113, 22, 0.02), square(113.005, 22.005).reverse()), { kind: 'river' }])],
  ['walking-network', textOf([line([113, 22], [113.01, 22]), { highway: 'residential' }], [{ type: 'MultiLineString', coordinates: [[[113, 22], [113, 22.01]], [[113, 22.01], [113.01, 22.01]]] }, { highway: 'footway' }])],
  ['boundary', textOf([polygon(square(112.9, 21.9, 0.5)), { name: '范围' }])],
];
