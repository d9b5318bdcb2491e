import { demandChanges, kindOfRun, layerChanges, type Layer, type PlanFeature, type SchemaId } from '../../geo/index.ts';
import { DIFFERENCE, type ProjectDocument, type Run } from './document.ts';
import { kept } from './kept.ts';

type Layers = ProjectDocument['layers'];
type Runs = ProjectDocument['runs'];

/** The document after, with what is different from the one before as results of a run that nobody made: to be looked at, never committed. */
export const withDifference = (before: ProjectDocument, after: ProjectDocument): ProjectDocument => differing(before)(after);
const differing = kept((before: ProjectDocument) => kept((after: ProjectDocument): ProjectDocument => (
  { ...after, runs: [...after.runs, differenceOf(before.layers)(before.runs)(after.layers)(after.runs)] }
)));

/** Kept with what it follows from: what else is written in the documents does not matter. */
const differenceOf = kept((layersBefore: Layers) => kept((runsBefore: Runs) => kept((layers: Layers) => kept((runs: Runs): Run => {
  const results = [
    resultLayer(`${DIFFERENCE}/changes`, 'scenario-change', layerChanges(layersBefore.map(({ layer }) => layer), layers.map(({ layer }) => layer))),
    ...runs.flatMap((run) => {
      const kind = kindOfRun(run.analysis, run.params), now = run.layers['demand-units'];
      const was = runsBefore.find((one) => kindOfRun(one.analysis, one.params) === kind)?.layers['demand-units'];
      return now && was ? [resultLayer(`${kind}/demand-changes`, 'demand-change', demandChanges(was, now))] : [];
    }),
  ];
  return { id: DIFFERENCE, analysis: DIFFERENCE, version: 1, scenario: null, params: {}, inputs: {}, layers: Object.fromEntries(results.map((layer) => [layer.id, layer])), indicators: [], issues: [], reckoning: { text: new Blob([]), places: {} } };
}))));
/** Named by what stands behind the `/`; what stands before it says which service it is about. */
function resultLayer(id: string, schema: SchemaId, features: PlanFeature[]): Layer {
  return { id, schema, name: id.split('/')[1], features };
}
