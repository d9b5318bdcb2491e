import { deriveLayers, measuresOf, type Derived, type Issue, type Layer } from '../../geo/index.ts';
import { withDifference } from './difference.ts';
import { currentDocument, drawableLayers, useDocument, type ProjectDocument, type ProjectLayer } from './document.ts';
import { currentView, useView } from './view.ts';

type Ground = Pick<ProjectDocument, 'layers' | 'measures' | 'scenarios'>;
/** What follows from layers, measures and scenarios is kept with them; a document that shares them shares it. */
const derivedOf = new WeakMap<ProjectDocument['layers'], WeakMap<ProjectDocument['measures'], Map<string, Derived>>>();

/** The scenario as layers; the baseline's own where `id` is null or the scenario is gone. */
export function derivedLayers({ layers, measures, scenarios }: Ground, id: string | null): Derived {
  const scenario = id === null ? undefined : scenarios.find((one) => one.id === id);
  const byMeasures = derivedOf.get(layers) ?? new WeakMap<ProjectDocument['measures'], Map<string, Derived>>();
  derivedOf.set(layers, byMeasures);
  const known = byMeasures.get(measures) ?? new Map<string, Derived>();
  byMeasures.set(measures, known);
  const ticked = scenario ? measuresOf(scenario, measures) : [], key = ticked.map((measure) => measure.id).join('\n');
  const found = known.get(key) ?? deriveLayers(layers.map(({ layer }) => layer), ticked);
  known.set(key, found);
  return found;
}
export const layersOf = (document: Ground, id: string | null): readonly Layer[] => derivedLayers(document, id).layers;

const shownOf = new WeakMap<ProjectDocument, Map<string | null, ProjectDocument>>();
/** The document as one scenario has it: its layers, and the runs that were made in it. To look at, not to be committed. */
export function documentIn(document: ProjectDocument, id: string | null): ProjectDocument {
  const scenario = document.scenarios.some((one) => one.id === id) ? id : null;
  const known = shownOf.get(document) ?? new Map<string | null, ProjectDocument>();
  shownOf.set(document, known);
  const shown = known.get(scenario) ?? { ...document, layers: entriesIn(document, scenario), runs: runsIn(document, scenario) };
  known.set(scenario, shown);
  return shown;
}
function runsIn({ runs }: ProjectDocument, scenario: string | null): ProjectDocument['runs'] {
  return runs.every((run) => run.scenario === scenario) ? runs : runs.filter((run) => run.scenario === scenario);
}
function entriesIn(document: ProjectDocument, scenario: string | null): readonly ProjectLayer[] {
  if (scenario === null) return document.layers;
  return layersOf(document, scenario).map((layer, i) => {
    const own = document.layers.at(i);
    return own ? (own.layer === layer ? own : { ...own, layer }) : { layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 0, kept: layer.features.length, fixed: 0, setAside: 0 } };
  });
}

/** Layers and results as a scenario (null: the baseline) has them. */
export const drawableIn = (document: ProjectDocument, id: string | null): readonly Layer[] => drawableLayers(documentIn(document, id));
/** The same of every scenario, for sheets: their frames choose among them. */
export const sheetScenarios = (document: ProjectDocument) => document.scenarios.map(({ id }) => ({ id, layers: drawableIn(document, id) }));

/** The document as it is looked at. */
export function useShown(): ProjectDocument {
  const document = useDocument((state) => state.document), scenario = useView((view) => view.scenario), compare = useView((view) => view.compare);
  return shownIn(document, scenario, compare);
}
export const currentShown = (): ProjectDocument => { const { scenario, compare } = currentView(); return shownIn(currentDocument(), scenario, compare); };
/** With the difference as results of its own, where that is what is looked at. */
function shownIn(document: ProjectDocument, scenario: string | null, compare: ReturnType<typeof currentView>['compare']): ProjectDocument {
  const shown = documentIn(document, scenario);
  return compare?.way === 'difference' ? withDifference(documentIn(document, compare.with), shown) : shown;
}

const issuesOf = new WeakMap<ProjectDocument, Issue[]>();
/** Measures that do not fit the baseline any more, and those that get in each other's way within a scenario. */
export function measureIssues(document: ProjectDocument): readonly Issue[] {
  const known = issuesOf.get(document);
  if (known) return known;
  const all = deriveLayers(document.layers.map(({ layer }) => layer), document.measures).issues.filter(({ code }) => code !== 'measure.clash');
  const clashes = document.scenarios.flatMap(({ id, name }) => derivedLayers(document, id).issues.filter(({ code }) => code === 'measure.clash').map((one) => ({ ...one, params: { ...one.params, scenario: name } })));
  const issues = [...all, ...clashes];
  issuesOf.set(document, issues);
  return issues;
}
