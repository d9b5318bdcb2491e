import type { MessageTable } from './types.ts';

/** What to know of those parameters of the candidate sites whose name does not say it all (names are in sites.ts). */
const WEIGHT = { zh: '四项权重按比例折算为合计 1；填写判断矩阵后不起作用', en: 'The four weights are scaled to sum 1; a judgement matrix takes their place' };
const LOW = { zh: '造价区间的下限，不影响排序', en: 'Lower end of the cost; does not affect the ranking' };
const HIGH = { zh: '造价区间的上限，不影响排序', en: 'Upper end of the cost; does not affect the ranking' };

export const siteHintMessages = {
  'param.weightSocial.hint': WEIGHT,
  'param.weightEconomic.hint': WEIGHT,
  'param.weightEnvironmental.hint': WEIGHT,
  'param.weightWarReadiness.hint': WEIGHT,
  'param.samples.hint': { zh: '随机抽取多少组权重，以统计每处选址居首、进入前三和前十的比例', en: 'Number of random weight vectors under which each site’s share of first, top 3 and top 10 places is counted' },
  'param.seed.hint': { zh: '种子相同，抽样结果相同', en: 'The same seed gives the same samples' },
  'param.levelHeight.hint': { zh: '每层的结构层高', en: 'Floor to floor' },
  'param.cover.hint': { zh: '路面至结构顶板的厚度，留给市政管线', en: 'From the road to the roof slab, left to pipes and cables' },
  'param.coverPlot.hint': { zh: '地面至结构顶板的厚度，留给绿化种植', en: 'From the ground to the roof slab, left to planting' },
  'param.minLength.hint': { zh: '更短的可建范围不作为选址', en: 'Shorter ground is no site' },
  'param.minArea.hint': { zh: '更小的可建范围不作为选址', en: 'Smaller ground is no site' },
  'param.areaPerStall.hint': { zh: '含通道、坡道和设备用房', en: 'Aisles, ramps and plant rooms included' },
  'param.protectiveUnitArea.hint': { zh: '决定所需的防护单元数', en: 'Gives the number of protective units' },
  'param.doorPersons.hint': { zh: '决定所需的人员出入口数', en: 'Gives the number of person entrances' },
  'param.rampLength.hint': { zh: '长度不足以在两端布置坡道的选址会注明', en: 'Sites too short for ramps at both ends say so' },
  'param.shelterRadius.hint': { zh: '计算人员掩蔽缓解量所用的步行距离；GB 50038 规定不宜大于 200 米', en: 'Walk within which relief in sheltering is reckoned; GB 50038 advises at most 200 m' },
  'param.costRoad.hint': { zh: '每泊位造价，不含人防结构增加费', en: 'A stall, without the civil-defence premium' },
  'param.costRoadLow.hint': LOW,
  'param.costRoadHigh.hint': HIGH,
  'param.costPlot.hint': { zh: '每泊位造价，不含人防结构增加费', en: 'A stall, without the civil-defence premium' },
  'param.costPlotLow.hint': LOW,
  'param.costPlotHigh.hint': HIGH,
  'param.costOpening.hint': { zh: '既有人防工程开放停车，每泊位的改造和管理费用', en: 'Works and management for each stall of an existing shelter that is opened' },
  'param.costOpeningLow.hint': LOW,
  'param.costOpeningHigh.hint': HIGH,
  'param.defencePremium.hint': { zh: '按人防标准建设，造价增加的比例', en: 'Share by which building to civil-defence standard raises the cost' },
  'param.jointSaving.hint': { zh: '与道路工程同步施工，造价节省的比例', en: 'Share of the cost that is saved by building together with the road' },
} satisfies MessageTable;
