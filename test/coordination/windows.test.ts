import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillParams, WINDOW_PARAMS, windowFile, windowsOf, windowTable, type Layer, type Params, type Properties } from '../../geo/index.ts';
import { openSource, workbook } from '../../geo/io/index.ts';
import { numbers } from '../support/numbers.ts';
import { feature, layer, lineOf, point } from '../sites/ground.ts';

const params = (given: Params = {}) => fillParams({ params: WINDOW_PARAMS }, given);
const road = (id: string, properties: Properties) => feature(id, lineOf([0, 0], [100, 0]), { name: `${id}路`, ...properties });
const DATE = '2026-11-24';

/*  Lead 6 months, design 6 months. r1: 2027-09-30 - 6 = 2027-03-30. r2: 2027-03-01 - 12 = 2026-03-01. r3: locked 5 years from 2025-05-01. r4: overhauled, 3 years from 2012-03-01. */
const roads = layer('road-project', road('r3', { scope: 'rebuilt', worksEnd: '2025-05-01' }), road('r2', { worksStart: '2027-03-01' }), road('r4', { scope: 'overhaul', worksEnd: '2012-03-01' }), road('r5', {}), road('r1', { designFreeze: '2027-09-30', worksStart: '2028-02-15' }));
const site = (id: string, properties: Properties) => feature(id, point(0, 0), properties);

describe('windows', () => {
  it('are counted back from the design freeze, else from the start of works; the most urgent first', () => {
    expect(windowsOf(roads, null, params(), DATE).map(({ id, phase, deadline, daysLeft, designFreeze, lockUntil }) => [id, phase, deadline, daysLeft, designFreeze, lockUntil])).toEqual([
      ['r1', 'window', '2027-03-30', 126, '2027-09-30', null],
      ['r2', 'missed', '2026-03-01', -268, '2026-09-01', null],
      ['r3', 'locked', null, null, null, '2030-05-01'],
      ['r5', 'unknown', null, null, null, null],
      ['r4', 'over', null, null, null, '2015-03-01'],
    ]);
  });
  it('are open on their last day, and missed on the next', () => {
    const on = (date: string) => windowsOf(layer('road-project', roads.features[4]), null, params(), date).map(({ phase, daysLeft }) => [phase, daysLeft]);
    expect([on('2027-03-30'), on('2027-03-31')]).toEqual([[['window', 0]], [['missed', -1]]]);
  });
  it('follow lead times and dates that are only tried; the layer stays as it is', () => {
    const before = JSON.stringify(roads);
    const [first] = windowsOf(roads, null, params({ leadMonths: 3 }), DATE);
    expect([first.id, first.deadline]).toEqual(['r1', '2027-06-30']);
    const tried = windowsOf(roads, null, params(), DATE, { r2: { worksStart: '2028-03-01' } });
    expect(tried.map(({ id, deadline, tried: was }) => [id, deadline, was]).slice(0, 2)).toEqual([['r2', '2027-03-01', true], ['r1', '2027-03-30', false]]);
    expect(JSON.stringify(roads)).toBe(before);
  });
  it('of a site are those of its own road; what another road over it forbids stands in the site', () => {
    const sites: Layer = layer('candidate-site', site('s1', { source: 'road-project', sourceId: 'r2' }), site('s2', { source: 'drawn', sourceId: 'x', deadline: '2026-12-01', locked: false }),
      site('s3', { source: 'road-project', sourceId: 'r1', locked: true, lockUntil: '2031-01-01' }), site('s4', { source: 'existing-shelter' }));
    const rows = windowsOf(roads, sites, params(), DATE).filter(({ kind }) => kind === 'candidate-site');
    expect(rows.map(({ id, phase, daysLeft, project, lockUntil }) => [id, phase, daysLeft, project, lockUntil])).toEqual([
      ['s2', 'window', 7, null, null], ['s1', 'missed', -268, 'r2', null], ['s3', 'locked', 126, 'r1', '2031-01-01'], ['s4', 'unknown', null, null, null],
    ]);
    // A date that is tried on the road moves the site with it.
    expect(windowsOf(roads, sites, params(), DATE, { r2: { worksStart: '2028-03-01' } }).find(({ id }) => id === 's1')).toMatchObject({ phase: 'window', deadline: '2027-03-01', tried: true });
  });
  it('do not depend on the order of the rows', () => {
    const random = numbers(7);
    const day = () => `20${20 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`;
    for (let round = 0; round < 200; round++) {
      const some = Array.from({ length: 8 }, (_, i) => road(`r${i}`, { ...(random() < 0.6 ? { designFreeze: day() } : {}), ...(random() < 0.6 ? { worksStart: day() } : {}), ...(random() < 0.5 ? { worksEnd: day() } : {}) }));
      const rows = windowsOf(layer('road-project', ...some), null, params(), DATE);
      expect(windowsOf(layer('road-project', ...some.reverse()), null, params(), DATE)).toEqual(rows);
      for (const { phase, daysLeft } of rows) if (phase === 'window' || phase === 'missed') expect(daysLeft! >= 0).toBe(phase === 'window');
    }
  });
});

describe('as files', () => {
  const rows = windowsOf(layer('road-project', road('r1', { name: '=紫荆路,"一期"', designFreeze: '2027-09-30' })), null, params(), DATE);
  const about = { name: '紫荆市', date: DATE, language: 'zh' } as const;

  it('a table has codes in words and disarms what a spreadsheet would compute', async () => {
    const [head, first] = (await windowFile('csv', rows, about) as string).split('\r\n');
    expect(head).toBe('\ufeff状态,剩余天数,介入截止,类别,名称,编号,所属道路项目,施工图定稿,开工,竣工,禁挖至,假设日期');
    expect(first).toBe('可介入,126,2027-03-30,道路改造项目,"\'=紫荆路,""一期""",r1,,2027-09-30,,,,否');
  });
  it('a workbook opens again with the same cells, numbers as numbers, text as text', async () => {
    const source = await openSource([{ name: 'w.xlsx', bytes: await windowFile('xlsx', rows, about) as Uint8Array }], {});
    const text = JSON.stringify(source.layers);
    for (const cell of windowTable(rows, 'zh').flat()) if (cell !== null) expect(text).toContain(JSON.stringify(cell).slice(1, -1));
  });
  it('days in a workbook are days, the same whatever the time zone, and what is no date stays text', async () => {
    const bytes = await workbook([{ name: 'd', rows: [['day', 'text'], ['2027-03-30', '2027-03-30'], ['2027-02-30', 'x'], [null, '']], days: [0] }]);
    const cells = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect([...cells.matchAll(/<c r="A(\d)"([^>]*)>(?:<v>)?(\d*)/g)].map(([, row, about, value]) => [row, /t="/.test(about), value]).filter(([row]) => row !== '1')).toEqual([['2', false, '46476'], ['3', true, expect.any(String)]]);
  });
  it('a calendar has an entry for each deadline and each lock, none for what is over', async () => {
    const text = await windowFile('ics', windowsOf(roads, null, params(), DATE), about) as string;
    expect([...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual(['deadline-road-project-r1@undercroft', 'deadline-road-project-r2@undercroft', 'lock-road-project-r3@undercroft']);
    expect(text).toContain('DTSTART;VALUE=DATE:20270330\r\n');
    expect(await windowFile('ics', windowsOf(roads, null, params(), DATE), about)).toBe(text);
  });
});
