import { describe, expect, it } from 'vitest';
import constraints from '../../data/parameters/constraints.json' with { type: 'json' };
import { agendasOf, CONFLICT_PARAMS, conflictFiles, conflictsOf, fillParams, messages, type Inputs, type Params, type Properties } from '../../geo/index.ts';
import { numbers } from '../support/numbers.ts';
import { feature, layer, lineOf, plane, rectangle, shift } from '../sites/ground.ts';

const params: Params = fillParams({ params: CONFLICT_PARAMS }, { crs: 'EPSG:4547' });
const site = (id: string, x: number, y: number, w: number, h: number, more: Properties = {}) => feature(id, rectangle(x, y, w, h), { topDepth: 3, bottomDepth: 10.8, source: 'drawn', ...more });
const rowsOf = async (inputs: Inputs) => (await conflictsOf(inputs, params)).map(({ site: at, kind, id, nature, department }) => [at, kind, id, nature, department]);

/*  site ▭ 0…100 x 0…40, 3 to 10.8 m deep
 *  metro 90…120 at 6-14 m: 10 x 40 m in common, 4.8 m of depth     deep metro below: 12-20 m, 1.2 m apart
 *  pipe 0.5 m to the north (1 m demanded)      river 20 m off (5 excludes, 30 consults)      far river 31 m off
 */
const made: Inputs = {
  'candidate-sites': layer('candidate-site', site('s', 0, 0, 100, 40)),
  constraints: layer('constraint', feature('m1', rectangle(90, -50, 30, 200), { kind: 'metro-structure', topDepth: 6, bottomDepth: 14, steward: '地铁公司' }),
    feature('m2', rectangle(40, -50, 20, 200), { kind: 'metro-structure', topDepth: 12, bottomDepth: 20 }), feature('p', rectangle(0, 40.5, 100, 1), { kind: 'pipe', topDepth: 2, bottomDepth: 4 }),
    feature('r', rectangle(0, -30, 100, 10), { kind: 'river', topDepth: 0, bottomDepth: 5 }), feature('r2', rectangle(0, 71, 100, 10), { kind: 'river', topDepth: 0, bottomDepth: 5 })),
};

describe('conflicts', () => {
  it('have overlap, clearances and the department that answers, worked out by hand', async () => {
    const rows = await conflictsOf(made, params);
    expect(rows.map(({ id, nature, department }) => [id, nature, department])).toEqual([['p', 'near', 'housing'], ['m1', 'meets', 'metro'], ['m2', 'near', 'metro'], ['r', 'consult', 'water']]);
    const [p, m1, m2, r] = rows;
    expect([m1.overlapArea, m1.clearance, m1.depthOverlap, m1.depthClearance, m1.steward, m1.required]).toEqual([expect.closeTo(400, 3), 0, expect.closeTo(4.8, 9), 0, '地铁公司', 5]);
    // It passes 1.2 m below where 5 m are demanded.
    expect([m2.depthOverlap, m2.depthClearance, m2.requiredDepth]).toEqual([0, expect.closeTo(1.2, 9), 5]);
    expect([p.clearance, p.depthOverlap, p.overlapArea]).toEqual([expect.closeTo(0.5, 5), expect.closeTo(1, 9), 0]);
    expect(r.clearance).toBeCloseTo(20, 4);
  });
  it('say of what input the other thing is, and where: on common ground, else where it comes nearest', async () => {
    const line = { 'candidate-sites': made['candidate-sites'], constraints: layer('constraint', feature('l', lineOf([50, -100], [50, 100]), { kind: 'pipe' })), shelters: layer('shelter', feature('w', rectangle(101, 0, 30, 40), { topDepth: 3, bottomDepth: 8 })) };
    const at = (rows: Awaited<ReturnType<typeof conflictsOf>>) => Object.fromEntries(rows.map(({ id, layer: from, place }) => [id, [from, ...plane.forward(...place)]]));
    const rows = at([...await conflictsOf(made, params), ...await conflictsOf(line, params)]);
    const within = (id: string, from: string, [w, s, e, n]: number[]) => {
      const [layerOf, x, y] = rows[id] as [string, number, number];
      const [x0, y0] = shift([0, 0]);
      expect([id, layerOf, x - x0 >= w - 0.1 && x - x0 <= e + 0.1, y - y0 >= s - 0.1 && y - y0 <= n + 0.1]).toEqual([id, from, true, true]);
    };
    within('m1', 'constraints', [90, 0, 100, 40]);
    within('r', 'constraints', [0, -20.6, 100, -20]);
    within('l', 'constraints', [49.5, -1, 50.5, 41]);
    within('w', 'shelters', [101, 0, 101.6, 40]);
  });
  it('pass above or below where no control zone asks; an unknown depth counts as meeting', async () => {
    const pipes = layer('constraint', feature('a', rectangle(10, 0, 2, 40), { kind: 'pipe', topDepth: 1, bottomDepth: 2 }), feature('b', rectangle(20, 0, 2, 40), { kind: 'pipe', topDepth: 11, bottomDepth: 12 }), feature('c', rectangle(30, 0, 2, 40), { kind: 'pipe' }));
    expect((await conflictsOf({ ...made, constraints: pipes }, params)).map(({ id, nature, depthClearance }) => [id, nature, depthClearance === null ? null : Math.round(depthClearance * 10) / 10])).toEqual([['c', 'meets', null], ['b', 'near', 0.2], ['a', 'passes', 1]]);
  });
  it('take no breach from the chords of circles, but none off a mandatory distance; zones of another stratum say nothing', async () => {
    const inputs: Inputs = {
      ...made, constraints: layer('constraint', feature('f', rectangle(0, 42.995, 100, 1), { kind: 'gas-main' }), feature('g', rectangle(0, 42.9, 100, 1), { kind: 'gas-main' }), feature('x', rectangle(149.9, 0, 5, 5), { kind: 'explosives' })),
      'underground-zones': layer('underground-zone', feature('deep', rectangle(0, 0, 50, 50), { suitability: 'suitable', topDepth: 15, bottomDepth: 30 })),
    };
    expect((await conflictsOf(inputs, params)).map(({ id, nature }) => [id, nature])).toEqual([['x', 'near'], ['g', 'near'], ['f', 'close']]);
  });
  it('are had with roads, plan zones and works too, but not with what the site is made of', async () => {
    const inputs: Inputs = {
      'candidate-sites': layer('candidate-site', site('s', 0, 0, 100, 40, { source: 'road-project', sourceId: 'own' })),
      'road-projects': layer('road-project', feature('own', rectangle(-10, -5, 200, 50)), feature('cross', lineOf([50, -100], [50, 100]), { redLineWidth: 20 })),
      'underground-zones': layer('underground-zone', feature('z', rectangle(0, 0, 50, 50), { suitability: 'suitable', topDepth: 0, bottomDepth: 15 }), feature('no', rectangle(80, 0, 50, 50), { suitability: 'forbidden', topDepth: 0, bottomDepth: 15 })),
      shelters: layer('shelter', feature('w', rectangle(95, 0, 30, 40), { topDepth: 3, bottomDepth: 8 })),
    };
    expect(await rowsOf(inputs)).toEqual([
      ['s', 'existing-shelter', 'w', 'meets', 'civil-defence'], ['s', 'road-project', 'cross', 'meets', 'housing'], ['s', 'forbidden-zone', 'no', 'meets', 'planning'], ['s', 'plan-zone', 'z', 'meets', 'planning'],
    ]);
    // What the pair of kinds demands, of works from their own row: where the pair states 0, touching is enough.
    expect((await conflictsOf(inputs, params)).map(({ id, required }) => [id, required])).toEqual([['w', 3], ['cross', 0], ['no', 0], ['z', 0]]);
  });
  it('have the figures of plain arithmetic in random cases, and do not depend on the order of the rows', async () => {
    const random = numbers(5);
    const upTo = (n: number) => Math.round(random() * n * 10) / 10;
    const box = () => ({ x: upTo(200), y: upTo(200), w: 5 + upTo(80), h: 5 + upTo(80), top: upTo(12), deep: 1 + upTo(8) });
    let met = 0, apart = 0;
    for (let round = 0; round < 40; round++) {
      const sites = Array.from({ length: 4 }, box), pipes = Array.from({ length: 6 }, box);
      const of = (kind: 'candidate-site' | 'constraint', boxes: typeof sites) => layer(kind, ...boxes.map(({ x, y, w, h, top, deep }, i) => feature(`${kind}${i}`, rectangle(x, y, w, h), { topDepth: top, bottomDepth: top + deep, kind: 'heritage' })));
      const inputs: Inputs = { 'candidate-sites': of('candidate-site', sites), constraints: of('constraint', pipes) };
      const rows = await conflictsOf(inputs, params);
      const turned = await conflictsOf(Object.fromEntries(Object.entries(inputs).map(([name, own]) => [name, { ...own!, features: [...own!.features].reverse() }])), params);
      expect(turned).toEqual(rows);
      const seen = new Map(rows.map((row) => [`${row.site} ${row.id}`, row]));
      sites.forEach((a, i) => pipes.forEach((b, j) => {
        const dx = Math.max(b.x - a.x - a.w, a.x - b.x - b.w), dy = Math.max(b.y - a.y - a.h, a.y - b.y - b.h);
        const clearance = Math.sqrt(Math.max(dx, 0) ** 2 + Math.max(dy, 0) ** 2);
        if (Math.abs(clearance - constraints.heritage.consult) < 1e-3) return;
        const row = seen.get(`candidate-site${i} constraint${j}`);
        expect(row !== undefined, `${round} ${i} ${j}`).toBe(clearance <= constraints.heritage.consult);
        if (!row) return;
        // Through degrees and back, at 0.1 mm.
        expect(row.clearance).toBeCloseTo(clearance, 4);
        expect(row.overlapArea).toBeCloseTo(dx < 0 && dy < 0 ? (Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) * (Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)) : 0, 2);
        expect(row.depthOverlap).toBeCloseTo(Math.max(0, Math.min(a.top + a.deep, b.top + b.deep) - Math.max(a.top, b.top)), 9);
        if (row.overlapArea > 0) met++; else apart++;
      }));
    }
    expect(Math.min(met, apart)).toBeGreaterThan(50);
  });
});

describe('agendas', () => {
  it('are a page a department, the gravest site first', async () => {
    const two = { ...made, 'candidate-sites': layer('candidate-site', site('a', 200, 0, 20, 40), site('s', 0, 0, 100, 40)) };
    const agendas = agendasOf(await conflictsOf(two, params));
    expect(agendas.map(({ department, counts }) => [department, counts.meets, counts.near, counts.consult])).toEqual([['housing', 0, 1, 0], ['metro', 1, 1, 0], ['water', 0, 0, 1]]);
    const near = agendasOf(await conflictsOf({ ...two, 'candidate-sites': layer('candidate-site', site('a', 140, 0, 20, 40), site('s', 0, 0, 100, 40)) }, params));
    expect(near.find(({ department }) => department === 'metro')!.sites.map((one) => one.site)).toEqual(['s', 'a']);
  });
  it('have words for departments and kinds; a workbook and JSON give them out', async () => {
    const rules = Object.entries(constraints);
    expect(rules.filter(([, { department }]) => !messages[`department.${department}`]).map(([kind]) => kind)).toEqual([]);
    expect(rules.filter(([kind]) => !messages[`choice.kind.${kind}`] && !messages[`conflict.kind.${kind}`]).map(([kind]) => kind)).toEqual([]);
    const agendas = agendasOf(await conflictsOf(made, params));
    const said = { state: 'agreed', note: '净距足够', who: '王工', at: '2026-11-20T08:00:00.000Z' }, saidOf = () => said;
    const expected = agendas.map((agenda) => ({ ...agenda, sites: agenda.sites.map((site) => ({ ...site, conflicts: site.conflicts.map((row) => ({ ...row, said })) })) }));
    expect(JSON.parse(await conflictFiles('json', agendas, 'zh', saidOf) as string)).toEqual(JSON.parse(JSON.stringify(expected)));
    expect((await conflictFiles('xlsx', agendas, 'zh', saidOf) as Uint8Array).length).toBeGreaterThan(1000);
  });
});
