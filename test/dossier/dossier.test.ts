import { describe, expect, it } from 'vitest';
import { DEFAULT_STRATA, dossierPage, dossierSheets, dossiersOf, drawSheet, rankSites, sheetFromText, sitesOfPortfolio, sitesOfScenario, subjectOfConflict, templateText, weightsOfRun, indicatorTableOf, writeOver, type DossierSource, type Inputs, type Measure, type SectionBox } from '../../geo/index.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';
import { defaults, feature, layer, lineOf, rectangle, run } from '../sites/ground.ts';

/*  Two drawn sites; beside the first a metro tunnel 20 m off at 6-14 m, over it a pipe at 0.5-1.2 m, and an old tunnel whose depths nobody knows.
 *  The second is secret, and so is a line beside the first. */
const inputs: Inputs = {
  'demand-units': layer('demand-unit', feature('home', rectangle(-100, 60, 80, 40), { households: 300, population: 900 })),
  'drawn-sites': layer('drawn-site', feature('a', rectangle(0, 0, 100, 40), { name: '东园' }), feature('b', rectangle(400, 0, 120, 40), { name: '西园', secrecy: 'secret' })),
  constraints: layer('constraint', feature('m', rectangle(122, -100, 10, 300), { name: '三号线', kind: 'metro-structure', topDepth: 6, bottomDepth: 14 }), feature('p', lineOf([50, -50], [50, 90]), { name: '给水管', kind: 'pipe', topDepth: 0.5, bottomDepth: 1.2 }),
    feature('x', rectangle(-30, -100, 6, 300), { name: '暗线', kind: 'metro-structure', secrecy: 'secret' }), feature('q', rectangle(-20, -100, 6, 300), { name: '旧隧道', kind: 'metro-structure' })),
};
async function sourceOf(): Promise<DossierSource> {
  const { layers, indicators, explain } = await run(inputs, { date: '2026-11-25' });
  return {
    project: '紫荆市', layers: Object.values(inputs).flatMap((one) => one ?? []), inputs, opinions: [writeOver([], { subject: subjectOfConflict({ site: 'drawn-a-1', kind: 'metro-structure', id: 'm' }), department: 'metro', state: 'rejected', note: '致电', who: '张三', at: '2026-11-25T00:00:00.000Z' })],
    run: { id: 'r', scenario: null, params: { ...defaults, crs: 'EPSG:4547', date: '2026-11-25' }, indicators, sites: { ...layers['candidate-sites'], id: 'r/candidate-sites' }, keyword: 'r@0123456789abcdef', factorsOf: async (id) => explain['candidate-sites'][id] ?? [] },
  };
}
const WISHES = { sites: ['drawn-a-1'], level: 'internal', date: '2026-11-25' } as const;

describe('a dossier', () => {
  it('says nothing but what stands in the run, with the parameters of the run', async () => {
    const source = await sourceOf(), [dossier] = await dossiersOf(source, WISHES);
    const { properties } = source.run.sites.features.find(({ id }) => id === 'drawn-a-1')!;
    for (const { key, value } of [...dossier.facts, ...dossier.relief]) expect(value, key).toEqual(properties[key.split('.').at(-1)!] === '' ? null : properties[key.split('.').at(-1)!] ?? null);
    for (const { key, value } of dossier.facts.flatMap(({ params = [] }) => params)) expect(value, key).toBe(source.run.params[key]);
    expect(dossier.facts.flatMap(({ params = [] }) => params.map(({ key }) => key))).toEqual(expect.arrayContaining(['areaPerStall', 'levelHeight', 'minWidth']));
    const ranked = rankSites(indicatorTableOf(source.run.sites.features), weightsOfRun(source.run)).sites.find(({ id }) => id === 'drawn-a-1')!;
    expect(dossier.benefits.reduce((sum, { score, weight }) => sum + score * weight, 0)).toBeCloseTo(Number(properties['score']), 9);
    expect(dossier.benefits.flatMap(({ factors }) => factors).reduce((sum, { params }) => sum + Number(params!['contribution']), 0)).toBeCloseTo(ranked.score, 9);
    expect([dossier.rank, dossier.of, dossier.keyword]).toEqual([properties['rank'], 2, 'r@0123456789abcdef']);
  });

  it('has what stands beside it with its depths as delivered, unknown as unknown, and what its department said', async () => {
    const [dossier] = await dossiersOf(await sourceOf(), WISHES);
    const beside = Object.fromEntries(dossier.neighbours.map(({ row, top, bottom }) => [row.conflict.name, [top, bottom, row.state]]));
    expect(beside).toEqual({ 三号线: [6, 14, 'rejected'], 给水管: [0.5, 1.2, 'open'], 旧隧道: [null, null, 'open'] });
    const page = dossierPage(dossier, { project: '紫荆市', language: 'zh', most: 10, strata: DEFAULT_STRATA });
    const depth = (name: string) => page.conflicts.rows.find((cells) => cells[1] === name)![5];
    expect([depth('三号线'), depth('旧隧道')]).toEqual(['6.0 ~ 14.0', '—']);
    expect(page.section.neighbours.map(({ mark, name }) => [mark, name])).toEqual(page.conflicts.rows.slice(1).map(([mark, name]) => [mark, name]));
    expect(JSON.stringify(page)).not.toMatch(/张三|致电|暗线|西园/);
    expect(JSON.stringify(dossierPage(dossier, { project: 'P', language: 'en', most: 10, strata: DEFAULT_STRATA }))).not.toMatch(/dossier\.|field\.|factor\.|window\.|undefined|NaN/);
  });

  it('counts what the page has no room for', async () => {
    const [dossier] = await dossiersOf(await sourceOf(), WISHES), page = dossierPage(dossier, { project: '', language: 'zh', most: 2, strata: DEFAULT_STRATA });
    expect(page.conflicts.rows.slice(1)).toEqual([expect.arrayContaining(['1']), ['', '另有 2 项']]);
    expect([page.section.neighbours.length, page.places.length]).toEqual([1, 1]);
  });

  it('of what is above the level there is none', async () => {
    const source = await sourceOf();
    await expect(dossiersOf(source, { ...WISHES, sites: ['drawn-b-1'] })).rejects.toMatchObject({ code: 'dossier.no-site', params: { known: 'drawn-a-1' } });
    const both = await dossiersOf(source, { ...WISHES, level: 'secret', sites: ['drawn-b-1', 'drawn-a-1'] });
    expect(both.map(({ name, conflicts }) => [name, conflicts.some(({ conflict }) => conflict.name === '暗线')])).toEqual([['西园', false], ['东园', true]]);
  });

  it.each(['A4', 'A3'] as const)('fits on one page of %s, and goes as a template without its figures and places', async (paper) => {
    const source = await sourceOf(), faces = await testFaces();
    for (const language of ['zh', 'en'] as const) {
      const [sheet] = await dossierSheets(source, { ...WISHES, language, paper });
      const { leftOut } = drawSheet(sheet, sheetSource([...source.layers, source.run.sites]), faces);
      expect(leftOut).toEqual([]);
      const text = templateText(sheet), back = sheetFromText(text);
      expect(text).not.toMatch(/三号线|给水管|"corners"/);
      expect(back.elements.find((element): element is SectionBox => element.kind === 'section')).toMatchObject({ site: null, neighbours: [] });
    }
  });
});

describe('lists of sites', () => {
  it('are those that a scenario builds and those that a portfolio chose, by phase', () => {
    const measure = (id: string, kind: Measure['kind'], siteId: string | null): Measure => ({ id, kind, title: id, steward: '', cost: null, phase: null, remarks: '', target: null, set: siteId === null ? {} : { siteId }, was: {}, site: null });
    const measures = [measure('m1', 'build-site', 's1'), measure('m2', 'open-shelter', null), measure('m3', 'build-site', 's3'), measure('m4', 'build-site', 's4')];
    expect(sitesOfScenario({ id: 'f', name: '', measures: ['m3', 'm2', 'm1'], remarks: '' }, measures).sort()).toEqual(['s1', 's3']);
    const chosen = layer('portfolio-site', feature('late', rectangle(0, 0, 1, 1), { portfolioState: 'chosen', buildPhase: 2 }), feature('left', rectangle(0, 0, 1, 1), { portfolioState: 'left' }), feature('soon', rectangle(0, 0, 1, 1), { portfolioState: 'must', buildPhase: 1 }));
    expect(sitesOfPortfolio(chosen)).toEqual(['soon', 'late']);
  });
});
