import { describe, expect, it } from 'vitest';
import { crossLayerIssues, readGeoJson, validateLayer, writeCsv, writeGeoJson, type ReadResult } from '../../geo/io/index.ts';
import { say } from '../../geo/messages/index.ts';
import { eachPosition, type SchemaId } from '../../geo/model/index.ts';
import { point, proposed, textOf } from '../io/reading.ts';
import { numbers } from '../support/numbers.ts';
import { SOUND } from './files.ts';
import { MUTATIONS, TRICKY } from './mutate.ts';

const MUTANTS = 1000;
const boundary = readGeoJson(SOUND.find(([schema]) => schema === 'boundary')![1], { schema: 'boundary' }).layer;

/** The reading, or null where the file was refused in words; anything else that is thrown fails the test. */
function tryRead(text: string, schema: SchemaId): ReadResult | null {
  try {
    return readGeoJson(text, { schema });
  } catch (error) {
    expect((error as Error).name, `${String(error)} ${text.slice(0, 300)}`).toBe('UserError');
    const { code, params } = error as { code: string; params: Record<string, string | number> };
    expect(say(`error.${code}`, 'en', params)).not.toMatch(/^error\./);
    return null;
  }
}
async function tryPropose(text: string): Promise<void> {
  try {
    const { count, schemas, geometries } = await proposed(text, 'file.geojson');
    expect(schemas.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
    expect(Object.values(geometries).reduce((sum, n) => sum + n, 0)).toBe(count);
  } catch (error) {
    expect((error as Error).name, `${String((error as Error).stack)} ${text.slice(0, 300)}`).toBe('UserError');
  }
}

/** What must hold of every reading. */
function check(result: ReadResult, schema: SchemaId, text: string): void {
  const { layer, rejected, counts, issues } = result;
  expect(counts.read, text).toBe(counts.kept + counts.setAside);
  expect([layer.features.length, rejected.length]).toEqual([counts.kept, counts.setAside]);
  const ids = [...layer.features, ...rejected].map(({ id }) => id);
  expect(new Set(ids).size, text).toBe(ids.length);
  expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true);
  for (const { properties, geometry } of layer.features) {
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
    eachPosition(geometry, ([x, y]) => { if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) expect.fail(`kept ${x} ${y} of ${text}`); });
  }
  for (const one of [...issues, ...validateLayer(layer), ...crossLayerIssues([layer, boundary])]) expect(say(`issue.${one.code}`, 'zh', one.params), one.code).not.toMatch(/^issue\.|NaN|undefined/);
  writeCsv(layer);
  const again = readGeoJson(writeGeoJson(layer), { schema });
  expect(again.counts, text).toMatchObject({ kept: counts.kept, setAside: 0 });
  expect(again.layer.features.map(({ id }) => id)).toEqual(layer.features.map(({ id }) => id));
}

/** Every object that hangs on a value. */
function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) objectsIn(part, found);
  return found;
}

describe.each(Object.keys(MUTATIONS))('files damaged in their %s', (level) => {
  it('are refused in words or read with every row accounted for', async () => {
    const random = numbers(level.length * 1009);
    const seen = { refused: 0, read: 0, setAside: 0, longest: 0 };
    for (let i = 0; i < MUTANTS; i++) {
      const [schema, sound] = SOUND[i % SOUND.length];
      const text = MUTATIONS[level](sound, random);
      const started = performance.now();
      await tryPropose(text);
      const result = tryRead(text, schema);
      seen.longest = Math.max(seen.longest, performance.now() - started);
      if (!result) { seen.refused++; continue; }
      check(result, schema, text);
      seen.read++;
      seen.setAside += result.counts.setAside;
      if (i % 10 > 0) continue;
      const second = readGeoJson(text, { schema });
      expect(second).toEqual(result);
      const first = objectsIn(result);
      for (const one of objectsIn(second)) if (first.has(one)) expect.fail(`shared by two readings: ${JSON.stringify(one)}`);
    }
    // A fuzz that only ever meets one door tests nothing behind it.
    expect(seen.read).toBeGreaterThan(MUTANTS / 50);
    expect(seen.refused + seen.read).toBe(MUTANTS);
    expect(seen.longest).toBeLessThan(2000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('names that plain objects know', () => {
  it.each(TRICKY)('%s is a column, an id and a value like any other', (word) => {
    const rows = textOf([point(), { [word]: 5, households: word, landUse: word }, word], [point(), { id: word, name: word, entrances: word }]);
    const result = readGeoJson(rows, { schema: 'demand-unit' });
    check(result, 'demand-unit', rows);
    expect(result.layer.features.map(({ id }) => id)).toEqual([word, `${word}~2`]);
    expect(result.layer.features[0].properties['landUse']).toBe(word);
    for (const schema of ['constraint', 'parking-facility', 'shelter', 'underground-zone', 'road-project'] as const) {
      const text = textOf([schema === 'underground-zone' ? { type: 'Polygon', coordinates: [[[113, 22], [113.1, 22], [113.1, 22.1], [113, 22]]] } : schema === 'road-project' ? { type: 'LineString', coordinates: [[113, 22], [113.1, 22]] } : point(), { kind: word, access: word, wartimeFunction: word, suitability: word, scope: word, openNight: word, completed: word }]);
      const read = readGeoJson(text, { schema });
      check(read, schema, text);
      for (const value of Object.values(read.layer.features[0].properties)) expect(typeof value).not.toBe('function');
    }
  });
});

/** Twice around the depth at which a parser or a walk runs out of stack, the outcome may differ by machine; a crash may not. */
describe('nesting', () => {
  const wrap = (depth: number, open: string, core: string, close: string) => `${open.repeat(depth)}${core}${close.repeat(depth)}`;
  const feature = (geometry: string, value: string) => `{"type":"Feature","properties":{"name":"a","deep":${value}},"geometry":${geometry}}`;
  const POINT = '{"type":"Point","coordinates":[113,22]}';
  it.each([100, 500, 1000, 1500, 2000, 3000, 5000, 10_000, 100_000])('%d levels deep is refused, set aside or kept whole', async (depth) => {
    const texts = [
      feature(POINT, wrap(depth, '[', '1', ']')), feature(POINT, wrap(depth, '{"a":', '1', '}')),
      feature(wrap(depth, '{"type":"GeometryCollection","geometries":[', POINT, ']}'), '1'), feature(`{"type":"Polygon","coordinates":${wrap(depth, '[', '113,22', ']')}}`, '1'),
    ];
    for (const text of texts) {
      await tryPropose(text);
      const result = tryRead(text, 'demand-unit');
      if (result) check(result, 'demand-unit', text.slice(0, 200));
    }
  });
});
