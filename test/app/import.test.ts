import { describe, expect, test } from 'vitest';
import { refuseTooLarge } from '../../app/commands/import-layer.ts';
import { layersOfSchema, placeLayer, type Reading } from '../../app/commands/place-layer.ts';
import { chooseField, confidenceOf, hasBrokenLetters, nameFromFile, sampleOf, sayBytes, type FieldChoice } from '../../app/files/import/field-choice.ts';
import { EMPTY } from '../../app/state/document.ts';
import { readGeoJson } from '../../geo/index.ts';

const point = (id: string, properties: Record<string, unknown> = {}) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [113.57, 22.27] } });

/** What the worker's answer becomes before the user has said where it goes. */
function reading(features: unknown[], fileName = 'parking.geojson'): Reading {
  const { layer, rejected, issues, counts } = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features }), { schema: 'parking-facility' });
  return { layer, fileName, sha256: 'abc', issues, setAside: rejected, counts };
}

describe('taking a reading into the project', () => {
  const first = placeLayer(EMPTY, reading([point('a'), { type: 'Feature', id: 'b', properties: {}, geometry: null }]), { kind: 'add' }, '').document;

  test('read = kept + set aside, and the project says so', () => {
    expect(first.layers[0].counts).toEqual({ read: 2, kept: 1, fixed: 0, setAside: 1 });
    expect(first.layers[0].layer.features).toHaveLength(1);
    expect(first.layers[0].setAside).toHaveLength(1);
  });
  test('the first layer of a schema has its id, the next stands beside it', () => {
    const { document, layerId } = placeLayer(first, reading([point('c')]), { kind: 'add' }, 'survey');
    expect(layerId).toBe('parking-facility-2');
    expect(layersOfSchema(document, 'parking-facility').map(({ layer }) => [layer.id, layer.name])).toEqual([['parking-facility', ''], ['parking-facility-2', 'survey']]);
  });
  test('issues belong to the layer as it is called in the project', () => {
    const { document } = placeLayer(first, reading([{ ...point('c'), geometry: null }]), { kind: 'add' }, 'survey');
    expect(document.layers[1].issues.map(({ layer }) => layer)).toEqual(['parking-facility-2']);
  });
  test('a replacement keeps id and place; nothing of the old layer stays, and the old document is as it was', () => {
    const two = placeLayer(first, reading([point('c')]), { kind: 'add' }, '').document;
    const { document, layerId } = placeLayer(two, reading([point('x'), point('y')], 'new.geojson'), { kind: 'replace', layerId: 'parking-facility' }, 'new');
    expect(layerId).toBe('parking-facility');
    expect(document.layers.map(({ layer, fileName, setAside }) => [layer.id, layer.features.length, fileName, setAside.length])).toEqual([['parking-facility', 2, 'new.geojson', 0], ['parking-facility-2', 1, 'parking.geojson', 0]]);
    expect(two.layers[0].layer.features).toHaveLength(1);
  });
  test('a layer that needs no other name is the very object that the worker knows', () => {
    const one = reading([point('a')]);
    expect(placeLayer(EMPTY, one, { kind: 'add' }, '').document.layers[0].layer).toBe(one.layer);
  });
});

describe('which column is which field', () => {
  const choices: FieldChoice[] = [
    { column: '泊位数', field: 'stalls', confidence: 0.95, reason: 'alias' }, { column: '备注', field: null, confidence: 0, reason: 'none' },
  ];
  test('a field goes from one column to another, never to both', () => {
    const after = chooseField(choices, '备注', 'stalls');
    expect(after.map(({ field }) => field)).toEqual([null, 'stalls']);
    expect(after.map(confidenceOf)).toEqual(['taken', 'chosen']);
  });
  test('a column can be left under its own name', () => {
    expect(chooseField(choices, '泊位数', null).map(confidenceOf)).toEqual(['noField', 'noField']);
  });
  test.each([[0.95, 'certain'], [0.7, 'probable'], [0.49, 'doubtful']] as const)('confidence %f is %s', (confidence, word) => {
    expect(confidenceOf({ column: 'c', field: 'stalls', confidence, reason: 'alias' })).toBe(word);
  });
  test('samples are different values, none of them empty', () => {
    expect(sampleOf([{ a: 1 }, { a: 1 }, { a: null }, { a: '' }, { a: 'x' }, { b: 2 }], 'a')).toBe('1 · x');
  });
  test('a file in another encoding is noticed by the letters that broke', () => {
    expect(hasBrokenLetters(['name'], [{ name: '\ufffd\ufffd' }])).toBe(true);
    expect(hasBrokenLetters(['名称'], [{ 名称: '云雀街' }])).toBe(false);
  });
});

test('a layer is named after its file unless that says only the schema again', () => {
  expect(nameFromFile('停车普查2026.geojson', 'parking-facility')).toBe('停车普查2026');
  expect(nameFromFile('Parking-Facility.json', 'parking-facility')).toBe('');
});
test('sizes are said in the unit that fits', () => expect([12, 24_000, 1_500_000].map(sayBytes)).toEqual(['12 B', '23 KB', '1.4 MB']));
test('a file of 300 MB is refused by its size alone', () => {
  expect(() => refuseTooLarge({ size: 300 * 1024 * 1024 })).toThrow(expect.objectContaining({ code: 'file.too-large', params: { size: 300, most: 256 } }) as Error);
  expect(() => refuseTooLarge({ size: 1000 })).not.toThrow();
});
