import type { Layer } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage } from '../i18n/index.ts';
import { openOn } from '../map/map-access.ts';
import { currentDocument, markSaved, replaceDocument, type ProjectDocument, type Run } from '../state/document.ts';
import { notify, withTask } from '../state/tasks.ts';
import { FRESH_VIEW, setView } from '../state/view.ts';
import { engine, type ProjectOpened } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { resetLive } from './live.ts';
import { mayLeave } from './new-project.ts';

/** Program that writes a project; its version is in the file's own format. */
const CREATED_BY = 'undercroft';

/** The project as one GeoPackage: layers, runs and what is known of them. QGIS opens it as it is, and so does the command line. */
export function saveProjectFile(): Promise<void> {
  return attempt(async () => {
    const document = currentDocument();
    const now = new Date().toISOString();
    const meta = { name: document.name, invented: document.invented, viewState: null, createdBy: CREATED_BY, created: now, saved: now };
    const file = await withTask({ title: 'project.saving', step: '', done: 0, cancel: null }, () => engine.saveProject(meta, document));
    download(`${document.name[currentLanguage()]}.gpkg`, file.type, file);
    markSaved(document);
    notify('info', 'project.saved', { layers: document.layers.length, runs: document.runs.length });
  });
}

/** Opens a project in the place of the one that is there. What cannot be opened is refused, and nothing changes. */
export function openProjectFile(file: File): Promise<void> {
  return attempt(async () => {
    if (!await mayLeave()) return;
    const opened = await withTask({ title: 'project.opening', step: '', done: 0, cancel: null }, () => engine.openProject(file));
    const document = documentOf(opened);
    replaceDocument('step.openProject', document);
    markSaved(document);
    resetLive();
    setView(FRESH_VIEW);
    const first = document.layers.find(({ layer }) => layer.schema === 'boundary') ?? document.layers.find(({ layer }) => layer.features.length > 0);
    if (first) openOn(first.layer);
    for (const { code, params } of opened.issues.slice(0, 3)) notify('warning', `issue.${code}`, params);
  });
}

function documentOf({ meta, layers, runs, layouts }: ProjectOpened): ProjectDocument {
  const byId = new Map(layers.map(({ layer }) => [layer.id, layer]));
  return { name: meta.name, invented: meta.invented, layers, layouts, runs: runs.map(({ inputs, outOfDate, version: _, ...run }): Run => ({ ...run, inputs: Object.fromEntries(Object.entries(inputs).map(([input, { layerId, file }]) => [input, inputLayer(byId.get(layerId ?? ''), outOfDate.includes(input), file)])) })) };
}
/** A run sees that its input is another one by the layer not being the project's: then a layer stands in that is nobody's. */
function inputLayer(layer: Layer | undefined, isOther: boolean, file: string): Layer {
  return layer && !isOther ? layer : { id: layer?.id ?? file, schema: layer?.schema ?? 'reference', name: layer?.name ?? file, features: [] };
}
