import { describe, expect, it } from 'vitest';
import { agendaPage, agendasOf, AGENDA_ROWS, drawSheet, pageSheet, subjectOfConflict, writeOver, type Conflict, type Window } from '../../geo/index.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';
import { feature, layer, plane, rectangle, shift } from '../sites/ground.ts';

const ABOUT = { project: '试验城', date: '2026-11-25', language: 'zh' } as const;
const conflict = (n: number, more: Partial<Conflict> = {}): Conflict => ({
  site: `s${n}`, siteName: `选址${n}`, kind: 'metro-structure', id: `m${n}`, name: `区间${n}`, layer: 'constraints', place: plane.inverse(...shift([n * 50, 20]) as [number, number]), nature: 'consult', department: 'metro', steward: null,
  toBeConfirmed: false, overlapArea: 0, clearance: 12.34, depthOverlap: null, depthClearance: null, required: 5, depthBasis: 'unknown', depthAssumed: [], requiredDepth: null, worst: { at: [114, 22], line: [[114, 22], [114, 22]] }, ...more,
});
const window = (kind: Window['kind'], id: string, project: string | null, phase: Window['phase'] = 'window'): Window => ({
  kind, id, name: id, project, phase, deadline: '2027-03-30', daysLeft: 125, designFreeze: '2027-09-30', worksStart: '2028-02-15', worksEnd: null, lockUntil: null, tried: false,
});
const agenda = (conflicts: readonly Conflict[]) => agendasOf(conflicts)[0];

describe('the agenda of a department', () => {
  const two = [conflict(1, { nature: 'meets', overlapArea: 385.6, clearance: 0, depthOverlap: 4.8 }), conflict(2)];
  it('says what it has to say on which site, and what it has said', () => {
    const opinions = [writeOver([], { subject: subjectOfConflict(two[1]), department: 'metro', state: 'conditional', note: '', who: '', at: '2026-11-25T00:00:00.000Z' })];
    const page = agendaPage(agenda(two), opinions, [], ABOUT);
    expect(page.title).toBe('试验城：轨道交通（地铁）公司议题');
    expect(page.conflicts.rows.slice(1)).toEqual([
      ['1', '选址1', '区间1', '地铁结构', '平面与竖向均冲突', '386', '0.0', '4.8', '待议'],
      ['2', '选址2', '区间2', '地铁结构', '在征求意见范围内', '0', '12.3', '—', '有条件同意'],
    ]);
    expect(page.summary).toMatch(/候选选址 2 处，需议事项 2 项.*有条件 1.*待议 1.*2026-11-25/);
    expect(page.places.map(({ text }) => text)).toEqual(['1', '2']);
  });
  it('has the windows of its sites, their road projects and the roads they are in conflict with, and no others', () => {
    const windows = [window('road-project', 'own', null), window('candidate-site', 's1', 'own'), window('candidate-site', 's2', null), window('road-project', 'crossed', null, 'missed'), window('road-project', 'far', null), window('candidate-site', 's9', null), window('road-project', 'over', null, 'over')];
    const page = agendaPage(agenda([...two, conflict(2, { kind: 'road-project', id: 'crossed' }), conflict(2, { kind: 'road-project', id: 'over' })]), [], windows, ABOUT);
    expect(page.windows.rows.slice(1).map(([name, phase]) => [name, phase])).toEqual([['own', '可介入'], ['s2', '可介入'], ['crossed', '已错过']]);
  });
  it('says how many found no room, and everything that it says fits on one page of A4', async () => {
    const many = Array.from({ length: 30 }, (_, n) => conflict(n)), windows = Array.from({ length: 30 }, (_, n) => window('candidate-site', `s${n}`, null));
    const { conflicts: main, windows: foot, sites, ...page } = agendaPage(agenda(many), [], windows, ABOUT);
    expect([main.rows.length, foot.rows.length]).toEqual([1 + AGENDA_ROWS.conflicts, 1 + AGENDA_ROWS.windows]);
    expect(main.rows.at(-1)).toEqual(['', '另有 11 项，见 Excel 表']);
    expect(page.places).toHaveLength(AGENDA_ROWS.conflicts - 1);
    const ground = layer('candidate-site', ...many.map(({ site }, n) => feature(site, rectangle(n * 50, 0, 40, 40), { rank: n + 1 })));
    const sheet = pageSheet({ ...page, id: 'agenda', language: 'zh', project: '试验城', date: ABOUT.date, layers: [ground], about: [{ features: ground.features.filter(({ id }) => sites.includes(id)) }], tables: [main, foot] });
    const { leftOut, width, height } = drawSheet(sheet, sheetSource([ground]), await testFaces());
    expect([width, height]).toEqual([210, 297]);
    expect(leftOut).toEqual([]);
    const map = sheet.elements.find((element) => element.kind === 'map')!;
    // 1,340 m of sites on 120 mm of map, with a margin of 6 %.
    expect(map.scale).toBe(12_000);
    expect(map.outlines).toHaveLength(AGENDA_ROWS.conflicts - 1);
  });
});
