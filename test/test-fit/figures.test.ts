import { describe, expect, it } from 'vitest';
import { boundOf } from '../../geo/test-fit/result.ts';
import { leastShare, rampLength, rulesOf } from '../../geo/test-fit/index.ts';
import { overlaps, type Convex } from '../../geo/test-fit/shapes.ts';
import { corridor, DEFAULTS, fitOf, polygon, rectangle, type Spot } from './footprints.ts';

const one = (long: number) => fitOf(rectangle(long, 16.1), { levels: 1, wallThickness: 0 }, true).variants[0].fit.levels[0].stalls;

describe('figures of the reference', () => {
  it('puts 2 x 3 stalls into each bay of a straight double-loaded row, and in what is left of a bay those that still fit', () => {
    // DOMAIN 1.7: 72, 144, 222 in whole bays of 8.1 m. 2.8 m are left of 100 m and 5.6 m of 200 m: one and two stalls on either side.
    for (const [long, whole, rest] of [[100, 72, 2], [200, 144, 4], [300, 222, 0]]) {
      expect(2 * 3 * Math.floor(long / 8.1)).toBe(whole);
      expect(one(long).length).toBe(whole + rest);
    }
  });
  it('makes ramps as long as the reference', () => {
    // DOMAIN 1.7: floor 7.2 m down: 60 m at 12 %, 48 m at 15 %, with transitions 55 to 70 m.
    expect(rampLength(7.2, 0.12, 0)).toBeCloseTo(60, 9);
    expect(rampLength(7.2, 0.15, 0)).toBeCloseTo(48, 9);
    expect(rampLength(7.2, 0.15, 3.6)).toBeCloseTo(51.6, 9);
    expect(rampLength(7.2, 0.12, 3.6)).toBeCloseTo(63.6, 9);
  });
  it('knows the least that a stall takes', () => {
    expect(leastShare(rulesOf(DEFAULTS))).toBeCloseTo(2.4 * 5.3 + 2.4 * 5.5 / 2, 9);
  });
  it('needs about as much a stall as built garages', () => {
    // 13,676 m2 hold 544 stalls in the best that is known (25.1 m2); 30 to 40 m2 are usual, 35 m2 is Tianjin's rule (DOMAIN 1.6).
    for (const [long, broad] of [[113, 121], [170, 80.4]]) {
      const { area, variants: [best] } = fitOf(rectangle(long, broad), { levels: 1 });
      expect(area / best.cars).toBeGreaterThan(25.1);
      expect(area / best.cars).toBeLessThan(40);
      expect(best.fit.units.length).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('why there are no more', () => {
  const ground = rectangle(113, 121);
  const { fit } = fitOf(ground, { levels: 2 }).variants.find(({ id }) => id === 'straight')!;
  const bare = fitOf(ground, { levels: 2 }, true).variants[0].fit.levels[0].stalls;
  it.each([0, 1])('each stall of bays and aisles alone is drawn or accounted for: level %i', (k) => {
    const { stalls, lost } = fit.levels[k];
    expect(stalls.length + Object.values(lost).reduce((a, b) => a + b, 0)).toBe(bare.length);
    // Counted anew: every stall against every shape.
    let rest = bare;
    const takenBy = (shapes: readonly Convex[]) => {
      const left = rest.filter(({ shape }) => !shapes.some((other) => overlaps(shape, other)));
      const n = rest.length - left.length;
      rest = left;
      return n;
    };
    const ramps = fit.ramps.flatMap(({ body, foot, head }) => [...body, ...foot, ...(k === 0 ? head : [])]);
    expect(takenBy(ramps)).toBe(lost.ramps);
    expect(lost.ramps).toBeGreaterThan(0);
    expect(takenBy(fit.levels[k].aisles.filter(({ kind }) => kind === 'turn').map(({ shape }) => shape))).toBe(lost.turns);
    expect(takenBy(fit.cores.map(({ shape }) => shape))).toBe(lost.stairs);
    expect(takenBy(fit.rooms.map(({ shape }) => shape))).toBe(lost.rooms);
    expect(rest.length - stalls.length).toBe(lost.unreached);
  });
  it('leaves to bays and aisles alone about what the densest garage known needs', () => {
    // 25.1 m2 a stall (DOMAIN 1.6): what such a garage does without is ramps, stairs and plant under the same roof.
    expect(113 * 121 / bare.length).toBeGreaterThan(25.1);
    expect(113 * 121 / bare.length).toBeLessThan(27);
  });
});

describe('levels and variants', () => {
  const footprint = corridor([[0, 0], [180, 10], [300, 60], [390, 120]], 16.9);
  const { variants, ruleStalls, area } = fitOf(footprint, { levels: 3 });
  it('never holds more cars than its bound, in racks twice the stalls', () => {
    for (const variant of variants) expect(variant.cars).toBeLessThanOrEqual(boundOf(variant));
    const racks = variants.find(({ id }) => id === 'mechanical')!;
    expect(boundOf(racks)).toBe(2 * boundOf({ id: 'straight', fit: racks.fit }));
  });
  it('follows the bends of a road', () => {
    expect(variants[0].course.isBent).toBe(true);
    const straight = fitOf(rectangle(area / 16.9, 16.9), { levels: 3 }).variants[0];
    expect(variants[0].cars).toBeGreaterThan(0.9 * straight.cars);
  });
  it('holds more on the lowest level, which no ramp leaves', () => {
    const [first, second, last] = variants[0].fit.levels.map(({ stalls }) => stalls.length);
    expect(second).toBe(first);
    expect(last).toBeGreaterThan(first);
  });
  it('ranks by cars, racks last, and counts them by their factor', () => {
    const drivers = variants.filter(({ id }) => id !== 'mechanical');
    expect(drivers.map(({ cars }) => cars)).toEqual([...drivers.map(({ cars }) => cars)].sort((a, b) => b - a));
    const racks = variants.at(-1)!;
    expect(racks.id).toBe('mechanical');
    expect(racks.cars).toBeLessThan(2 * racks.fit.stalls);
    expect(racks.cars).toBeGreaterThan(1.5 * racks.fit.stalls);
    expect(variants.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  });
  it('gives the rule of thumb beside the count', () => expect(ruleStalls).toBe(Math.floor(area * 3 / 35)));
  it('draws the same twice', () => expect(JSON.stringify(fitOf(footprint, { levels: 3 }).variants)).toBe(JSON.stringify(variants)));
});

describe('where little fits', () => {
  it('says so for ground that holds no ramp', () => expect(fitOf(rectangle(25, 16.9)).variants).toEqual([]));
  it('says so for ground that walls leave nothing of', () => expect(fitOf(rectangle(100, 0.7))).toMatchObject({ variants: [], clearArea: 0 }));
  it('puts one row along the aisle, or cars along the wall, where there is no more room', () => {
    const kinds = (broad: number) => new Set(fitOf(rectangle(160, broad), { levels: 1 }).variants[0].fit.levels[0].stalls.map(({ kind }) => kind));
    expect(kinds(11.8)).toEqual(new Set(['perpendicular']));
    expect(kinds(14.2)).toEqual(new Set(['perpendicular', 'parallel']));
  });
  it('goes round a ring, which straight aisles cut to pieces', () => {
    const square = (from: number, to: number): Spot[] => [[from, from], [to, from], [to, to], [from, to]];
    const circle = (radius: number): Spot[] => Array.from({ length: 64 }, (_, i): Spot => [radius * Math.cos(i * Math.PI / 32), radius * Math.sin(i * Math.PI / 32)]);
    for (const ring of [polygon(square(0, 100), square(17, 83).reverse()), polygon(circle(60), circle(42).reverse())]) {
      const { variants: [best], ruleStalls } = fitOf(ring, { levels: 2 });
      expect(best.course.isBent).toBe(true);
      expect(best.cars).toBeGreaterThan(0.85 * ruleStalls);
    }
  });
  it('goes round a corner of ninety degrees', () => {
    const { variants: [best], area } = fitOf(corridor([[0, 0], [150, 0], [150, 140]], 34), { levels: 2 });
    expect(best.course.isBent).toBe(true);
    expect(2 * area / best.cars).toBeLessThan(40);
  });
  it('takes the way that suits a crooked block', () => {
    const { variants: [best], area } = fitOf(polygon([[0, 0], [90, -12], [120, 40], [95, 85], [40, 78], [8, 50]]), { levels: 2 });
    expect(2 * area / best.cars).toBeLessThan(45);
  });
});
