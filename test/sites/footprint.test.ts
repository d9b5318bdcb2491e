import { describe, expect, it } from 'vitest';
import { planeArea } from '../../geo/crs/index.ts';
import { loadKernel, projectGeometry } from '../../geo/geometry/index.ts';
import type { PlanFeature, Properties } from '../../geo/model/index.ts';
import { boxOf, levelsAbove, meeting } from '../../geo/sites/index.ts';
import { numbers } from '../support/numbers.ts';
import { feature, layer, lineOf, numberAt, plane, point, rectangle, run } from './ground.ts';

const kernel = await loadKernel();
const corridor = feature('r1', rectangle(0, 0, 400, 40));
const roads = { 'road-projects': layer('road-project', corridor) };
/** Opening by a disc rounds convex corners: four of them at half the clear width. */
const CORNERS = (4 - Math.PI) * 8.25 * 8.25;
const INNER = 396 * 36;
const constraints = (...features: PlanFeature[]) => ({ constraints: layer('constraint', ...features) });
const total = (sites: readonly PlanFeature[], key: string) => sites.reduce((sum, site) => sum + numberAt(site, key), 0);

/*   0        180 200 220        400
 * 40 ┌──────────┬───┬───────────┐    road corridor 400 x 40, setback 2 m: 396 x 36
 *    │          │ M │           │    M metro at 6-14 m, cuts 20 m + 5 m each side
 *  0 └──────────┴───┴───────────┘    P pipe at 1.5-2.1 m along y = 20, passes above the box
 */
describe('a corridor of 400 x 40 m', () => {
  it('keeps all but the setback and the corners, on two levels under 3 m of cover', async () => {
    const { sites, failed } = await run(roads);
    expect(failed).toHaveLength(0);
    expect(sites).toHaveLength(1);
    const area = numberAt(sites[0], 'area');
    expect(Math.abs(area - (INNER - CORNERS))).toBeLessThan(1);
    expect(sites[0].properties).toMatchObject({ id: 'road-project-r1-1', name: 'r1', source: 'road-project', sourceId: 'r1', levels: 2, topDepth: 3, bottomDepth: 10.8, stratum: 'shallow', status: 'ok', consult: '' });
    expect(numberAt(sites[0], 'length')).toBeCloseTo(396, 1);
    expect(Math.abs(numberAt(sites[0], 'minWidth') - 36)).toBeLessThan(0.2);
    expect(sites[0].properties['grossFloorArea']).toBe(area * 2);
    expect(sites[0].properties['stalls']).toBe(Math.floor(area * 2 / 35));
    expect(sites[0].properties['shelterPlaces']).toBe(Math.floor(area * 2 * 0.69));
    expect(sites[0].properties['protectiveUnits']).toBe(15);
    expect(Math.abs(numberAt(sites[0], 'ellipsoidalArea') / area - 1)).toBeLessThan(5e-5);
  });
  it('is the same from a centre line and its red-line width', async () => {
    const { sites } = await run({ 'road-projects': layer('road-project', feature('r1', lineOf([0, 20], [400, 20]), { redLineWidth: 40 })) });
    expect(Math.abs(numberAt(sites[0], 'area') - (INNER - CORNERS))).toBeLessThan(1);
  });
  it('takes the least width of the road class where none is given, and says so', async () => {
    const line = lineOf([0, 20], [400, 20]);
    const { sites, issues } = await run({ 'road-projects': layer('road-project', feature('r1', line, { roadClass: 'secondary' }), feature('r2', line)) });
    expect(sites.map(({ properties }) => properties['assumed'])).toEqual(['red-line-width']);
    expect(issues.find(({ code }) => code === 'sites.red-line-assumed')!.features).toEqual(['r1']);
    expect(Math.abs(numberAt(sites[0], 'area') - (396 * 21 - CORNERS))).toBeLessThan(1);
  });
  it('is not cut by a pipe that passes above the box', async () => {
    const { sites, explain } = await run({ ...roads, ...constraints(feature('p', lineOf([-50, 20], [450, 20]), { kind: 'pipe', topDepth: 1.5, bottomDepth: 2.1 })) });
    expect(Math.abs(numberAt(sites[0], 'area') - (INNER - CORNERS))).toBeLessThan(1);
    expect(explain['candidate-sites'][sites[0].id].map(({ key }) => key)).toContain('factor.passes.pipe');
  });
  it('is cut by the same pipe in the box, and by one whose depth is not known', async () => {
    for (const depth of [{ topDepth: 4, bottomDepth: 5 }, {}, { topDepth: 1.5 }] as Properties[]) {
      const { sites, issues } = await run({ ...roads, ...constraints(feature('p', lineOf([200, -50], [200, 90]), { kind: 'pipe', ...depth })) });
      expect(sites).toHaveLength(2);
      expect(Math.abs(total(sites, 'area') - (INNER - 2 * 36 - 2 * CORNERS))).toBeLessThan(2);
      expect(issues.some(({ code }) => code === 'sites.depth-unknown')).toBe(!('bottomDepth' in depth));
    }
  });
  it('falls into two sites at a metro tunnel in the depth of the box, and asks the metro company', async () => {
    const metro = feature('m', rectangle(190, -100, 20, 300), { kind: 'metro-structure', topDepth: 6, bottomDepth: 14, steward: '地铁公司' });
    const { sites } = await run({ ...roads, ...constraints(metro) });
    expect(sites.map(({ id }) => id).sort()).toEqual(['road-project-r1-1', 'road-project-r1-2']);
    // 20 m of tunnel and 5 m on both sides.
    expect(Math.abs(total(sites, 'area') - ((396 - 30) * 36 - 2 * CORNERS))).toBeLessThan(2);
    for (const { properties, geometry } of sites) {
      expect(properties).toMatchObject({ status: 'consult', consult: 'metro' });
      expect(kernel.distance(projectGeometry(plane, geometry), projectGeometry(plane, metro.geometry))).toBeGreaterThan(4.99);
    }
  });
  it('only asks where the tunnel runs below the box', async () => {
    const { sites } = await run({ ...roads, ...constraints(feature('m', rectangle(190, -100, 20, 300), { kind: 'metro-structure', topDepth: 14, bottomDepth: 20 })) });
    expect(sites).toHaveLength(1);
    expect(Math.abs(numberAt(sites[0], 'area') - (INNER - CORNERS))).toBeLessThan(1);
    expect(sites[0].properties).toMatchObject({ status: 'consult', consult: 'metro' });
  });
  it('builds one level where two would lose more ground than they gain', async () => {
    const mains = Array.from({ length: 12 }, (_, i) => feature(`m${i}`, lineOf([i * 34 + 10, -50], [i * 34 + 10, 90]), { kind: 'utility-tunnel', topDepth: 8, bottomDepth: 12 }));
    const { sites } = await run({ ...roads, ...constraints(...mains) });
    expect(sites).toHaveLength(1);
    expect(sites[0].properties).toMatchObject({ levels: 1, bottomDepth: 6.9 });
    expect(String(sites[0].properties['notes'])).toContain('fewer-levels-hold-more');
  });
  it('keeps 50 m from explosives and 100 m from toxic tanks, measured edge to edge, whatever smaller clearance is given', async () => {
    for (const [kind, least] of [['explosives', 50], ['toxic-tank', 100]] as const) {
      const store = feature('e', point(200, 80), { kind, clearance: 10 });
      const { sites } = await run({ ...roads, ...constraints(store) });
      for (const { geometry } of sites) expect(kernel.distance(projectGeometry(plane, geometry), projectGeometry(plane, store.geometry))).toBeGreaterThanOrEqual(least - 1e-6);
      expect(total(sites, 'area')).toBeLessThan(INNER - CORNERS - 100);
    }
  });
  it('excludes a small plot at 40 m from an explosives store, and says why', async () => {
    const plot = { 'drawn-sites': layer('drawn-site', feature('d', rectangle(0, 0, 60, 34))) };
    const { sites, failed } = await run({ ...plot, ...constraints(feature('e', lineOf([0, 74], [60, 74]), { kind: 'explosives' })) });
    expect(sites).toHaveLength(0);
    expect(failed[0].properties).toMatchObject({ id: 'drawn-d', source: 'drawn', sourceId: 'd' });
    expect(String(failed[0].properties['reasons']).split(',')).toContain('constraint.explosives');
    expect((await run({ ...plot, ...constraints(feature('e', lineOf([0, 85], [60, 85]), { kind: 'explosives' })) })).sites).toHaveLength(1);
  });
  it('does not turn a planned metro, which only asks, into one that excludes; a clearance wider than the zone widens whom it asks', async () => {
    const planned = async (clearance: number | null, y = 0) => (await run({ ...roads, ...constraints(feature('t', lineOf([200, y - 100], [200, y + 140]), { kind: 'metro-planned', clearance })) })).sites;
    const free = await planned(null);
    for (const clearance of [0, 30, 59, 60, 90]) {
      const sites = await planned(clearance);
      expect(sites.map(({ properties }) => [properties['area'], properties['consult']]), `${clearance}`).toEqual(free.map(({ properties }) => [properties['area'], 'metro']));
    }
    const away = (clearance: number | null) => run({ ...roads, ...constraints(feature('t', rectangle(0, 120, 400, 10), { kind: 'metro-planned', clearance })) });
    expect((await away(null)).sites.map(({ properties }) => properties['consult'])).toEqual(['']);
    expect((await away(90)).sites.map(({ properties }) => properties['consult'])).toEqual(['metro']);
  });
  it('takes a feature’s own clearance; beside a control zone one as wide as the zone means the zone', async () => {
    const tree = (clearance: number | null) => constraints(feature('t', point(200, 50), { kind: 'protected-tree', clearance }));
    const [five, thirty] = [await run({ ...roads, ...tree(null) }), await run({ ...roads, ...tree(30) })];
    expect(Math.abs(numberAt(five.sites[0], 'area') - (INNER - CORNERS))).toBeLessThan(1);
    expect(total(thirty.sites, 'area')).toBeLessThan(INNER - CORNERS - 500);
    const metro = (clearance: number) => constraints(feature('m', rectangle(0, 60, 400, 10), { kind: 'metro-structure', topDepth: 5, bottomDepth: 15, clearance }));
    expect(Math.abs(total((await run({ ...roads, ...metro(50) })).sites, 'area') - (INNER - CORNERS))).toBeLessThan(1);
    expect(total((await run({ ...roads, ...metro(30) })).sites, 'area')).toBeLessThan(INNER - 396 * 7);
  });
  it('is cut by a line or point that excludes without a width: it takes a metre, and is told', async () => {
    const across = lineOf([200, -100], [200, 140]);
    for (const [kind, more] of [['blue-line', {}], ['power-corridor', {}], ['purple-line', {}], ['tunnel', { clearance: 0 }]] as const) {
      const { sites, issues, explain } = await run({ ...roads, ...constraints(feature('t', across, { kind, ...more })) });
      expect(sites, kind).toHaveLength(2);
      expect(Math.abs(total(sites, 'area') - (INNER - 36 - 2 * CORNERS)), kind).toBeLessThan(2);
      expect(issues.find(({ code }) => code === 'sites.no-width')).toMatchObject({ layer: 'constraints', features: ['t'], params: { n: 1, width: 1 } });
      expect(explain['candidate-sites'][sites[0].id].map(({ key }) => key)).toContain(`factor.cut.${kind}`);
    }
    // A relic in the middle: a clear width of 16.5 m passes it on either side, but it is not built over.
    const relic = feature('h', point(200, 20), { kind: 'heritage' });
    const { sites } = await run({ ...roads, ...constraints(relic) });
    expect(Math.min(...sites.map(({ geometry }) => kernel.distance(projectGeometry(plane, geometry), projectGeometry(plane, relic.geometry))))).toBeGreaterThan(0.49);
    expect((await run({ ...roads, ...constraints(feature('t', across, { kind: 'blue-line' })) }, { leastWidth: 10 })).sites.map(({ properties }) => Number(properties['length']).toFixed(1))).toEqual(['193.0', '193.0']);
  });
  it('does not lie in heritage ground at any depth, nor in a forbidden zone at its own', async () => {
    const relic = await run({ ...roads, ...constraints(feature('h', rectangle(300, -10, 200, 100), { kind: 'heritage', topDepth: 40, bottomDepth: 60 })) });
    expect(Math.abs(total(relic.sites, 'area') - (298 * 36 - CORNERS))).toBeLessThan(2);
    const zone = (topDepth: number, bottomDepth: number) => ({ 'underground-zones': layer('underground-zone', feature('z', rectangle(300, -10, 200, 100), { suitability: 'forbidden', topDepth, bottomDepth })) });
    expect(Math.abs(total((await run({ ...roads, ...zone(0, 15) })).sites, 'area') - (298 * 36 - CORNERS))).toBeLessThan(2);
    expect(Math.abs(total((await run({ ...roads, ...zone(15, 30) })).sites, 'area') - (INNER - CORNERS))).toBeLessThan(1);
  });
});

describe('what fails, and why', () => {
  const reasons = async (inputs: Parameters<typeof run>[0]) => (await run(inputs)).failed.map(({ properties }) => properties['reasons']);
  const road = (w: number, h: number) => ({ 'road-projects': layer('road-project', feature('r', rectangle(0, 0, w, h))) });
  it('names the ground itself', async () => {
    expect(await reasons(road(400, 20))).toEqual(['too-narrow']);
    expect(await reasons(road(55, 55))).toEqual(['too-short']);
    expect(await reasons(road(70, 24))).toEqual(['too-small']);
    expect(await reasons({ 'road-projects': layer('road-project', feature('r', lineOf([0, 0], [300, 0]))) })).toEqual(['red-line-unknown']);
  });
  it('lets a strip of just the clear width pass', async () => {
    expect((await run(road(400, 20.5))).sites).toHaveLength(1);
    expect((await run(road(400, 20.4))).sites).toHaveLength(0);
  });
  it('says which plan zone has no room in depth', async () => {
    const zone = feature('z', rectangle(0, 0, 100, 100), { suitability: 'suitable', use: '公共停车', topDepth: 0, bottomDepth: 4 });
    expect(await reasons({ 'underground-zones': layer('underground-zone', zone) })).toEqual(['zone-depth']);
  });
  it('leaves out what is no candidate at all', async () => {
    const { sites, failed } = await run({
      'land-parcels': layer('land-parcel', feature('a', rectangle(0, 0, 100, 100), { landUse: 'R2' }), feature('b', rectangle(200, 0, 100, 100), { landUse: 'G1' }), feature('c', rectangle(400, 0, 100, 100), { landUse2023: '120803' })),
      shelters: layer('shelter', feature('s', point(900, 0), { openForParking: true, stalls: 50 })),
    });
    expect(sites.map(({ id }) => id).sort()).toEqual(['public-land-b-1', 'public-land-c-1']);
    expect(failed).toHaveLength(0);
  });
  it('opens a closed shelter without digging, adds stalls and no places', async () => {
    const { sites, failed } = await run({ shelters: layer('shelter',
      feature('s1', point(900, 0), { openForParking: false, stalls: 50, capacity: 1000 }), feature('s2', point(900, 50), { stalls: null }),
      feature('s3', point(900, 90), { openForParking: false, stalls: 30 }), feature('s4', point(900, 120), { openForParking: false, stalls: 0 }), feature('s5', point(900, 150), { openForParking: false, stalls: 9, wartimeFunction: 'power' })),
    'parking-facilities': layer('parking-facility', feature('p', point(900, 91), { stalls: 30, shelterRef: 's3' })) });
    expect(sites.map(({ id }) => id)).toEqual(['existing-shelter-s1-1']);
    expect(sites[0].properties).toMatchObject({ stalls: 50, shelterPlaces: 0, levels: null, area: null, deadline: null, locked: null });
    expect(String(sites[0].properties['steps'])).toContain('use-certificate');
    expect(failed.map(({ properties }) => [properties['sourceId'], properties['reasons']])).toEqual([['s2', 'stalls-unknown'], ['s3', 'counted-as-car-park'], ['s4', 'no-stalls'], ['s5', 'wartime-function']]);
  });
});

describe('depths', () => {
  it('meet only where they overlap; what is not known meets', () => {
    const box = boxOf(3, 2, 3.9);
    expect(box).toEqual({ top: 3, bottom: 10.8 });
    expect(meeting(box, 1, 3)).toBe('clear');
    expect(meeting(box, 10.8, 20)).toBe('clear');
    expect(meeting(box, 5, 5)).toBe('meets');
    expect(meeting(box, null, 2)).toBe('clear');
    expect(meeting(box, 12, null)).toBe('clear');
    expect(meeting(box, null, 9)).toBe('unknown');
    expect(meeting(box, null, null)).toBe('unknown');
  });
  it('leave room for so many levels', () => {
    expect(levelsAbove(10.8, 3, 3.9)).toBe(2);
    expect(levelsAbove(10.7, 3, 3.9)).toBe(1);
    expect(levelsAbove(2, 3, 3.9)).toBe(0);
  });
});

/**
 * The same footprint by another way: a grid of half a metre. Ground keeps the setback and every clearance; it stands where
 * a disc of the clear width that lies wholly in such ground covers it.
 */
describe('footprint against a grid', () => {
  it('agrees on random plots with random trees', async () => {
    const random = numbers(77);
    for (let round = 0; round < 6; round++) {
      const w = 70 + random() * 50, h = 45 + random() * 30;
      const trees = Array.from({ length: 3 }, () => ({ x: random() * w, y: random() * h, clearance: 4 + random() * 8 }));
      const { sites } = await run({ 'land-parcels': layer('land-parcel', feature('g', rectangle(0, 0, w, h), { landUse: 'G1' })), ...constraints(...trees.map(({ x, y, clearance }, i) => feature(`t${i}`, point(x, y), { kind: 'protected-tree', clearance }))) }, { minLength: 0, minArea: 0 });
      const area = sites.reduce((sum, { geometry }) => sum + planeArea(projectGeometry(plane, geometry)), 0);
      const other = gridArea(w, h, trees, 2, 8.25, 0.5);
      expect(Math.abs(area - other)).toBeLessThan(0.02 * w * h);
      expect(area).toBeGreaterThan(0);
    }
  });
});

function gridArea(w: number, h: number, trees: readonly { x: number; y: number; clearance: number }[], setback: number, radius: number, step: number): number {
  const room = (x: number, y: number) => Math.min(x - setback, y - setback, w - setback - x, h - setback - y, ...trees.map((tree) => Math.hypot(x - tree.x, y - tree.y) - tree.clearance));
  const cells: [number, number][] = [];
  for (let x = step / 2; x < w; x += step) for (let y = step / 2; y < h; y += step) cells.push([x, y]);
  const centres = cells.filter(([x, y]) => room(x, y) >= radius);
  const covered = cells.filter(([x, y]) => room(x, y) >= 0 && centres.some(([a, b]) => (x - a) * (x - a) + (y - b) * (y - b) <= radius * radius));
  return covered.length * step * step;
}
