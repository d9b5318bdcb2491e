import { expect, test } from 'vitest';
import { COLOUR_COLUMNS, runAnalysis, symbologyOf, symbologyOfPersons } from '../../geo/index.ts';
import { feature, layer, point } from '../sites/ground.ts';

const park = (units: ReturnType<typeof feature>[], ...facilities: ReturnType<typeof feature>[]) =>
  runAnalysis('parking-shortage', { 'demand-units': layer('demand-unit', ...units), 'parking-facilities': layer('parking-facility', ...facilities) }, { crs: 'EPSG:4547', catchmentRadius: 300, detourFactor: 1 }, () => {});
const stalls = (id: string, x: number, n: number) => feature(id, point(x, 0), { stalls: n, access: 'public' });
const cars = (id: string, x: number, n: number) => feature(id, point(x, 0), { demandNight: n });

/*   p 10      q 60      u 90 cars reach p and q, v 10 cars reach q only. All 70 stalls go to 100 cars, v is served as u is.
 *  -200  u 0  200  v 400
 */
test('a unit that is short is told how full each facility is and who else draws on it', async () => {
  const { explain } = await park([cars('u', 0, 90), cars('v', 400, 10)], stalls('p', -200, 10), stalls('q', 200, 60));
  const facilities = explain['demand-units']['u'].filter(({ key }) => key === 'factor.facility').map(({ value, params }) => [value, params]);
  expect(facilities).toEqual([[10, { name: 'p', metres: 200, free: 0, others: 0, wanted: 90 }], [60, { name: 'q', metres: 200, free: 0, others: 1, wanted: 100 }]]);
});

/*   p 100 at -200: u (50 cars, at 0) reaches p and q, v (100 cars, at -400) reaches p, w (60 cars, at 400) reaches q.
 *   q  80 at  200: all 180 stalls can be used. By 2SFCA p gives 100/150 a car and q 80/110.
 */
test('what a unit loses by choosing alone is a column, and adds up to the figure', async () => {
  const { layers, indicators } = await park([cars('u', 0, 50), cars('v', -400, 100), cars('w', 400, 60)], stalls('p', -200, 100), stalls('q', 200, 80));
  const rows = Object.fromEntries(layers['demand-units'].features.map(({ id, properties }) => [id, properties]));
  for (const row of Object.values(rows)) expect(row['lossByChoice']).toBe(Number(row['shortage2sfca']) - Number(row['shortage']));
  // Fairest: 180 stalls for 210 cars, 6/7 each. u finds more than one stall a car by 2SFCA, v two thirds, w eight elevenths.
  expect(rows['u']['lossByChoice']).toBeCloseTo(-50 / 7, 9);
  expect(rows['v']['lossByChoice']).toBeCloseTo(100 / 3 - 100 / 7, 9);
  expect(rows['w']['lossByChoice']).toBeCloseTo(60 * 3 / 11 - 60 / 7, 9);
  const total = indicators.find(({ key }) => key === 'lossByChoice')!.value;
  expect(total).toBeCloseTo(100 / 3 + 180 / 11 - 30, 9);
  // Where nobody loses, the two sums differ in their last bits at most, and never below 0.
  for (let n = 2; n < 30; n++) {
    const alone = await park(Array.from({ length: n }, (_, i) => cars(`u${i}`, i, 0.1 + i / 7)), stalls('p', 0, 1 / 3));
    expect(alone.indicators.find(({ key }) => key === 'lossByChoice')!.value).toBeGreaterThanOrEqual(0);
  }
});

test('of more than a thousand short units the worst are explained, and that is told', async () => {
  // No area is worth naming, so none is drawn.
  const many = (n: number) => runAnalysis('parking-shortage', { 'demand-units': layer('demand-unit', ...Array.from({ length: n }, (_, i) => cars(`u${i}`, i * 10, 1 + i))), 'parking-facilities': layer('parking-facility', stalls('p', -9000, 1)) }, { crs: 'EPSG:4547', minShortage: 100_000, linkDistance: 5 }, () => {});
  const [all, cut] = [await many(1000), await many(1001)];
  expect(all.issues.map(({ code }) => code)).not.toContain('explain.worst-only');
  expect(cut.issues.find(({ code }) => code === 'explain.worst-only')).toMatchObject({ severity: 'info', params: { n: 1001, most: 1000 } });
  expect(Object.keys(cut.explain['demand-units'])).toHaveLength(1000);
  expect(cut.explain['demand-units']).not.toHaveProperty('u0');
});

test('the loss colours the map by its own column, in classes of stalls and of persons', () => {
  const rule = COLOUR_COLUMNS['lossByChoice'];
  expect(rule).toMatchObject({ field: 'lossByChoice', unit: 'stall' });
  expect(symbologyOfPersons({ ...symbologyOf('demand-result'), fill: rule }).fill).toMatchObject({ field: 'lossByChoice', unit: 'person' });
});
