import { expect, test } from 'vitest';
import { zoneRules } from '../../geo/io/zone-rules.ts';
import type { Layer, PlanFeature, SchemaId } from '../../geo/index.ts';

/** A square of 0.001 degrees, about 103 m by 111 m here. */
const square = (id: string, x: number, properties: Record<string, string | null> = {}): PlanFeature => ({
  type: 'Feature', id, properties: { id, name: id, ...properties },
  geometry: { type: 'Polygon', coordinates: [[[x, 22], [x + 0.001, 22], [x + 0.001, 22.001], [x, 22.001], [x, 22]]] },
});
const layer = (schema: SchemaId, ...features: PlanFeature[]): Layer => ({ id: schema, schema, name: '', features });
const zones = (...features: PlanFeature[]) => layer('underground-zone', ...features);

test('zones of one stratum that overlap by half are told with the ground they share', () => {
  const [found, ...rest] = zoneRules([zones(square('a', 113, { stratum: 'shallow' }), square('b', 113.0005, { stratum: 'shallow' }))]);
  expect(rest).toEqual([]);
  expect([found.code, found.features]).toEqual(['rule.zones-overlap', ['a', 'b']]);
  // Half of 0.001 degrees each way: 51.6 m by 110.7 m.
  expect(Number(found.params['area'])).toBeGreaterThan(5690);
  expect(Number(found.params['area'])).toBeLessThan(5730);
});
test('other strata may lie below each other, unknown ones are not judged, and neighbours only touch', () => {
  expect(zoneRules([zones(square('a', 113, { stratum: 'shallow' }), square('b', 113, { stratum: 'deep' }), square('c', 113, { stratum: null }), square('d', 113, { stratum: null }), square('e', 113.001, { stratum: 'shallow' }))])).toEqual([]);
});
test('a drawn site in no zone is told; without a plan there is nothing to tell', () => {
  const sites = layer('drawn-site', square('in', 113.0002), square('out', 114));
  expect(zoneRules([zones(square('a', 113, { stratum: 'shallow' })), sites]).map(({ code, features }) => [code, features])).toEqual([['rule.outside-zones', ['out']]]);
  expect(zoneRules([sites])).toEqual([]);
});
