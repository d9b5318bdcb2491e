import { BASELINE, deriveLayers, measuresOf, type Derived, type Issue, type Layer, type Measure } from '../../geo/index.ts';
import { withDifference } from './difference.ts';
import { currentDocument, drawableLayers, useDocument, type ProjectDocument, type ProjectLayer, type Run } from './document.ts';
import { kept } from './kept.ts';
import { useSearch, withFirst } from './search.ts';
import { currentView, useView } from './view.ts';

type Layers = ProjectDocument['layers'];
type Ground = Pick<ProjectDocument, 'layers' | 'measures' | 'scenarios'>;

/** What follows from layers and measures is kept with them: a document that shares them shares it, whatever else is written in it. */
const derivedOf = kept((layers: Layers) => kept((_: ProjectDocument['measures']) => {
  const known = new Map<string, Derived>();
  return (ticked: readonly Measure[]): Derived => {
    const key = ticked.map(({ id }) => id).join('\n'), found = known.get(key) ?? deriveLayers(layers.map(({ layer }) => layer), ticked);
    known.set(key, found);
    return found;
  };
}));
/** The scenario as layers; the baseline's own where `id` is null or the scenario is gone. */
function derivedLayers({ layers, measures, scenarios }: Ground, id: string | null): Derived {
  const scenario = scenarios.find((one) => one.id === id);
  return derivedOf(layers)(measures)(scenario ? measuresOf(scenario, measures) : []);
}
export const layersOf = (document: Ground, id: string | null): readonly Layer[] => derivedLayers(document, id).layers;

const entriesOf = kept((entries: Layers) => kept(({ layers }: Derived): readonly ProjectLayer[] => layers.map((layer, i) => {
  const own = entries.at(i);
  return own ? (own.layer === layer ? own : { ...own, layer }) : { layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: 0, kept: layer.features.length, fixed: 0, setAside: 0 } };
})));
const runsOf = kept((runs: ProjectDocument['runs']) => {
  const known = new Map<string | null, ProjectDocument['runs']>();
  return (scenario: string | null) => {
    const found = known.get(scenario) ?? runs.filter((run) => run.scenario === scenario);
    known.set(scenario, found);
    return found;
  };
});
const documentsOf = kept((_: ProjectDocument) => new Map<string | null, ProjectDocument>());
/** The document as one scenario has it: its layers, and the runs that were made in it. To look at, not to be committed. */
export function documentIn(document: ProjectDocument, id: string | null): ProjectDocument {
  const scenario = document.scenarios.some((one) => one.id === id) ? id : null, known = documentsOf(document);
  const shown = known.get(scenario) ?? { ...document, layers: scenario === null ? document.layers : entriesOf(document.layers)(derivedLayers(document, scenario)), runs: runsOf(document.runs)(scenario) };
  known.set(scenario, shown);
  return shown;
}

/** Layers and results as a scenario (null: the baseline) has them. */
export const drawableIn = (document: ProjectDocument, id: string | null): readonly Layer[] => drawableLayers(documentIn(document, id));
/** The same of every scenario, for sheets: their frames choose among them. */
export const sheetScenarios = (document: ProjectDocument) => document.scenarios.map(({ id }) => ({ id, layers: drawableIn(document, id) }));

type Looked = Pick<ReturnType<typeof currentView>, 'scenario' | 'compare'>;
/** The scenario and the comparison that are looked at, as far as they are there: an undo may have taken a scenario away. Nothing is compared with itself. */
export function lookedAt({ scenarios }: Pick<ProjectDocument, 'scenarios'>, { scenario, compare }: Looked): Looked {
  const isThere = (id: string | null | undefined) => scenarios.some((one) => one.id === id);
  const shown = isThere(scenario) ? scenario : null;
  return { scenario: shown, compare: compare && (compare.with === BASELINE || isThere(compare.with)) && compare.with !== (shown ?? BASELINE) ? compare : null };
}
export const currentLooked = (): Looked => lookedAt(currentDocument(), currentView());
export function useLooked(): Looked {
  const scenarios = useDocument((state) => state.document.scenarios), scenario = useView((view) => view.scenario), compare = useView((view) => view.compare);
  return lookedAt({ scenarios }, { scenario, compare });
}

/** The document as it is looked at. */
export function useShown(): ProjectDocument {
  const document = useDocument((state) => state.document);
  return shownIn(document, useLooked(), useSearch((state) => state.run));
}
export const currentShown = (): ProjectDocument => shownIn(currentDocument(), currentLooked(), useSearch.getState().run);
/** With the difference as results of its own, where that is what is looked at, and with what a search has found so far. */
function shownIn(document: ProjectDocument, { scenario, compare }: Looked, first: Run | null): ProjectDocument {
  const own = documentIn(document, scenario), shown = first && first.scenario === scenario ? withFirst(own)(first) : own;
  return compare?.way === 'difference' ? withDifference(documentIn(document, compare.with), shown) : shown;
}

/** Measures that do not fit the baseline any more, and those that get in each other's way within a scenario. */
export function measureIssues(document: Ground): Issue[] {
  const { layers, measures, scenarios } = document;
  const isClash = ({ code }: Issue) => code === 'measure.clash';
  const clashes = scenarios.flatMap(({ id, name }) => derivedLayers(document, id).issues.filter(isClash).map((one) => ({ ...one, params: { ...one.params, scenario: name } })));
  return [...derivedOf(layers)(measures)(measures).issues.filter((one) => !isClash(one)), ...clashes];
}
