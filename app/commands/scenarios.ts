import { BASELINE, Baseline, measureOfSite, refit, type Measure, type Params, type PlanFeature, type Scenario } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { commit, currentDocument, type ProjectDocument, type Run } from '../state/document.ts';
import { currentLooked, documentIn, layersOf } from '../state/scenarios.ts';
import { currentView, setView } from '../state/view.ts';
import { attempt } from './attempt.ts';
import { freshMeasureId, freshScenarioId } from './fresh-ids.ts';
import { resetLive, serviceOf } from './live.ts';
import { computed, showRun, withRun } from './run-analysis.ts';

/** Looks at a scenario, or (null) at the baseline: its layers, its runs. What was tried out on the other one goes. */
export function lookAt(scenario: string | null): void {
  const { scenario: left, compare } = currentLooked(), before = documentIn(currentDocument(), left).runs.find(({ id }) => id === currentView().shownRun);
  resetLive();
  const shown = documentIn(currentDocument(), scenario);
  const same = before && shown.runs.find((run) => serviceOf(run) !== null && serviceOf(run) === serviceOf(before));
  // What was compared with is looked at now: the two change places.
  setView({ scenario, selection: null, ...(compare?.with === (scenario ?? BASELINE) ? { compare: { ...compare, with: left ?? BASELINE } } : {}) });
  if (same) showRun(same);
}

type Wishes = Partial<Pick<Measure, 'title' | 'steward' | 'cost' | 'phase' | 'remarks'>>;
/** A new measure, ticked in the scenario that is looked at. Its id is given here. */
export function addMeasure(write: (id: string) => Measure): void {
  void attempt(() => {
    const { scenario } = currentLooked();
    commit('step.newMeasure', (document) => {
      const measure = write(freshMeasureId(document));
      return { ...document, measures: [...document.measures, measure], scenarios: document.scenarios.map((one) => (one.id === scenario ? { ...one, measures: [...one.measures, measure.id] } : one)) };
    });
  });
}
export function changeMeasure(id: string, change: Wishes): void {
  void attempt(() => commit('step.changeMeasure', (document) => ({ ...document, measures: document.measures.map((one) => (one.id === id ? { ...one, ...change } : one)) })));
}
/** It goes from the list and from every scenario. */
export function removeMeasure(id: string): void {
  void attempt(() => commit('step.removeMeasure', (document) => ({
    ...document, measures: document.measures.filter((one) => one.id !== id),
    scenarios: document.scenarios.map((one) => (one.measures.includes(id) ? { ...one, measures: one.measures.filter((other) => other !== id) } : one)),
  })));
}
/** The baseline has changed under the measure, and somebody says that it is meant all the same. */
export function confirmMeasure(id: string): void {
  void attempt(() => commit('step.confirmMeasure', (document) => {
    const baseline = new Baseline(document.layers.map(({ layer }) => layer));
    return { ...document, measures: document.measures.map((one) => (one.id === id ? refit(one, baseline) : one)) };
  }));
}

/** A scenario with these measures, or a copy of another; it is looked at. */
export function addScenario(from: Pick<Scenario, 'measures'> & { name?: string } = { measures: [] }): void {
  void attempt(() => {
    let made = '';
    commit('step.newScenario', (document) => {
      const scenario = newScenario(document, from.measures, from.name);
      made = scenario.id;
      return { ...document, scenarios: [...document.scenarios, scenario] };
    });
    lookAt(made);
  });
}
function newScenario(document: ProjectDocument, measures: readonly string[], name?: string): Scenario {
  const { scenarios } = document;
  return { id: freshScenarioId(document), name: freeName(name ?? sayNow('scenario.name', { n: scenarios.length + 1 }), scenarios), measures: [...measures], remarks: '' };
}
function freeName(wanted: string, scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}
export function renameScenario(id: string, name: string): void {
  if (name.trim() === '') return;
  void attempt(() => commit('step.renameScenario', (document) => ({ ...document, scenarios: document.scenarios.map((one) => (one.id === id ? { ...one, name: name.trim() } : one)) })));
}
/** With its runs. The baseline is no scenario and stays. */
export function removeScenario(id: string): void {
  void attempt(() => {
    if (currentLooked().scenario === id) lookAt(null);
    commit('step.removeScenario', (document) => ({ ...document, scenarios: document.scenarios.filter((one) => one.id !== id), runs: document.runs.filter(({ scenario }) => scenario !== id) }));
  });
}
export function tickMeasure(scenario: string, measure: string, on: boolean): void {
  void attempt(() => commit('step.tickMeasure', (document) => ({
    ...document, scenarios: document.scenarios.map((one) => (one.id === scenario ? { ...one, measures: on ? [...one.measures, measure] : one.measures.filter((id) => id !== measure) } : one)),
  })));
}

export interface SiteChoice extends Wishes {
  site: PlanFeature;
  levels?: number;
  /** m over its top. */
  cover?: number;
}
/** Sites as measures; one that is there already, with the same levels and phase, is taken as it is. `params` are those of the run that found them. */
export function withSites(document: ProjectDocument, sites: readonly SiteChoice[], params: Params): { document: ProjectDocument; ids: string[] } {
  const baseline = new Baseline(document.layers.map(({ layer }) => layer));
  const measures = [...document.measures], ids: string[] = [];
  for (const { site, ...wishes } of sites) {
    const made = measureOfSite(site, params, { ...wishes, id: freshMeasureId({ ...document, measures }) }, baseline.feature('shelter', String(site.properties['sourceId'])));
    const known = measures.find((one) => one.kind === made.kind && one.phase === made.phase && one.target?.id === made.target?.id && JSON.stringify(one.set) === JSON.stringify(made.set));
    if (!known) measures.push(made);
    ids.push((known ?? made).id);
  }
  return { document: measures.length === document.measures.length ? document : { ...document, measures }, ids };
}
/** A set of sites (a portfolio's answer) becomes a scenario, as one step, and is looked at. */
export function scenarioOfSites(name: string, sites: readonly SiteChoice[], params: Params): void {
  void attempt(() => {
    let made = '';
    commit('step.newScenario', (before) => {
      const { document, ids } = withSites(before, sites, params);
      const scenario = newScenario(document, ids, name);
      made = scenario.id;
      return { ...document, scenarios: [...document.scenarios, scenario] };
    });
    lookAt(made);
  });
}
export function measureOfCandidate(choice: SiteChoice, params: Params): void {
  void attempt(() => {
    const { scenario } = currentLooked();
    commit('step.newMeasure', (before) => {
      const { document, ids } = withSites(before, [choice], params);
      return { ...document, scenarios: document.scenarios.map((one) => (one.id === scenario && !one.measures.includes(ids[0]) ? { ...one, measures: [...one.measures, ids[0]] } : one)) };
    });
  });
}

/** The services as the baseline was asked, in a scenario: the same parameters, its own layers; one step. */
export function runScenario(scenario: string): Promise<void> {
  return attempt(async () => {
    const before = currentDocument(), layers = layersOf(before, scenario);
    const runs: Run[] = [];
    for (const { analysis, params, inputs } of before.runs.filter((run) => run.scenario === null && serviceOf(run) !== null)) {
      const own = Object.fromEntries(Object.entries(inputs).flatMap(([input, old]) => { const now = layers.find(({ id }) => id === old.id); return now ? [[input, now]] : []; }));
      runs.push(await computed(analysis, own, params, scenario));
    }
    commit('step.run', (document) => runs.reduce(withRun, document), 'scenario.services');
    if (currentLooked().scenario === scenario) { const shown = runs.find(({ analysis }) => analysis === 'parking-shortage') ?? runs[0]; if (shown) showRun(shown); }
  });
}
