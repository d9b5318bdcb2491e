import { HOUSE_TEMPLATE, measureOn, subjectOfConflict, subjectOfMeasure, subjectOfSite, writeOpinion, type Layer, type Meeting, type MinutesSource, type MinutesWishes } from '../../geo/index.ts';
import { feature, SHELTERS, square } from '../project/projects.ts';

const SITES: Layer = { id: 'candidate-sites/sites', schema: 'candidate-site', name: '候选选址', features: [feature('candidate-site', 'c1', square(114.06, 22.545, 0.003), { name: '紫荆路站前' })] };
const CONSTRAINTS: Layer = { id: 'constraint', schema: 'constraint', name: '约束', features: [
  feature('constraint', 'k1', square(114.061, 22.546, 0.002), { name: '一号线区间', kind: 'metro-structure' }), feature('constraint', 'k9', square(114.062, 22.547, 0.001), { name: '机密管廊甲', kind: 'utility-tunnel', secrecy: 'secret' }),
] };
const CONFLICT = subjectOfConflict({ site: 'c1', kind: 'metro-structure', id: 'k1' }), SECRET = subjectOfConflict({ site: 'c1', kind: 'utility-tunnel', id: 'k9' });
const said = (subject: string, department: string, state: 'agreed' | 'rejected' | 'conditional', note: string, at = '2026-11-25T08:00:00.000Z') => writeOpinion({ subject, department, state, note, who: '王工', at, over: [] });

/** A meeting with one of everything, for the figures of which somebody answers. */
export const MEETING: Meeting = {
  id: 'k1', title: '紫荆路地下空间会商', date: '2026-12-01', place: '市政府三号会议室', chair: '李主任', number: '', attendees: [{ department: 'planning', people: '赵、钱' }, { department: 'metro', people: '' }],
  views: [
    { id: 'v1', title: '站前选址与地铁', notes: '距区间约 3 米。\n需地铁公司复核。', camera: { center: [114.0625, 22.5465], zoom: 15.5, bearing: 0, pitch: 30 }, scenario: 'baseline', compare: { with: 's1', way: 'swipe' }, hidden: {}, highlight: { layerId: 'candidate-sites/sites', featureId: 'c1' }, drawing: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { colour: '#1565c0' }, geometry: { type: 'LineString', coordinates: [[114.058, 22.544], [114.066, 22.549]] } }] } },
    { id: 'v2', title: '人防工程夜间开放', notes: '', camera: null, scenario: 's1', compare: null, hidden: {}, highlight: null, drawing: null },
  ],
  decisions: [{ id: 'd1', view: 'v1', text: '站前选址纳入近期计划', at: '2026-12-01T02:00:00.000Z' }, { id: 'd2', view: null, text: '每月会商一次', at: '2026-12-01T03:00:00.000Z' }],
  actions: [
    { id: 'a1', view: null, text: '完成地质勘察', owner: '自然资源局', due: '2027-03-01', done: false }, { id: 'a2', view: 'v1', text: '提交净距复核', owner: '地铁公司', due: '2026-11-20', done: false },
    { id: 'a3', view: null, text: '通报结果', owner: '', due: null, done: true },
  ],
};
export const SOURCE: MinutesSource = {
  project: { zh: '紫荆市试验', en: 'Trial' }, invented: true, layers: [CONSTRAINTS, SHELTERS],
  measures: [measureOn('open-shelter', SHELTERS.features[1], { stalls: 30 }, { id: 'm1', steward: 'defence', cost: 12.5, phase: 1, title: '开放第二工程' })],
  scenarios: [{ id: 's1', name: '方案一', measures: ['m1'], remarks: '' }],
  opinions: [said(CONFLICT, 'metro', 'conditional', '加强监测'), said(CONFLICT, 'metro', 'rejected', '净距不足', '2026-11-26T08:00:00.000Z'), said(subjectOfMeasure('m1'), 'planning', 'agreed', ''), said(subjectOfSite('c1'), 'planning', 'agreed', '符合规划'), said(SECRET, 'housing', 'rejected', '机密管廊不得穿越')],
  runs: [
    { id: 'candidate-sites', analysis: 'candidate-sites', kind: 'candidate-sites', scenario: null, params: {}, indicators: [], layers: [SITES], keyword: 'candidate-sites@00aa11bb22cc33dd' },
    { id: 'parking-shortage-night', analysis: 'parking-shortage', kind: 'parking-shortage-night', scenario: null, params: { period: 'night' }, indicators: [{ key: 'totalUnmet', value: 1200, unit: 'stall', direction: -1 }, { key: 'servedRatio', value: 0.8125, unit: 'ratio', direction: 1 }], layers: [], keyword: 'parking-shortage-night@1111' },
    { id: 'parking-shortage-night@s1', analysis: 'parking-shortage', kind: 'parking-shortage-night', scenario: 's1', params: { period: 'night' }, indicators: [{ key: 'totalUnmet', value: 1170, unit: 'stall', direction: -1 }, { key: 'servedRatio', value: 0.8171, unit: 'ratio', direction: 1 }], layers: [], keyword: 'parking-shortage-night@s1@2222' },
  ],
};
export const WISHES: MinutesWishes = { meeting: MEETING, template: HOUSE_TEMPLATE, language: 'zh', level: 'internal', today: '2026-12-02' };
