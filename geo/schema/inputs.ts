import { choice, count, date, DEPTHS, ENTRANCES, flag, number, STEWARD, text } from './common.ts';
import type { LayerSchema } from './types.ts';

/** The layers a user brings. Field names are the program's; aliases are what columns are called in delivered files. */
type InputSchema = Omit<LayerSchema, 'input'>;

const demandUnit: InputSchema = {
  id: 'demand-unit', geometry: ['point', 'polygon'], nameHints: ['需求', '小区', '居住', '楼栋', '建筑', 'demand', 'building', 'compound'],
  fields: [
    count('households', 'household', '户数', '总户数', '住户数', 'HS'),
    count('population', 'person', '人口', '人口数', '常住人口', '居住人口', 'RK', 'pop'),
    number('carsPerHousehold', 'car/household', { min: 0, max: 10 }, '户均汽车', '户均车辆', '户均保有量', '户均小汽车', 'cars_per_household'),
    count('ownStalls', 'stall', '配建车位', '自有车位', '配建泊位', '小区车位', 'own_stalls'),
    count('floorArea', 'm2', '建筑面积', '总建筑面积', 'JZMJ', 'gfa', 'floor_area'),
    text('landUse', '用地性质', '用地代码', '用地类别', 'YDDM', 'landuse', 'land_use', 'landuse_code'),
    count('demandNight', 'car', '夜间需求', '夜间停车需求', '夜间泊位需求', 'demand_night'),
    count('demandDay', 'car', '日间需求', '白天需求', '日间停车需求', '昼间需求', 'demand_day'),
    ENTRANCES,
  ],
};

const parkingFacility: InputSchema = {
  id: 'parking-facility', geometry: ['point', 'line', 'polygon'], nameHints: ['停车', '泊车', '车位', '車位', '车库', '泊位', 'parking', 'car-park', 'carpark'],
  fields: [
    { ...count('stalls', 'stall', '泊位数', '车位数', '机动车泊位数', '机动车位数', '停车位数', '停车位', '泊位', '车位', '停车泊位', '車位數', '車位數目', '泊位數', '泊車位', 'TCWSL', 'CWS', 'spaces', 'capacity', 'parking_spaces'), parts: ['收费泊位', '免费泊位', '收費泊位', '免費泊位', '地上泊位', '地下泊位', '地上车位', '地下车位'] },
    choice('kind', {
      lot: ['地面', '地面停车场', '露天', '露天停车场', 'surface'], garage: ['停车楼', '立体', '停车库', '多层', '多層', '停車場 多層', '室内', '室內', 'multi-storey'],
      'on-street': ['路内', '路边', '路侧', '占道', '路旁', '路旁泊車位', 'street_side', 'lane'], basement: ['地下', '地下停车库', '地下车库', 'underground'],
    }, '类型', '停车场类型', '停车设施类型', '形式', '设施类型', '類型', '類別', 'parking', 'type', 'structure'),
    choice('access', { public: ['公共', '社会', '对外开放', '开放', '公众', 'yes', 'permissive', 'customers'], residents: ['居民', '业主', '仅限业主', '住户', '配建', 'residents', 'private'], closed: ['不开放', '专用', '关闭', 'no'] }, '开放情况', '开放对象', '使用对象', '服务对象', 'open_to'),
    flag('openNight', '夜间开放', '夜间可用', 'open_night'),
    flag('openDay', '日间开放', '白天开放', '日间可用', 'open_day'),
    text('shelterRef', '人防工程', '所属人防工程', 'shelter_ref'),
    ...DEPTHS, ENTRANCES,
  ],
};

/** Codes of DOMAIN 4.11. Command works are not kept at all: see geo/io/secrecy.ts. */
const wartimeFunction = choice('wartimeFunction', {
  'personnel-1': ['一等人员掩蔽', '一等人员掩蔽所'], 'personnel-2': ['二等人员掩蔽', '二等人员掩蔽所', '人员掩蔽', '人员掩蔽所'], materials: ['物资库', '综合物资库'], vehicle: ['人防汽车库', '汽车库'],
  'rescue-station': ['救护站'], 'first-aid-hospital': ['急救医院'], 'centre-hospital': ['中心医院'], 'team-personnel': ['专业队队员', '专业队队员掩蔽部'], 'team-equipment': ['专业队装备', '专业队装备掩蔽部'],
  power: ['区域电站', '电站'], water: ['区域供水站', '供水站'], food: ['食品站'], command: ['指挥', '指挥工程', '指挥所'], passage: ['交通干道', '交通干(支)道', '通道'], other: ['其他'],
}, '战时功能', '战时用途', 'ZSGN', 'wartime_use');

const shelter: InputSchema = {
  id: 'shelter', geometry: ['point', 'polygon'], nameHints: ['人防', '掩蔽', '防空', '地下室', 'shelter'],
  fields: [
    count('floorArea', 'm2', '人防建筑面积', '建筑面积', 'JZMJ', 'building_area'),
    count('shelteringArea', 'm2', '掩蔽面积', '掩蔽区面积', '人防掩蔽面积', '有效面积', 'YBMJ', 'fkdxsybmj', 'shelter_area'),
    count('capacity', 'person', '可掩蔽人数', '掩蔽人数', '容纳人数', 'capacity_persons'),
    wartimeFunction,
    text('peacetimeUse', '平时用途', '平时功能', 'PEACE_USE', 'PSGN', 'peacetime_use'),
    text('protectionClass', '抗力等级', '抗力级别', '防护等级', 'KLDJ', 'PROTECTIONLEVEL', 'protection_class'),
    flag('openForParking', '对外停车', '开放停车', '是否开放停车', 'open_for_parking'),
    count('stalls', 'stall', '工程内车位数', '停车位数', '车位数', 'TCWSL', 'GCNCWS', 'parking_stalls'),
    date('completed', '竣工日期', '验收时间', '竣工时间', 'YSSJ', 'completion_date'),
    text('useCertificate', '使用证号', '使用证', '人防工程使用证', 'use_cert_no'),
    date('nextInspection', '下次审验', '审验到期', '年检日期', 'next_inspection'),
    STEWARD, ...DEPTHS, ENTRANCES,
  ],
};

const roadProject: InputSchema = {
  id: 'road-project', geometry: ['line', 'polygon'], nameHints: ['道路', '改造', '路网', '红线', 'road', 'street'],
  fields: [
    choice('roadClass', { expressway: ['快速路'], arterial: ['主干路', '主干道'], secondary: ['次干路', '次干道'], branch: ['支路', '街巷'] }, '道路等级', '等级', 'road_class'),
    number('redLineWidth', 'm', { min: 0, max: 200 }, '红线宽度', '道路红线宽度', '红线宽', 'redline_width'),
    choice('scope', { new: ['新建'], rebuilt: ['改建', '改造'], widened: ['扩建', '拓宽'], overhaul: ['大修'] }, '建设性质', '工程性质', 'scope'),
    date('approved', '立项日期', '批复日期', '立项', 'approval_date'),
    date('designFreeze', '施工图审定', '设计冻结', '设计定稿', '施工图完成', 'design_freeze'),
    date('worksStart', '开工日期', '计划开工', '开工时间', 'KGSJ', 'start_date'),
    date('worksEnd', '竣工日期', '计划竣工', '完工日期', '通车日期', 'completion_date', 'opened'),
    count('investment', '10k yuan', '投资', '总投资', '投资额', '投资万元', 'investment'),
    STEWARD,
  ],
};

const STRATA = { shallow: ['浅层'], 'sub-shallow': ['次浅层'], 'sub-deep': ['次深层'], deep: ['深层'] };
const undergroundZone: InputSchema = {
  id: 'underground-zone', geometry: ['polygon'], nameHints: ['地下空间', '规划图斑', '管制', '适建', 'zone', 'underground'],
  fields: [
    choice('suitability', { forbidden: ['禁建', '禁建区', '禁止建设'], restricted: ['限建', '限建区'], caution: ['慎建', '慎建区'], suitable: ['适建', '适建区', '适宜建设'] }, '适建性', '管制分区', '适宜性', '建设管制'),
    choice('stratum', STRATA, '竖向分层', '分层', '层次'),
    text('use', '地下用途', '规划用途', '用途', 'ug_use'),
    ...DEPTHS, STEWARD,
  ],
};

const constraint: InputSchema = {
  id: 'constraint', geometry: ['point', 'line', 'polygon'], nameHints: ['限制', '约束', '管线', '地铁', '危险', '保护', 'constraint', 'pipe', 'metro'],
  fields: [
    choice('kind', {
      'metro-structure': ['地铁结构', '地铁', '轨道交通', '地铁隧道'], 'metro-planned': ['地铁规划线', '规划地铁'], 'utility-tunnel': ['综合管廊', '管廊'], 'power-corridor': ['高压廊道', '高压线'],
      'gas-main': ['燃气干管', '燃气'], pipe: ['管线', '给水', '雨水', '污水', '电力', '通信', '热力'], river: ['河湖', '河流', '水域'], 'blue-line': ['蓝线'], 'green-line': ['绿线'], 'purple-line': ['紫线'],
      heritage: ['文物', '文物保护单位', '历史建筑'], explosives: ['易燃易爆', '易燃易爆仓库', '加油站'], 'toxic-tank': ['毒害储罐', '有毒储罐', '储罐'], fault: ['断裂', '断裂带'], 'soft-soil': ['软土'], 'artesian-water': ['承压水'],
      'existing-basement': ['既有地下室', '地下室'], 'existing-shelter': ['既有人防', '人防工程'], 'protected-tree': ['古树', '古树名木', '保护树木'], foundation: ['基础', '桩基'], tunnel: ['隧道'], military: ['军事'],
    }, '类型', '限制类型', '种类', '类别', 'kind', 'type'),
    number('clearance', 'm', { min: 0, max: 2000 }, '净距', '避让距离', '安全距离', '控制距离', 'buffer_m', 'clearance'),
    ...DEPTHS, STEWARD,
  ],
};

const landParcel: InputSchema = {
  id: 'land-parcel', geometry: ['polygon'], nameHints: ['用地', '地块', '土地', 'parcel', 'land'],
  fields: [text('landUse', '用地性质', '用地代码', '用地类别', 'YDDM', 'landuse', 'land_use'), text('landUse2023', '用地用海分类', '国土分类', 'landuse_code_2023'), text('owner', '权属', '产权', '使用权人'), count('area', 'm2', '面积', '用地面积')],
};
const walkingNetwork: InputSchema = {
  id: 'walking-network', geometry: ['line'], nameHints: ['步行', '人行', '路网', 'walk', 'footway', 'path'],
  fields: [text('roadClass', '道路等级', 'highway', 'road_class')],
};
const boundary: InputSchema = { id: 'boundary', geometry: ['line', 'polygon'], nameHints: ['边界', '范围', '规划范围', 'boundary', 'limit'], fields: [] };
const drawnSite: InputSchema = {
  id: 'drawn-site', geometry: ['polygon'], nameHints: ['选址', '拟建', 'site'],
  fields: [number('levels', 'level', { min: 1, max: 10 }, '层数', '地下层数'), STEWARD],
};

/** Any columns, any geometry: base drawings and whatever else helps to find one's way. No analysis reads it. */
const reference: InputSchema = { id: 'reference', geometry: ['point', 'line', 'polygon'], nameHints: ['参考', '底图', '地形', 'reference', 'basemap'], fields: [] };

export const INPUT_SCHEMAS = [demandUnit, parkingFacility, shelter, roadProject, undergroundZone, constraint, landParcel, walkingNetwork, boundary, drawnSite, reference];
