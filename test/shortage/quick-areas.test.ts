import { expect, test } from 'vitest';
import { analysisOf, fillParams, readGeoJson, ServiceSession, type Inputs, type Params, type PlanFeature } from '../../geo/index.ts';
import { NearLines, planeDistance } from '../../geo/geometry/index.ts';
import { groundOf, link, LinkGraph } from '../../geo/shortage/link.ts';
import { numbers } from '../support/numbers.ts';

const box = (x: number, y: number, side: number) => ({ type: 'Polygon' as const, coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] });

test('being within a distance is what the distance says, the bound included', () => {
  const random = numbers(5);
  for (let i = 0; i < 300; i++) {
    const a = box(random() * 300, random() * 300, 20), b = { type: 'Point' as const, coordinates: [random() * 300, random() * 300] };
    const distance = planeDistance(a, b);
    const lines = new NearLines([a, b]);
    expect(lines.within(0, 1, distance)).toBe(true);
    if (distance > 1) expect(lines.within(0, 1, distance - 1e-5)).toBe(false);
  }
});

test('a kept graph groups any members as linking them anew does', () => {
  const random = numbers(8);
  const grounds = Array.from({ length: 200 }, (_, unit) => groundOf(unit, box(random() * 2000, random() * 2000, 30)));
  const graph = new LinkGraph(grounds, 80);
  for (const share of [0.1, 0.5, 1]) {
    const members = grounds.flatMap((_, i) => (random() < share ? [i] : []));
    expect(graph.groups(members)).toEqual(link(members.map((i) => grounds[i]), 80).map((group) => group.map((k) => members[k])));
  }
});

const features = (rows: [string, number, number, Record<string, unknown>][], side: number) => JSON.stringify({
  type: 'FeatureCollection', features: rows.map(([id, x, y, properties]) => ({ type: 'Feature', id, properties, geometry: side > 0 ? box(113.57 + x, 22.27 + y, side) : { type: 'Point', coordinates: [113.57 + x, 22.27 + y] } })),
});
const random = numbers(2);
const read = (text: string, schema: 'demand-unit' | 'parking-facility') => readGeoJson(text, { schema }).layer;
const inputs: Inputs = {
  'demand-units': read(features(Array.from({ length: 80 }, (_, i) => [`u${i}`, random() * 0.02, random() * 0.02, { demandNight: Math.floor(random() * 90) }]), 0.0003), 'demand-unit'),
  'parking-facilities': read(features(Array.from({ length: 15 }, (_, i) => [`p${i}`, random() * 0.02, random() * 0.02, { stalls: Math.floor(random() * 150), access: 'public', openNight: true }]), 0), 'parking-facility'),
};
const PARAMS = fillParams(analysisOf('parking-shortage'), { detourFactor: 1 });
const figures = (areas: readonly PlanFeature[]) => areas.map(({ properties: { area: _, ...rest } }) => rest);

test('areas without outlines have the same ids, figures and order, on ground that lies within the outlines', async () => {
  const session = await ServiceSession.open('parking-night', inputs, PARAMS);
  const changes: Params[] = [{}, { catchmentRadius: 500 }, { shortageThreshold: 0.4 }, { usableShare: 0.5 }, { linkDistance: 60 }];
  for (const change of changes) {
    const params = { ...PARAMS, ...change };
    const [drawn, quick] = [session.move(params).areas, session.move(params, null, { outlines: false }).areas];
    expect(drawn.length).toBeGreaterThan(0);
    expect(figures(quick)).toEqual(figures(drawn));
    quick.forEach((area, i) => expect(Number(area.properties['area'])).toBeLessThanOrEqual(Number(drawn[i].properties['area']) * (1 + 1e-7)));
  }
});

test('the capacity that an area reaches follows the usable share', async () => {
  const session = await ServiceSession.open('parking-night', inputs, PARAMS);
  const reached = (usableShare: number) => Object.fromEntries(session.move({ ...PARAMS, usableShare, shortageThreshold: 1, minShortage: 0 }).areas.map(({ properties }) => [String(properties['unitIds']), Number(properties['reachableCapacity'])]));
  const [whole, half] = [reached(1), reached(0.5)];
  const both = Object.keys(whole).filter((id) => id in half && whole[id] > 0);
  expect(both.length).toBeGreaterThan(0);
  for (const id of both) expect(half[id]).toBe(whole[id] / 2);
});
