import type { Layer } from '../../geo/index.ts';
import { moveCamera, openOn } from '../map/map-access.ts';
import { currentDocument, type ProjectDocument, type Run } from '../state/document.ts';
import { restoreForms } from '../state/forms.ts';
import { layersOf } from '../state/scenarios.ts';
import { notify } from '../state/tasks.ts';
import { setView } from '../state/view.ts';
import { readView } from '../store/view-state.ts';
import type { ProjectOpened } from '../workers/engine.ts';

/** The document of a project that came from a file or from the store. */
export function documentOf({ meta, layers, runs, documents, pictures }: ProjectOpened): ProjectDocument {
  const inputsOf = (scenario: string | null) => new Map(layersOf({ layers, ...documents }, scenario).map((layer) => [layer.id, layer]));
  return { name: meta.name, invented: meta.invented, ...(meta.origin === undefined ? {} : { origin: meta.origin }), ...(meta.handOut ? { handOut: meta.handOut } : {}), layers, ...documents, pictures, runs: runs.map(({ inputs, outOfDate, ...run }): Run => {
    const byId = inputsOf(run.scenario);
    return { ...run, inputs: Object.fromEntries(Object.entries(inputs).map(([input, { layerId, file }]) => [input, inputLayer(byId.get(layerId ?? ''), outOfDate.includes(input), file)])) };
  }) };
}
/** A run sees that its input is another one by the layer not being the project's: then a layer stands in that is nobody's. */
function inputLayer(layer: Layer | undefined, isOther: boolean, file: string): Layer {
  return layer && !isOther ? layer : { id: layer?.id ?? file, schema: layer?.schema ?? 'reference', name: layer?.name ?? file, features: [] };
}

/** Looks at a project that was just opened: where it was left, else on the whole of it. What was found in it is told. */
export function showProject({ meta, issues }: ProjectOpened): void {
  const { camera, ...view } = readView(meta.viewState);
  setView(view);
  const { layers, runs } = currentDocument();
  restoreForms(runs);
  const first = layers.find(({ layer }) => layer.schema === 'boundary') ?? layers.find(({ layer }) => layer.features.length > 0);
  if (camera) moveCamera(camera);
  else if (first) openOn(first.layer);
  for (const { code, params } of issues.slice(0, 3)) notify('warning', `issue.${code}`, params);
}
