import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDocuments, type StoreChange } from '../../app/state/differ.ts';
import { EMPTY, type ProjectDocument, type Run } from '../../app/state/document.ts';
import { applyChanges, type InStore } from '../../app/workers/apply-changes.ts';
import { pack, unpack } from '../../app/workers/cargo.ts';
import { writeReckoning } from '../../app/workers/reckoning.ts';
import { createProject, layerChecksum, NO_DOCUMENTS, openDatabase, readProject, type DocumentKind, type Layer, type PlanFeature, type SheetLayout } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { basemapOf, pictureOf } from '../support/basemaps.ts';
import { COORDINATION, feature, META, point, stored } from '../project/projects.ts';

/** The third has the picture of the first. */
const PICTURES = [10, 200].map((red) => pictureOf(6, 4, (column) => [red, column, 9]));
const BASEMAPS = [basemapOf(PICTURES[0]), basemapOf(PICTURES[1], { id: 'basemap-2' }), basemapOf(PICTURES[0], { id: 'basemap-3', name: '又一次' })];
const SHEETS = ['one', 'two'].map((id) => ({ ...blankSheet(), id }));
const POOL = Array.from({ length: 8 }, (_, i) => [0, 1].map((version) => feature('shelter', `s${i}`, point(114 + i, 22), { name: `${i}/${version}`, ...(version ? { 层数: i } : {}) })));
const layer = (id: string) => fc.record({ name: fc.constantFrom('甲', '乙'), picks: fc.array(fc.constantFrom(0, 1, 2), { minLength: 8, maxLength: 8 }), turned: fc.boolean() }).map(({ name, picks, turned }): Layer => {
  const features = picks.flatMap((pick, i) => (pick === 2 ? [] : [POOL[i][pick]]));
  return { id, schema: 'shelter', name, features: turned ? features.reverse() : features };
});
const DOCUMENT: fc.Arbitrary<ProjectDocument> = fc.record({ zh: fc.constantFrom('一', '二'), sheets: fc.shuffledSubarray([...SHEETS, { ...blankSheet(), id: 'three' }]).chain((sheets) => fc.constantFrom(sheets, sheets.map((sheet, i) => (i === 0 ? { ...sheet, name: '改名' } : sheet)))), talks: fc.constantFrom(COORDINATION, NO_DOCUMENTS), grounds: fc.shuffledSubarray([...BASEMAPS]), layers: fc.shuffledSubarray(['a', 'b', 'c']).chain((ids) => fc.tuple(...ids.map(layer))), runs: fc.shuffledSubarray(['r', 's']) })
  .map(({ zh, sheets, talks, grounds, layers, runs }) => ({ ...EMPTY, ...talks, basemaps: grounds, pictures: new Map(PICTURES.map((bytes, i) => [BASEMAPS[i].sha256, new Blob([bytes as BlobPart])])), layouts: sheets, name: { zh, en: 'x' }, layers: layers.map((one) => stored(one)), runs: runs.flatMap((id) => (layers[0] ? [runOn(id, layers[0])] : [])) }));
const runOn = (id: string, input: Layer): Run => ({
  id, analysis: 'shelter-coverage', version: 1, scenario: null, params: { n: 1 }, inputs: { shelters: input }, indicators: [], issues: [], reckoning: writeReckoning({ units: { s1: [] } }),
  layers: { units: { id: `${id}/units`, schema: 'demand-result', name: 'units', features: input.features.slice(0, 2) } },
});

/** As it goes over the line, with every list of features sent ahead. */
async function overTheLine(changes: readonly StoreChange[]): Promise<StoreChange<InStore>[]> {
  const slots: (readonly PlanFeature[])[] = [];
  const stage = (features: readonly PlanFeature[]) => Promise.resolve({ slot: slots.push(features) - 1 });
  const packed = await Promise.all(changes.map((change) => pack(change, stage, (one) => Promise.resolve(layerChecksum(one)))));
  return Promise.all(structuredClone(packed).map((change) => unpack(change, (one) => ('slot' in one ? slots[one.slot] : one))));
}
/** Rows that came later stand later; which row stands where says nothing. */
const shown = ({ name, layers, basemaps, layouts, measures, scenarios, opinions, meetings, strata, grounds, runs }: Pick<ProjectDocument, 'name' | 'layers' | DocumentKind> & { runs: readonly Pick<Run, 'id' | 'layers'>[] }) => ({
  name, basemaps, layouts, measures, scenarios, opinions, meetings, strata, grounds, layers: layers.map((entry) => ({ ...entry, layer: sorted(entry.layer) })), runs: runs.map(({ id, layers: results }) => ({ id, layers: Object.values(results).map(sorted) })),
});
const sorted = (one: Layer): Layer => ({ ...one, features: [...one.features].sort((a, b) => (a.id < b.id ? -1 : 1)) });

test('transaction after transaction, the stored project is the document', async () => {
  await fc.assert(fc.asyncProperty(fc.array(DOCUMENT, { minLength: 1, maxLength: 5 }), async (documents) => {
    const db = await openDatabase();
    createProject(db, META);
    let before = EMPTY;
    for (const after of documents) {
      const sums = applyChanges(db, await overTheLine(diffDocuments(before, after)), META.saved);
      for (const { layer: one } of after.layers) if (one.id in sums) expect(sums[one.id]).toBe(layerChecksum(one));
      const { project, changed, outOfDate } = readProject(db);
      expect(changed).toEqual([]);
      expect(shown(project)).toEqual(shown(after));
      // The pictures that are named, each once, and no other.
      expect([...(project.pictures ?? new Map<string, Uint8Array>()).keys()].sort()).toEqual([...new Set(after.basemaps.map(({ sha256 }) => sha256))].sort());
      expect(outOfDate).toEqual({});
      before = after;
    }
    db.close();
  }), { numRuns: 60, seed: 7 });
});

test('a run is out of date in the store when it is in the document, and again when an edit is undone', async () => {
  const before = stored({ id: 'a', schema: 'shelter', name: '', features: POOL.map(([one]) => one) });
  const after = stored({ ...before.layer, features: [POOL[0][1], ...before.layer.features.slice(1)] });
  const run = runOn('r', before.layer);
  const steps: [ProjectDocument, boolean][] = [[{ ...EMPTY, layers: [before], runs: [run] }, false], [{ ...EMPTY, layers: [after], runs: [run] }, true], [{ ...EMPTY, layers: [after], runs: [] }, false], [{ ...EMPTY, layers: [after], runs: [run] }, true], [{ ...EMPTY, layers: [before], runs: [run] }, false]];
  const db = await openDatabase();
  createProject(db, META);
  let known: ProjectDocument = EMPTY;
  for (const [document, old] of steps) {
    applyChanges(db, await overTheLine(diffDocuments(known, document)), META.saved);
    expect(readProject(db).outOfDate).toEqual(old ? { r: ['shelters'] } : {});
    known = document;
  }
});

test('of sheets only what changed goes over the line, with the order of all', () => {
  const [one, two] = SHEETS, renamed = { ...two, name: '改名' };
  const told = (before: readonly SheetLayout[], after: readonly SheetLayout[]) => diffDocuments({ ...EMPTY, layouts: before }, { ...EMPTY, layouts: after });
  expect(told([one, two], [one, renamed])).toEqual([{ kind: 'documents', of: 'layouts', put: [renamed], ids: ['one', 'two'] }]);
  expect(told([one, two], [two, one])).toEqual([{ kind: 'documents', of: 'layouts', put: [], ids: ['two', 'one'] }]);
  expect(told([one, two], [two])).toEqual([{ kind: 'documents', of: 'layouts', put: [], ids: ['two'] }]);
});

describe('what is told of a layer', () => {
  const features = Array.from({ length: 2000 }, (_, i) => feature('shelter', `f${i}`, point(114, 22)));
  const entry = stored({ id: 'a', schema: 'shelter', name: '', features });
  const told = (now: PlanFeature[], rest: Partial<typeof entry> = {}) => diffDocuments({ ...EMPTY, layers: [entry] }, { ...EMPTY, layers: [{ ...entry, ...rest, layer: { ...entry.layer, features: now } }] });
  const other = (i: number) => ({ ...features[i] });

  test('is the one feature that was changed, and nothing that stayed', () => {
    const one = other(700);
    expect(told(features.with(700, one), { sha256: null, issues: [...entry.issues] })).toEqual([
      { kind: 'features', layerId: 'a', put: [one], removed: [] }, { kind: 'layer-head', layerId: 'a', name: '', fileName: 'a.geojson', sha256: null, counts: entry.counts },
    ]);
  });
  test('is what was added and removed, wherever it stands', () => {
    const added = feature('shelter', 'new', point(1, 1));
    expect(told([...features.slice(0, 3), added, ...features.slice(5)])).toEqual([{ kind: 'features', layerId: 'a', put: [added], removed: ['f3', 'f4'] }]);
    expect(told(features.slice(1, -1))).toEqual([{ kind: 'features', layerId: 'a', put: [], removed: ['f0', 'f1999'] }]);
  });
  test('is all of it where ids stand twice, before, after, or in what was added', () => {
    const twice = feature('shelter', 'f9', point(1, 1));
    expect(told([...features, twice])[0].kind).toBe('put-layer');
    expect(told([twice, ...features.slice(0, 5), ...features.slice(6)])[0].kind).toBe('put-layer');
    const doubled = stored({ ...entry.layer, features: [...features, twice] });
    expect(diffDocuments({ ...EMPTY, layers: [doubled] }, { ...EMPTY, layers: [entry] })[0].kind).toBe('put-layer');
  });
  test('is all of it where most was changed', () => {
    expect(told(features.map((_, i) => other(i)))[0].kind).toBe('put-layer');
  });
});
