import { beforeEach, describe, expect, test } from 'vitest';
import { fixIssue } from '../../app/commands/fix-issue.ts';
import { mend } from '../../app/commands/mend.ts';
import { currentDocument, EMPTY, openDocument, undo, type ProjectLayer } from '../../app/state/document.ts';
import { geometryFaults, readGeoJson } from '../../geo/index.ts';

type Ring = [number, number][];
const feature = (id: string, ring: Ring | null) => ({ type: 'Feature', id, properties: { id, name: id }, geometry: ring && { type: 'Polygon', coordinates: [ring] } });
const SQUARE: Ring = [[113.57, 22.27], [113.58, 22.27], [113.58, 22.28], [113.57, 22.28], [113.57, 22.27]];
const swapped = (ring: Ring): Ring => ring.map(([x, y]) => [y, x]);
/**
 *   d   b
 *   | X |
 *   a   c
 */
const BOW_TIE: Ring = [[113.57, 22.27], [113.58, 22.28], [113.58, 22.27], [113.57, 22.28], [113.57, 22.27]];
/** Four places on one line: no fix makes ground of it. */
const FLAT: Ring = [[113.57, 22.27], [113.58, 22.27], [113.57, 22.27], [113.57, 22.27]];

function imported(features: unknown[]): ProjectLayer {
  const { layer, rejected, issues, counts } = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features }), { schema: 'parking-facility' });
  return { layer, fileName: 'f.geojson', sha256: null, issues, setAside: rejected, counts };
}
const issueOf = (entry: ProjectLayer, code: string) => entry.issues.find((issue) => issue.code === code)!;
const balanced = ({ counts, layer, setAside }: ProjectLayer) => {
  expect(counts.read).toBe(counts.kept + counts.setAside);
  expect(counts.kept).toBe(layer.features.length);
  expect(counts.setAside).toBe(setAside.length);
};

describe('mending what was set aside', () => {
  const entry = imported([feature('good', SQUARE), feature('tie', BOW_TIE), feature('swap-1', swapped(SQUARE)), feature('swap-2', swapped(SQUARE)), feature('none', null)]);

  test('before: one is kept, four are set aside', () => {
    expect(entry.counts).toEqual({ read: 5, kept: 1, fixed: 0, setAside: 4 });
    balanced(entry);
  });
  test('a bow tie is split and returns to the layer; its issue goes, the others stay', () => {
    const { entry: after, fixed, back, left } = mend(entry, issueOf(entry, 'geometry.self-crossing'));
    expect([fixed, back, left]).toEqual([1, 1, 0]);
    expect(after.layer.features.map(({ id }) => id)).toEqual(['good', 'tie']);
    expect(after.issues.map(({ code }) => code)).not.toContain('geometry.self-crossing');
    expect(after.issues).toHaveLength(entry.issues.length - 1);
    expect(after.counts).toEqual({ read: 5, kept: 2, fixed: 1, setAside: 3 });
    balanced(after);
  });
  test('swapping axes turns the rings over; they are rewound with it', () => {
    const { entry: after, back } = mend(entry, issueOf(entry, 'geometry.swapped'));
    expect(back).toBe(2);
    for (const { geometry } of after.layer.features) expect(geometryFaults(geometry, ['polygon'])).toEqual([]);
    expect(after.layer.features[1].geometry).toEqual({ type: 'Polygon', coordinates: [expect.arrayContaining([[113.57, 22.27]])] });
    balanced(after);
  });
  test('nothing that was read is changed', () => {
    const before = JSON.stringify(entry);
    mend(entry, issueOf(entry, 'geometry.swapped'));
    expect(JSON.stringify(entry)).toBe(before);
  });
});

test('a crossing that shows only once the axes are right is split in the same step', () => {
  const entry = imported([feature('both', swapped(BOW_TIE))]);
  const { entry: after, back } = mend(entry, issueOf(entry, 'geometry.swapped'));
  expect(back).toBe(1);
  expect(after.issues).toEqual([]);
  balanced(after);
});

test('what a fix cannot make sound stays set aside, and its issue names it alone', () => {
  const entry = imported([feature('ok', swapped(SQUARE)), feature('flat', swapped(FLAT))]);
  const { entry: after, back, left } = mend(entry, issueOf(entry, 'geometry.swapped'));
  expect([back, left]).toEqual([1, 1]);
  expect(after.setAside.map(({ id }) => id)).toEqual(['flat']);
  expect(issueOf(after, 'geometry.swapped')).toMatchObject({ features: ['flat'], rows: [2], params: { n: 1, row: 2 } });
  balanced(after);
});

describe('the command', () => {
  beforeEach(() => openDocument({ ...EMPTY, layers: [imported([feature('good', SQUARE), feature('tie', BOW_TIE)])] }));
  test('is one step, and undo brings back exactly what was there', async () => {
    const before = currentDocument();
    await fixIssue('parking-facility', issueOf(before.layers[0], 'geometry.self-crossing'));
    expect(currentDocument().layers[0].layer.features).toHaveLength(2);
    undo();
    expect(currentDocument()).toBe(before);
  });
  test('that mends nothing leaves no step behind', async () => {
    const flat = imported([feature('flat', swapped(FLAT))]);
    openDocument({ ...EMPTY, layers: [flat] });
    const before = currentDocument();
    await fixIssue('parking-facility', issueOf(flat, 'geometry.swapped'));
    expect(currentDocument()).toBe(before);
  });
});
