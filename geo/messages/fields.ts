import { inputFieldMessages } from './fields-input.ts';
import { resultFieldMessages } from './fields-result.ts';
import type { MessageTable } from './types.ts';

/** Names of the layers, and of what every layer has. A field that means something else in one layer is `field.<schema>.<name>`. */
const shared = {
  'schema.demand-unit': { zh: '需求单元', en: 'Demand units' },
  'schema.parking-facility': { zh: '停车设施', en: 'Parking facilities' },
  'schema.shelter': { zh: '人防工程', en: 'Shelters' },
  'schema.road-project': { zh: '道路改造项目', en: 'Road projects' },
  'schema.underground-zone': { zh: '地下空间分区', en: 'Underground zones' },
  'schema.constraint': { zh: '约束要素', en: 'Constraints' },
  'schema.land-parcel': { zh: '用地', en: 'Land parcels' },
  'schema.walking-network': { zh: '步行网络', en: 'Walking network' },
  'schema.boundary': { zh: '规划边界', en: 'Planning boundary' },
  'schema.reference': { zh: '参考图层', en: 'Reference layer' },
  'schema.drawn-site': { zh: '手绘选址', en: 'Drawn sites' },
  'schema.demand-result': { zh: '需求单元服务评价', en: 'Demand units, served' },
  'schema.supply-result': { zh: '设施使用情况', en: 'Facilities, used' },
  'schema.district-result': { zh: '分区供需', en: 'Districts, supply and demand' },
  'schema.shortage-area': { zh: '缺口片区', en: 'Shortage areas' },
  'schema.candidate-site': { zh: '候选选址', en: 'Candidate sites' },
  'schema.failed-site': { zh: '未入选地块', en: 'Failed sites' },
  'field.id': { zh: '编号', en: 'Id' },
  'field.name': { zh: '名称', en: 'Name' },
  'field.source': { zh: '数据来源', en: 'Source' },
  'field.sourceDate': { zh: '资料日期', en: 'Date of source' },
  'field.confidence': { zh: '可信度', en: 'Confidence' },
  'field.secrecy': { zh: '密级', en: 'Secrecy' },
  'field.remarks': { zh: '备注', en: 'Remarks' },
  'field.steward': { zh: '主管单位', en: 'Steward' },
  'field.entrances': { zh: '出入口', en: 'Entrances' },
  'value.yes': { zh: '是', en: 'Yes' },
  'value.no': { zh: '否', en: 'No' },
  'legend.none.demand': { zh: '无需求', en: 'No demand' },
  'legend.withUnit': { zh: '{field}（{unit}）', en: '{field} ({unit})' },
  'legend.unknown': { zh: '无数据', en: 'No data' },
  'legend.other': { zh: '其他', en: 'Other' },
  'fix.close': { zh: '闭合', en: 'Close rings' },
  'fix.drop-duplicates': { zh: '删除重复顶点', en: 'Drop repeated vertices' },
  'fix.drop-spikes': { zh: '去掉尖刺', en: 'Take spikes off' },
  'fix.rewind': { zh: '统一环方向', en: 'Rewind rings' },
  'fix.unkink': { zh: '拆分自相交', en: 'Split at crossings' },
  'fix.snap-slivers': { zh: '消除缝隙', en: 'Snap slivers' },
  'fix.reproject': { zh: '按 {crs} 换算', en: 'Reproject from {crs}' },
  'fix.swap-axes': { zh: '交换坐标轴', en: 'Swap axes' },
} satisfies MessageTable;

export const fieldMessages = { ...shared, ...inputFieldMessages, ...resultFieldMessages } satisfies MessageTable;
