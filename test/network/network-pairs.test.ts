import { describe, expect, it } from 'vitest';
import { groundDistance, planeByCode } from '../../geo/crs/index.ts';
import type { Layer, PlanFeature } from '../../geo/model/index.ts';
import { buildNetwork, networkPairs, pairsWithin, pointSet, straightPairs } from '../../geo/network/index.ts';
import { numbers } from '../support/numbers.ts';

const plane = planeByCode('4547');
const origin = plane.forward(113.57, 22.27);
const at = (x: number, y: number) => plane.inverse(origin[0] + x, origin[1] + y);
const point = (id: string, x: number, y: number): PlanFeature => ({ type: 'Feature', id, properties: {}, geometry: { type: 'Point', coordinates: at(x, y) } });
const streets = (lines: [number, number][][]): Layer => ({ id: 'w', schema: 'walking-network', name: '', features: lines.map((line, i) => ({ type: 'Feature', id: String(i), properties: {}, geometry: { type: 'LineString', coordinates: line.map(([x, y]) => at(x, y)) } })) });

describe('straight pairs', () => {
  it('are all pairs within the radius and no other, by brute force', () => {
    const random = numbers(1);
    const units = pointSet(Array.from({ length: 400 }, (_, i) => point(`u${i}`, random() * 3000, random() * 3000)), plane);
    const facilities = pointSet(Array.from({ length: 60 }, (_, i) => point(`f${i}`, random() * 3000, random() * 3000)), plane);
    const pairs = straightPairs(units, facilities, { plane, radius: 300, detourFactor: 1.3 });
    const expected: string[] = [];
    for (let u = 0; u < 400; u++) for (let f = 0; f < 60; f++) if (groundDistance(plane, units.x[u], units.y[u], facilities.x[f], facilities.y[f]) * 1.3 <= 300) expected.push(`${u}-${f}`);
    const found: string[] = [];
    for (let u = 0; u < 400; u++) for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) found.push(`${u}-${pairs.facility[p]}`);
    expect(found).toEqual(expected);
    expect(pairsWithin(pairs, 200)).toEqual(straightPairs(units, facilities, { plane, radius: 200, detourFactor: 1.3 }));
  });
  it('are the shortest over all gates, few or hundreds a unit, near each other or far off', () => {
    const random = numbers(2);
    const gates = (id: string): PlanFeature => ({ ...point(id, 0, 0), geometry: { type: 'MultiPoint', coordinates: Array.from({ length: 1 + Math.floor(random() * 3) }, () => at(random() * 2000, random() * 2000)) } });
    const units = pointSet([...Array.from({ length: 80 }, (_, i) => gates(`u${i}`)), point('off', 90_000, -40_000)], plane);
    const facilities = pointSet(Array.from({ length: 120 }, (_, i) => gates(`f${i}`)), plane);
    for (const radius of [0, 50, 400, 4000]) {
      const { start, facility, cost } = straightPairs(units, facilities, { plane, radius, detourFactor: 1 });
      const best = Array.from({ length: 81 }, () => new Map<number, number>());
      units.owner.forEach((u, i) => { facilities.owner.forEach((f, j) => {
        const metres = groundDistance(plane, units.x[i], units.y[i], facilities.x[j], facilities.y[j]);
        if (metres <= radius) best[u].set(f, Math.min(metres, best[u].get(f) ?? Infinity));
      }); });
      best.forEach((row, u) => { expect(Array.from({ length: start[u + 1] - start[u] }, (_, k) => [facility[start[u] + k], cost[start[u] + k]])).toEqual([...row].sort(([a], [b]) => a - b)); });
    }
  });
  it('are none where there is nothing to walk to, or nobody who would', () => {
    const [some, none] = [pointSet([point('a', 0, 0)], plane), pointSet([], plane)];
    const options = { plane, radius: 300, detourFactor: 1 };
    expect([...straightPairs(some, none, options).start]).toEqual([0, 0]);
    expect([...straightPairs(none, some, options).start]).toEqual([0]);
  });
  it('count the bound as inside and take the nearest of several entrances', () => {
    const gate: PlanFeature = { ...point('u', 0, 0), geometry: { type: 'MultiPoint', coordinates: [at(-500, 0), at(100, 0)] } };
    const [units, facilities] = [pointSet([gate], plane), pointSet([point('f', 400, 0)], plane)];
    const metres = groundDistance(plane, units.x[1], units.y[1], facilities.x[0], facilities.y[0]);
    const pairs = straightPairs(units, facilities, { plane, radius: metres, detourFactor: 1 });
    expect([...pairs.cost]).toEqual([metres]);
    expect(straightPairs(units, facilities, { plane, radius: metres - 1e-5, detourFactor: 1 }).cost.length).toBe(0);
  });
});

describe('walking network', () => {
  it('walks round a block, from and to places in the middle of a street', () => {
    const network = buildNetwork(streets([[[0, 0], [100, 0], [100, 100]], [[0, 0], [0, 100], [100, 100]]]), plane);
    const { pairs } = networkPairs(network, pointSet([point('u', 50, -10)], plane), pointSet([point('f', 105, 60), point('far', 40, 300)], plane), { radius: 300, maxSnap: 50 });
    // 10 to the street, 50 to the corner, 60 up, 5 off the street; lengths are on the ground, 0.03 % from the plane's.
    expect(pairs.cost[0]).toBeCloseTo(125, 0);
    expect(pairs.facility.length).toBe(1);
  });
  it('joins lines only at shared vertices and reports what it cannot reach', () => {
    const network = buildNetwork(streets([[[0, 0], [200, 0]], [[100, -100], [100, 100]]]), plane);
    const { pairs, unsnappedUnits } = networkPairs(network, pointSet([point('u', 10, 5), point('off', 0, 900)], plane), pointSet([point('f', 105, 90)], plane), { radius: 900, maxSnap: 50 });
    expect(pairs.facility.length).toBe(0);
    expect(unsnappedUnits).toEqual([1]);
  });
  it('agrees with Floyd and Warshall on random grids', () => {
    const random = numbers(9);
    for (let round = 0; round < 20; round++) {
      const n = 5;
      const lines: [number, number][][] = [];
      const edges: [number, number][] = [];
      for (let x = 0; x < n; x++) for (let y = 0; y < n; y++) {
        for (const [dx, dy] of [[1, 0], [0, 1]]) {
          if (x + dx >= n || y + dy >= n || random() < 0.25) continue;
          lines.push([[x * 80, y * 80], [(x + dx) * 80, (y + dy) * 80]]);
          edges.push([x * n + y, (x + dx) * n + y + dy]);
        }
      }
      const far = Array.from({ length: n * n }, (_, i) => Array.from({ length: n * n }, (_, j) => (i === j ? 0 : Infinity)));
      for (const [a, b] of edges) { far[a][b] = 80; far[b][a] = 80; }
      for (let k = 0; k < n * n; k++) for (let i = 0; i < n * n; i++) for (let j = 0; j < n * n; j++) far[i][j] = Math.min(far[i][j], far[i][k] + far[k][j]);
      const corners = pointSet(Array.from({ length: n * n }, (_, i) => point(`${i}`, Math.floor(i / n) * 80, (i % n) * 80)), plane);
      const { pairs } = networkPairs(buildNetwork(streets(lines), plane), corners, corners, { radius: 10_000, maxSnap: 1 });
      const found = new Map<string, number>();
      for (let u = 0; u < n * n; u++) for (let p = pairs.start[u]; p < pairs.start[u + 1]; p++) found.set(`${u}-${pairs.facility[p]}`, pairs.cost[p]);
      for (let i = 0; i < n * n; i++) for (let j = 0; j < n * n; j++) {
        const touched = edges.some((edge) => edge.includes(i)) && edges.some((edge) => edge.includes(j));
        if (touched && far[i][j] < Infinity) expect(Math.abs(found.get(`${i}-${j}`)! - far[i][j])).toBeLessThan(0.2);
        else if (far[i][j] === Infinity) expect(found.has(`${i}-${j}`)).toBe(false);
      }
    }
  });
});
