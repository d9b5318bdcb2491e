import { DOMParser } from '@xmldom/xmldom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { composeMinutes, HOUSE_TEMPLATE, minutesFile, minutesTemplateFromText, minutesTemplateText, unzip, type Minutes } from '../../geo/index.ts';
import { testFaces } from '../support/faces.ts';
import { pictureDrawing, restOfLegend } from '../../geo/meeting/minutes/map-picture.ts';
import { hasPoppler, NO_POPPLER, readWith } from '../support/poppler.ts';
import { MEETING, SOURCE, WISHES } from './council.ts';

const tables = ({ blocks }: Minutes) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const tableWith = (minutes: Minutes, head: string) => tables(minutes).find((table) => table.head?.[0] === head)!;
const allText = (minutes: Minutes) => JSON.stringify(minutes.blocks, (key, value: unknown) => (key === 'source' ? undefined : value));

describe('minutes of a meeting', () => {
  const minutes = composeMinutes(SOURCE, WISHES);

  it('say who met, and leave a number open that nobody gave', () => {
    const [facts] = tables(minutes);
    expect(facts.rows).toContainEqual(['编号', '________________']);
    expect(facts.rows).toContainEqual(['参加', '规划部门：赵、钱']);
    expect(tables(composeMinutes(SOURCE, { ...WISHES, meeting: { ...MEETING, number: '〔2026〕12 号' } }))[0].rows).toContainEqual(['编号', '〔2026〕12 号']);
    expect(minutes.mark).toBe('密级：内部 · 虚构数据');
  });
  it('go through the agenda with a map of each view, of both sides where it compares', () => {
    expect(minutes.blocks.flatMap((block) => (block.kind === 'map' ? [block.caption] : []))).toEqual(['图 1 站前选址与地铁（现状，1:50,000）', '图 2 站前选址与地铁（方案一，1:50,000）', '图 3 人防工程夜间开放（方案一，1:25,000）'].map((caption) => expect.stringMatching(new RegExp(`^${caption.slice(0, 14)}`)) as string));
    const at = minutes.blocks.findIndex((block) => block.kind === 'list');
    expect(minutes.blocks[at]).toEqual({ kind: 'list', lines: ['站前选址纳入近期计划'] });
  });
  it('name what is spoken of, and mark words of one department that stand side by side', () => {
    const { rows, marked } = tableWith(minutes, '事项');
    const metro = rows.flatMap((row, i) => (row[1] === '轨道交通（地铁）公司' ? [i] : []));
    expect(metro.map((i) => rows[i])).toEqual([['紫荆路站前 与 地铁结构“一号线区间”', '轨道交通（地铁）公司', '不同意（未定：同一部门并存多条）', '净距不足', '王工', '2026-11-26'], ['紫荆路站前 与 地铁结构“一号线区间”', '轨道交通（地铁）公司', '有条件同意（未定：同一部门并存多条）', '加强监测', '王工', '2026-11-25']]);
    expect([...marked]).toEqual(metro);
    expect(rows.map(([subject]) => subject)).toContain('措施“开放第二工程”');
  });
  it('leave out what is above their level, and say that they do', () => {
    expect(allText(minutes)).not.toContain('机密管廊');
    expect(allText(minutes)).toContain('另有 1 条意见');
    expect(allText(composeMinutes(SOURCE, { ...WISHES, level: 'secret' }))).toContain('机密管廊不得穿越');
    const drawn = minutes.blocks.flatMap((block) => (block.kind === 'map' ? block.source.layers.flatMap(({ layer }) => layer.features.map(({ id }) => id)) : []));
    expect(drawn).toContain('k1');
    expect(drawn).not.toContain('k9');
  });
  it('put what is overdue first, against the day that is passed in', () => {
    const { rows, marked } = tableWith(minutes, '任务');
    expect(rows.map(([text, , , state]) => [text, state])).toEqual([['提交净距复核', '已逾期 12 天'], ['完成地质勘察', '未完成'], ['通报结果', '已完成']]);
    expect([...marked]).toEqual([0]);
    expect(tableWith(composeMinutes(SOURCE, { ...WISHES, today: '2026-11-20' }), '任务').marked.size).toBe(0);
  });
  it('line the scenarios up with what differs from the baseline', () => {
    const { head, rows } = tableWith(minutes, '指标');
    expect(head).toEqual(['指标', '现状', '方案一']);
    expect(rows).toContainEqual(['缺口合计（停车缺口 · 夜间）', '1,200 个泊位', '1,170 个泊位（-30 个泊位）']);
    expect(rows).toContainEqual(['服务满足率（停车缺口 · 夜间）', '81.3%', '81.7%（+0.5 个百分点）']);
    expect(tableWith(minutes, '分析').rows).toContainEqual(['停车缺口 · 夜间', '方案一', 'parking-shortage-night@s1@2222']);
  });
  it('follow the template: sections, order, headings, texts with placeholders', () => {
    const sections = HOUSE_TEMPLATE.sections.map((one) => ({ ...one, on: ['decisions', 'facts'].includes(one.id), heading: one.id === 'facts' ? '{meeting}概况' : '' })).reverse();
    const { blocks } = composeMinutes(SOURCE, { ...WISHES, template: { title: '{project}专题会', opening: '{date}，{chair}主持。{whatever}', closing: '完', sections } });
    expect(blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))).toEqual(['一、议定事项', '二、紫荆路地下空间会商概况']);
    expect([blocks[0], blocks[1], blocks.at(-1)]).toEqual([{ kind: 'title', text: '紫荆市试验专题会' }, { kind: 'paragraph', text: '2026-12-01，李主任主持。{whatever}' }, { kind: 'paragraph', text: '完' }]);
  });
  it('say of a section that there is nothing in it', () => {
    const empty = { ...MEETING, views: [], decisions: [], actions: [] };
    expect(composeMinutes({ ...SOURCE, opinions: [], runs: [], scenarios: [], layers: [] }, { ...WISHES, meeting: empty, language: 'en' }).blocks).toContainEqual({ kind: 'paragraph', text: 'Nothing was decided' });
  });
});

describe('a template of minutes', () => {
  it('goes to a file and comes back', () => expect(minutesTemplateFromText(minutesTemplateText({ ...HOUSE_TEMPLATE, title: '纪要“一”' }))).toEqual({ ...HOUSE_TEMPLATE, title: '纪要“一”' }));
  it.each([['{', 'foreign'], ['[]', 'foreign'], ['{"type":"undercroft-minutes-template","version":2}', 'newer'], [minutesTemplateText(HOUSE_TEMPLATE).replace('"facts"', '"agenda"'), 'damaged'], [minutesTemplateText(HOUSE_TEMPLATE).replace('"on": true', '"on": 1'), 'damaged'], [minutesTemplateText(HOUSE_TEMPLATE).replace('"title": ""', '"title": 3'), 'damaged']])('%s is refused', (text, why) => {
    expect(() => minutesTemplateFromText(text)).toThrow(expect.objectContaining({ code: `minutes.template-${why}` }) as Error);
  });
});

describe('minutes as a Word document', () => {
  afterEach(() => { vi.restoreAllMocks(); vi.useRealTimers(); });
  const parts = async (bytes: Uint8Array) => new Map((await unzip(bytes)).map(({ path, bytes: part }) => [path, part]));
  const xml = (files: Map<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path));

  it('has real headings, tables with header rows, Chinese fonts, page numbers and a picture a map', async () => {
    const files = await parts(await minutesFile('docx', SOURCE, WISHES, await testFaces()));
    const document = xml(files, 'word/document.xml');
    for (const [path, part] of files) if (path.endsWith('.xml') || path.endsWith('.rels')) new DOMParser({ onError: (_, message) => { throw new Error(`${path}: ${message}`); } }).parseFromString(new TextDecoder().decode(part), 'text/xml');
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7);
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2);
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(tables(composeMinutes(SOURCE, WISHES)).filter(({ head }) => head).length);
    expect(document.match(/<pic:pic /g)).toHaveLength(3);
    // Readers that take a bare line height for an exact one cut a picture down to a strip.
    for (const spacing of `${document}${xml(files, 'word/styles.xml')}`.match(/<w:spacing [^>]*w:line=[^>]*>/g)!) expect(spacing).toContain('w:lineRule="auto"');
    expect(document).toContain('w:w="11906" w:h="16838"');
    expect(xml(files, 'word/styles.xml')).toContain('w:eastAsia="黑体"');
    expect([...files.keys()].filter((path) => /footer\d\.xml$/.test(path)).map((path) => xml(files, path)).join('')).toMatch(/PAGE[\s\S]*NUMPAGES/);
    expect(xml(files, 'docProps/core.xml')).toContain('>2026-12-01T00:00:00Z<');
    expect(xml(files, 'word/document.xml') + xml(files, 'docProps/core.xml')).not.toContain('机密');
  }, 60_000);
  it('is the same bytes at another time, by another chance, and carries no text as markup', async () => {
    const wishes = { ...WISHES, meeting: { ...MEETING, title: '<w:b/>&\u0000甲', views: [], date: '' } };
    const first = await minutesFile('docx', SOURCE, wishes, await testFaces());
    vi.useFakeTimers({ now: 1e12, toFake: ['Date'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.123);
    expect(Buffer.compare(first, await minutesFile('docx', SOURCE, wishes, await testFaces()))).toBe(0);
    const files = await parts(first);
    expect(xml(files, 'word/document.xml')).toContain('&lt;w:b/&gt;&amp;甲纪要');
    expect(xml(files, 'docProps/core.xml')).not.toContain('dcterms:created');
  }, 60_000);
});

describe('minutes as pages', () => {
  const pdf = async (wishes: Partial<typeof WISHES> = {}, source = SOURCE) => minutesFile('pdf', source, { ...WISHES, ...wishes }, await testFaces());

  it('are the same bytes each time, with text that can be found, on A4', async ({ skip }) => {
    const bytes = await pdf();
    expect(Buffer.compare(bytes, await pdf())).toBe(0);
    if (!hasPoppler) skip(NO_POPPLER);
    const text = readWith('pdftotext', bytes, ['-layout', '#', '-']);
    for (const words of ['紫荆路地下空间会商纪要', '密级：内部 · 虚构数据', '图 3 人防工程夜间开放', '已逾期 12 天', 'parking-shortage-night@s1@2222', '第 1 页，共 4 页']) expect(text).toContain(words);
    expect(text).not.toContain('机密');
    expect(readWith('pdfinfo', bytes, ['#'])).toMatch(/Pages: +4[\s\S]*Page size: +595\.276 x 841\.89/);
  }, 60_000);
  it('keep the heading of a map on the page of its map', async ({ skip }) => {
    if (!hasPoppler) skip(NO_POPPLER);
    const views = Array.from({ length: 5 }, (_, i) => ({ ...MEETING.views[0], compare: null, id: `v${i}`, title: `第${i + 1}处`, notes: '' }));
    const template = { ...HOUSE_TEMPLATE, sections: HOUSE_TEMPLATE.sections.map((one) => ({ ...one, on: one.id === 'agenda' || one.id === 'facts' })) };
    const text = readWith('pdftotext', await pdf({ meeting: { ...MEETING, views }, template }), ['#', '-']).split('\f');
    for (let n = 1; n <= 5; n++) expect(text.find((page) => page.includes(`图 ${n} `))).toMatch(new RegExp(`议题 ?${n}[：:]`));
  }, 60_000);
  it('carry a long table over pages, its heading on each, and lose no row', async ({ skip }) => {
    if (!hasPoppler) skip(NO_POPPLER);
    const actions = Array.from({ length: 90 }, (_, i) => ({ id: `a${i}`, view: null, text: `任务第${i + 1}项，${'内容'.repeat(i === 40 ? 1400 : 3)}完${i + 1}`, owner: '规划', due: null, done: false }));
    const template = { ...HOUSE_TEMPLATE, sections: HOUSE_TEMPLATE.sections.map((one) => ({ ...one, on: one.id === 'actions' })) };
    const text = readWith('pdftotext', await pdf({ meeting: { ...MEETING, actions }, template }), ['#', '-']).split('\f').slice(0, -1);
    expect(text.length).toBeGreaterThan(3);
    for (const page of text) expect(page).toContain('责任单位');
    for (let i = 0; i < 90; i++) expect(text.join('').replace(/\s/g, '')).toContain(`完${i + 1}`);
  }, 60_000);
  it('say below a map what its legend has no room for', () => {
    const leftOut = [{ code: 'layout.legend-cut', frame: 'legend', layer: '需求单元', text: '100%' }, { code: 'layout.label-dropped', frame: 'map', layer: '人防工程', text: '某处' }, { code: 'layout.legend-cut', frame: 'legend', layer: '道路项目', text: '道路项目' }] as const;
    expect(restOfLegend({ leftOut }, 'zh')).toBe('图例另有：需求单元 100%、道路项目');
    expect(restOfLegend({ leftOut: [leftOut[1]] }, 'zh')).toBe('');
  });
  it('draw maps at the scale that stands below them', async () => {
    const { blocks } = composeMinutes(SOURCE, WISHES), map = blocks.find((block) => block.kind === 'map')!;
    const { frames } = pictureDrawing(map, 'zh', await testFaces());
    const [a, b] = frames[0].corners;
    expect((b.east - a.east) / (b.x - a.x) * 1000).toBeCloseTo(map.frame.scale, 6);
    expect(map.caption).toContain(`1:${map.frame.scale / 1000},000`);
  });
});
