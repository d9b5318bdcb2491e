import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fixIssue } from '../../app/commands/fix-issue.ts';
import { commit, currentDocument, EMPTY, openDocument, undo, type ProjectLayer } from '../../app/state/document.ts';
import { useTasks } from '../../app/state/tasks.ts';
import { geometryFaults, mendLayer, readGeoJson } from '../../geo/index.ts';
import { engineHere } from '../support/engine-here.ts';

vi.mock('../../app/workers/engine.ts', async () => ({ engine: (await import('../support/engine-here.ts')).engineHere }));

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
const issueOf = (entry: Pick<ProjectLayer, 'issues'>, code: string) => entry.issues.find((issue) => issue.code === code)!;
const balanced = ({ counts, layer, setAside }: Pick<ProjectLayer, 'counts' | 'layer' | 'setAside'>) => {
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
    const { entry: after, fixed, back, left } = mendLayer(entry, issueOf(entry, 'geometry.self-crossing'));
    expect([fixed, back, left]).toEqual([1, 1, 0]);
    expect(after.layer.features.map(({ id }) => id)).toEqual(['good', 'tie']);
    expect(after.issues.map(({ code }) => code)).not.toContain('geometry.self-crossing');
    expect(after.issues).toHaveLength(entry.issues.length - 1);
    expect(after.counts).toEqual({ read: 5, kept: 2, fixed: 1, setAside: 3 });
    balanced(after);
  });
  test('swapping axes turns the rings over; they are rewound with it', () => {
    const { entry: after, back } = mendLayer(entry, issueOf(entry, 'geometry.swapped'));
    expect(back).toBe(2);
    for (const { geometry } of after.layer.features) expect(geometryFaults(geometry, ['polygon'])).toEqual([]);
    expect(after.layer.features[1].geometry).toEqual({ type: 'Polygon', coordinates: [expect.arrayContaining([[113.57, 22.27]])] });
    balanced(after);
  });
  test('nothing that was read is changed', () => {
    const before = JSON.stringify(entry);
    mendLayer(entry, issueOf(entry, 'geometry.swapped'));
    expect(JSON.stringify(entry)).toBe(before);
  });
});

test('a crossing that shows only once the axes are right is split in the same step', () => {
  const entry = imported([feature('both', swapped(BOW_TIE))]);
  const { entry: after, back } = mendLayer(entry, issueOf(entry, 'geometry.swapped'));
  expect(back).toBe(1);
  expect(after.issues).toEqual([]);
  balanced(after);
});

test('what a fix cannot make sound stays set aside, and its issue names it alone', () => {
  const entry = imported([feature('ok', swapped(SQUARE)), feature('flat', swapped(FLAT))]);
  const { entry: after, back, left } = mendLayer(entry, issueOf(entry, 'geometry.swapped'));
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
  test('keeps the features that it does not touch as the same objects, and what else the layer is', async () => {
    const before = currentDocument().layers[0];
    await fixIssue('parking-facility', issueOf(before, 'geometry.self-crossing'));
    const after = currentDocument().layers[0];
    expect(after.layer.features[0]).toBe(before.layer.features[0]);
    expect(after.layer.features.map(({ id }) => id)).toEqual(['good', 'tie']);
    expect([after.fileName, after.sha256, after.counts]).toEqual([before.fileName, before.sha256, { read: 2, kept: 2, fixed: 1, setAside: 0 }]);
  });
  test('leaves a layer that was changed while it worked as it is then, and says so', async () => {
    const [{ layer, issues }] = currentDocument().layers;
    engineHere.meanwhile = () => commit('step.edit.field', (document) => ({ ...document, layers: document.layers.map((entry) => ({ ...entry, layer: { ...layer, name: '改名' } })) }));
    await fixIssue('parking-facility', issueOf({ issues }, 'geometry.self-crossing'));
    engineHere.meanwhile = () => {};
    expect(currentDocument().layers[0].layer).toMatchObject({ name: '改名', features: [{ id: 'good' }] });
    expect(useTasks.getState().notices.map(({ key }) => key)).toContain('error.edit.changed-meanwhile');
  });
  test('tells how far it is while it works, and nothing afterwards', async () => {
    const steps: string[] = [];
    const stop = useTasks.subscribe(({ task }) => { if (task) steps.push(task.step); });
    await fixIssue('parking-facility', issueOf(currentDocument().layers[0], 'geometry.self-crossing'));
    stop();
    expect(steps).toContain('step.mend');
    expect(useTasks.getState().task).toBeNull();
  });
});
