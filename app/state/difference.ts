import { demandChanges, kindOfRun, layerChanges, type Layer, type PlanFeature, type SchemaId } from '../../geo/index.ts';
import type { ProjectDocument, Run } from './document.ts';

const DIFFERENCE = 'difference';
const known = new WeakMap<ProjectDocument, WeakMap<ProjectDocument, ProjectDocument>>();

/** The document after, with what is different from the one before as results of a run that nobody made: to be looked at, never committed. */
export function withDifference(before: ProjectDocument, after: ProjectDocument): ProjectDocument {
  const ofBefore = known.get(before) ?? new WeakMap<ProjectDocument, ProjectDocument>();
  known.set(before, ofBefore);
  const found = ofBefore.get(after) ?? { ...after, runs: [...after.runs, differenceOf(before, after)] };
  ofBefore.set(after, found);
  return found;
}

function differenceOf(before: ProjectDocument, after: ProjectDocument): Run {
  const results = [
    resultLayer(`${DIFFERENCE}/changes`, 'scenario-change', layerChanges(before.layers.map(({ layer }) => layer), after.layers.map(({ layer }) => layer))),
    ...after.runs.flatMap((run) => {
      const kind = kindOfRun(run.analysis, run.params), now = run.layers['demand-units'];
      const was = before.runs.find((one) => kindOfRun(one.analysis, one.params) === kind)?.layers['demand-units'];
      return now && was ? [resultLayer(`${kind}/demand-changes`, 'demand-change', demandChanges(was, now))] : [];
    }),
  ];
  return { id: DIFFERENCE, analysis: DIFFERENCE, version: 1, scenario: null, params: {}, inputs: {}, layers: Object.fromEntries(results.map((layer) => [layer.id, layer])), indicators: [], issues: [], reckoning: { text: new Blob([]), places: {} } };
}
/** Named by what stands behind the `/`; what stands before it says which service it is about. */
function resultLayer(id: string, schema: SchemaId, features: PlanFeature[]): Layer {
  return { id, schema, name: id.split('/')[1], features };
}
