import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BasemapPlace, createProject, handOut, inputOf, mergeHandedBack, openDatabase, packReckoning, readProject, subjectOfConflict, subjectOfMeasure, subjectOfSite, writeOpinion, writeOver, writeProject, type HandedBack, type Layer, type Opinion, type Project } from '../../geo/index.ts';
import { basemapOf, pictureOf } from '../support/basemaps.ts';
import { COORDINATION, feature, META, point, SHELTERS, square, stored } from './projects.ts';
import { blankSheet } from '../support/blank-sheet.ts';

const CONSTRAINTS: Layer = { id: 'constraint', schema: 'constraint', name: '约束', features: [
  feature('constraint', 'k-metro', square(114.061, 22.546), { name: '一号线区间', kind: 'metro-structure', 联系人: '绝密联系人', 联系电话: '13800001111' }),
  feature('constraint', 'k-deep', square(114.064, 22.546), { name: '深埋段机密', kind: 'metro-structure', secrecy: 'secret' }), feature('constraint', 'k-water', square(114.062, 22.547), { name: '水务暗渠乙', kind: 'river' }),
] };
const SITES: Layer = { id: 'candidate-sites/sites', schema: 'candidate-site', name: '候选', features: [feature('candidate-site', 'c1', point(114.06, 22.545), { name: '站前', relieves: '金碧小区、云海小区' })] };
const said = (subject: string, department: string, note: string): Opinion => writeOpinion({ subject, department, state: 'agreed', note, who: '王', at: '2026-11-25T08:00:00.000Z', over: [] });
const METRO = subjectOfConflict({ site: 'c1', kind: 'metro-structure', id: 'k-metro' }), WATER = subjectOfConflict({ site: 'c1', kind: 'river', id: 'k-water' });
const pictures = [[200, 30, 40], [10, 90, 250]].map((colour) => pictureOf(40, 30, () => colour as [number, number, number]));
const BASEMAPS = (() => {
  const basemaps = [basemapOf(pictures[0], { fileName: '内网扫描.png', name: '旧总图' }), basemapOf(pictures[1], { id: 'basemap-2', name: '机密影像', source: '某部航测队', secrecy: 'secret' })];
  return { basemaps, pictures: new Map(basemaps.map(({ sha256 }, i) => [sha256, pictures[i]])) };
})();
const PROJECT: Project = {
  ...META, origin: 'o-1', ...COORDINATION, ...BASEMAPS, layouts: [blankSheet()],
  layers: [stored(CONSTRAINTS, { fileName: '内网路径.gpkg', setAside: [feature('constraint', 'aside', point(114, 22), { name: '搁置管段' })], issues: [{ code: 'id.missing', severity: 'info', layer: 'constraint', features: ['问题要素'], rows: [1], params: { row: 1, n: 1 } }] }), stored(SHELTERS)],
  runs: [{ id: 'candidate-sites', analysis: 'candidate-sites', version: 1, scenario: null, params: {}, inputs: { shelters: inputOf(SHELTERS, 'shelter', '来源文件.geojson', null) }, layers: { sites: SITES }, indicators: [], issues: [], reckoning: packReckoning({ sites: { c1: [{ key: 'cut.river', value: 3, params: { name: '推算提到暗渠' } }] } }) }],
  opinions: [said(METRO, 'metro', '加强监测'), said(WATER, 'water', '暗渠不得迁改'), said(subjectOfSite('c1'), 'planning', '符合规划'), said(subjectOfMeasure('m1'), 'planning', '开放意见文')],
  meetings: [{ ...COORDINATION.meetings[0], attendees: [{ department: 'metro', people: '地铁李' }, { department: 'water', people: '水务张三丰' }], actions: [{ id: 'a1', view: null, text: '复核', owner: '地铁', due: null, done: false }, { id: 'a2', view: null, text: '勘察', owner: '', due: null, done: false }], views: [{ id: 'v', title: '议题', notes: '主持人私语', camera: null, scenario: 'baseline', compare: null, hidden: { shelter: true, constraint: false }, highlight: { layerId: 'shelter', featureId: 'S1' }, drawing: null }] }],
};
const WISHES = { department: 'metro', layers: null, level: 'internal', origin: 'o-1', saved: '2026-11-26T00:00:00.000Z' } as const;
async function bytesOf(project: Project): Promise<Uint8Array> {
  const db = await openDatabase();
  createProject(db, project);
  writeProject(db, project);
  const bytes = db.bytes();
  db.close();
  return bytes;
}
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(Buffer.from(text, 'utf8')) || Buffer.from(bytes).includes(Buffer.from(text, 'utf16le'));

describe('a file for one department', () => {
  it('holds its constraints, the sites, what was said of them, measures and the meeting', async () => {
    const { project, issues } = readProject(await openDatabase(await bytesOf(handOut(PROJECT, WISHES))));
    expect(issues).toEqual([]);
    expect(project).toMatchObject({ origin: 'o-1', handOut: { department: 'metro' } });
    expect(project.layers.map(({ layer }) => [layer.id, layer.features.map(({ id }) => id)])).toEqual([['constraint', ['k-metro']]]);
    expect(project.runs.map(({ id, layers }) => [id, Object.keys(layers)])).toEqual([['candidate-sites', ['sites']]]);
    expect(project.opinions.map(({ note }) => note).sort()).toEqual(['加强监测', '符合规划'].sort());
    expect(project.meetings[0]).toMatchObject({ attendees: [{ people: '地铁李' }, { people: '' }], decisions: [{ text: '同意' }] });
  });
  it('has nothing else in its bytes, free pages included', async () => {
    const bytes = await bytesOf(handOut(PROJECT, WISHES)), whole = await bytesOf(PROJECT);
    const hidden = ['深埋段机密', 'k-deep', '水务暗渠乙', 'k-water', '人民路地下室', '第二', "O'Brien", '市人防办', '绝密联系人', '13800001111', '金碧小区', '内网路径', '搁置管段', '问题要素', '来源文件', '推算提到暗渠', '暗渠不得迁改', '开放意见文', '水务张三丰', '主持人私语', '试验图', '开放第二工程', '旧总图', '内网扫描', '机密影像', '某部航测队'];
    for (const text of hidden) expect([text, holds(whole, text) || holds(whole, JSON.stringify(text).slice(1, -1))]).toEqual([text, true]);
    expect(hidden.filter((text) => holds(bytes, text))).toEqual([]);
    for (const text of ['一号线区间', '站前', '加强监测']) expect(holds(bytes, text)).toBe(true);
  });
  it('follows the choice of layers, and the level', async () => {
    const bytes = await bytesOf(handOut(PROJECT, { ...WISHES, layers: ['shelter'] }));
    expect(holds(bytes, '人民路地下室')).toBe(true);
    expect(holds(bytes, '一号线区间') || holds(bytes, '加强监测')).toBe(false);
    expect(holds(await bytesOf(handOut(PROJECT, { ...WISHES, level: 'secret' })), '深埋段机密')).toBe(true);
    expect(handOut(PROJECT, { ...WISHES, department: 'planning' }).layers.map(({ layer }) => layer.features.length)).toEqual([2, 3]);
  });
  it('holds a basemap only where it is chosen and within the level, without its file’s name', async () => {
    expect(handOut(PROJECT, WISHES)).toMatchObject({ basemaps: [] });
    const chosen = { ...WISHES, layers: ['constraint', 'basemap-1', 'basemap-2'] }, bytes = await bytesOf(handOut(PROJECT, chosen)), { project } = readProject(await openDatabase(bytes));
    expect(project.basemaps).toEqual([{ ...BASEMAPS.basemaps[0], fileName: '' }]);
    expect([...project.pictures!]).toEqual([[BASEMAPS.basemaps[0].sha256, pictures[0]]]);
    expect(Buffer.from(bytes).includes(Buffer.from(pictures[1].subarray(40, 90))) || holds(bytes, '内网扫描')).toBe(false);
    const grid = { kind: 'similarity', name: '城市', base: 'EPSG:4547', eastShift: 400_000.5, northShift: 3_300_000.5, rotation: 600, scale: 1.00001 } as const, inGrid = { ...BASEMAPS.basemaps[0], crs: grid, ground: { a: 1, b: 0, c: 99_000, d: 0, e: -1, f: 20_000 } };
    const [placed] = handOut({ ...PROJECT, basemaps: [inGrid] }, chosen).basemaps;
    expect(placed.crs).toBe('EPSG:4547');
    for (const [column, row] of [[0, 0], [inGrid.width, inGrid.height], [3, 5]]) new BasemapPlace(placed).toDegrees(column, row).forEach((value, axis) => expect(Math.abs(value - new BasemapPlace(inGrid).toDegrees(column, row)[axis])).toBeLessThan(1e-11));
    expect(handOut(PROJECT, { ...chosen, level: 'secret' }).basemaps.map(({ id }) => id)).toEqual(['basemap-1', 'basemap-2']);
  });
  it('is made for departments that there are, and not from a hand-out', () => {
    expect(() => handOut(PROJECT, { ...WISHES, department: 'x' })).toThrow(expect.objectContaining({ code: 'hand-out.department' }) as Error);
    expect(() => handOut(handOut(PROJECT, WISHES), WISHES)).toThrow(expect.objectContaining({ code: 'hand-out.twice' }) as Error);
  });
});

/** What a department writes on its copy. */
const write = (copy: Project, department: string, subject: string, note: string, at: string): Project => ({ ...copy, opinions: [...copy.opinions, writeOver(copy.opinions, { subject, department, state: 'conditional', note, who: '某', at })] });
const AT = '2026-11-27T08:00:00.000Z';

describe('handing back', () => {
  it('takes the words of the department and done marks, and nothing else', () => {
    const copy = write(handOut(PROJECT, WISHES), 'metro', METRO, '须加强', AT);
    const changed: Project = { ...copy, name: { zh: '改名', en: 'x' }, layers: [], measures: [], meetings: copy.meetings.map((one) => ({ ...one, title: '改题', actions: one.actions.map((action) => ({ ...action, done: action.id === 'a1' })) })) };
    const merged = mergeHandedBack(PROJECT, [changed]);
    expect(merged).toMatchObject({ refused: 0, done: 1, unsettled: [] });
    expect(merged.added.map(({ note }) => note)).toEqual(['须加强']);
    expect(merged.meetings).toEqual(PROJECT.meetings.map((one) => ({ ...one, actions: one.actions.map((action) => ({ ...action, done: action.id === 'a1' })) })));
    expect(new Set(merged.opinions.map(({ id }) => id))).toEqual(new Set([...PROJECT.opinions, ...merged.added].map(({ id }) => id)));
  });
  it('shows side by side what was said here and there meanwhile', () => {
    const here = write(PROJECT, 'metro', METRO, '这边', '2026-11-26T08:00:00.000Z'), there = write(handOut(PROJECT, WISHES), 'metro', METRO, '那边', AT);
    const merged = mergeHandedBack(here, [there]);
    expect(merged.unsettled.map((words) => words.map(({ note }) => note))).toEqual([['那边', '这边']]);
    const settled = [...merged.opinions, writeOver(merged.opinions, { subject: METRO, department: 'metro', state: 'agreed', note: '定', who: '', at: AT })];
    expect(mergeHandedBack({ ...here, opinions: settled }, [there]).unsettled).toEqual([]);
  });
  it('refuses words of others, words that were changed, and words that would silence others', () => {
    const copy = handOut(PROJECT, WISHES), water = said(WATER, 'water', 'x'), planning = copy.opinions.find(({ department }) => department === 'planning')!;
    const bad = [water, { ...said(METRO, 'metro', 'y'), note: '改过' }, writeOpinion({ ...said(METRO, 'metro', 'z'), over: [planning.id] }), writeOpinion({ ...said(METRO, 'metro', 'u'), over: [PROJECT.opinions[1].id] })];
    expect(mergeHandedBack(PROJECT, [{ ...copy, opinions: [...copy.opinions, ...bad] }])).toMatchObject({ added: [], refused: 4, opinions: PROJECT.opinions });
  });
  it.each<[string, Partial<HandedBack>]>([['not-handed-out', { handOut: undefined }], ['other-project', { origin: 'o-2' }]])('says %s', (why, change) => {
    expect(() => mergeHandedBack(PROJECT, [{ ...handOut(PROJECT, WISHES), ...change }])).toThrow(expect.objectContaining({ code: `hand-out.${why}` }) as Error);
  });
  it('in any order, in any grouping, any number of times gives the same project, byte for byte', async () => {
    const DEPARTMENTS = ['metro', 'planning', 'civil-defence'] as const;
    const EDITS = fc.array(fc.record({ who: fc.nat(3), subject: fc.constantFrom(METRO, subjectOfSite('c1')), note: fc.string({ maxLength: 4 }), minute: fc.nat(59), tick: fc.option(fc.constantFrom('a1', 'a2'), { freq: 3 }) }), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(EDITS, fc.array(fc.nat(2), { maxLength: 5 }), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (edits, again, order) => {
      let own: Project = PROJECT;
      const copies = DEPARTMENTS.map((department) => handOut(PROJECT, { ...WISHES, department }));
      for (const { who, subject, note, minute, tick } of edits) {
        const at = `2026-11-27T08:${String(minute).padStart(2, '0')}:00.000Z`, ticked = (of: Project): Project => ({ ...of, meetings: of.meetings.map((one) => ({ ...one, actions: one.actions.map((action) => ({ ...action, done: action.done || action.id === tick })) })) });
        if (who === 3) own = write(own, 'metro', subject, note, at);
        else copies[who] = ticked(write(copies[who], DEPARTMENTS[who], subject, note, at));
      }
      const merge = (into: Project, files: readonly Project[]): Project => { const { opinions, meetings } = mergeHandedBack(into, files); return { ...into, opinions, meetings }; };
      const straight = merge(own, copies);
      const other = [...order, ...again, ...order].reduce((project, i) => merge(project, [copies[i]]), own);
      expect(other.opinions).toEqual(straight.opinions);
      expect(Buffer.compare(await bytesOf(other), await bytesOf(straight))).toBe(0);
      for (const { opinions } of copies) for (const { id } of opinions) expect(straight.opinions.some((one) => one.id === id)).toBe(true);
    }), { numRuns: 60 });
  }, 120_000);
});
