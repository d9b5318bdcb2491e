import { Baseline, measureOn, statedDates, withTried, type FeatureId, type Measure, type Properties, type WhatIf } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { setCoordination } from '../state/coordination.ts';
import { commit, currentDocument, type ProjectDocument } from '../state/document.ts';
import { currentLooked, currentShown } from '../state/scenarios.ts';
import { notify } from '../state/tasks.ts';
import { attempt } from './attempt.ts';
import { freshMeasureId } from './fresh-ids.ts';

const KIND = 'move-road';

/** Dates that were tried become measures, one a road project, ticked in the scenario that is looked at; one step. In the baseline, where nothing is ticked, they wait for a scenario. */
export function triedToMeasures(tried: WhatIf): void {
  void attempt(() => {
    const { scenario } = currentLooked();
    commit('step.newMeasure', (document) => withMovedRoads(document, tried, scenario, (name) => sayNow('windows.measure', { kind: sayNow(`measure.kind.${KIND}`), name })));
    const roads = currentShown().layers.flatMap(({ layer }) => (layer.schema === 'road-project' ? layer.features : []));
    // In a scenario the dates are those of its layers now; in the baseline they go back to what is delivered.
    setCoordination(({ tried: now }) => ({ tried: roads.reduce((rest, road) => (Object.hasOwn(tried, road.id) ? withTried(rest, road, statedDates(road)) : rest), now) }));
    const name = currentDocument().scenarios.find(({ id }) => id === scenario)?.name;
    notify('info', name === undefined ? 'windows.madeWaiting' : 'windows.made', { n: Object.keys(tried).length, scenario: name ?? '' });
  });
}

/** A measure that says the same is taken as it is; in the scenario the new dates take the place of those that another of its measures gave the road. */
export function withMovedRoads(document: ProjectDocument, tried: WhatIf, scenario: string | null, titleOf: (name: string) => string): ProjectDocument {
  const baseline = new Baseline(document.layers.map(({ layer }) => layer)), ticked = new Set(document.scenarios.find(({ id }) => id === scenario)?.measures);
  const measures = [...document.measures], made: string[] = [], replaced = new Set<string>();
  for (const [road, dates] of Object.entries(tried)) {
    const feature = baseline.feature('road-project', road);
    if (!feature) continue;
    const before = measures.filter((one) => moves(one, road) && ticked.has(one.id));
    const set: Properties = { ...Object.assign({}, ...before.map((one) => one.set)), ...dates };
    const known = measures.find((one) => moves(one, road) && same(one.set, set));
    const measure = known ?? measureOn(KIND, feature, set, { id: freshMeasureId({ ...document, measures }) });
    if (!known) measures.push({ ...measure, title: titleOf(measure.title) });
    made.push(measure.id);
    for (const { id } of before) if (id !== measure.id) replaced.add(id);
  }
  const retick = (own: readonly string[]) => [...own.filter((id) => !replaced.has(id) && !made.includes(id)), ...made];
  return { ...document, measures, scenarios: document.scenarios.map((one) => (one.id === scenario ? { ...one, measures: retick(one.measures) } : one)) };
}
const moves = ({ kind, target }: Measure, road: FeatureId): boolean => kind === KIND && target?.id === road;
const same = (a: Properties, b: Properties): boolean => Object.keys({ ...a, ...b }).every((field) => a[field] === b[field]);
