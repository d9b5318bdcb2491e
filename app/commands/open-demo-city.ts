import { NO_DOCUMENTS, type SchemaId } from '../../geo/index.ts';
import { openOn } from '../map/map-access.ts';
import type { ProjectLayer } from '../state/document.ts';
import { progressTask, withTask } from '../state/tasks.ts';
import { openProject } from '../store/saver.ts';
import { store } from '../workers/store.ts';
import { sayNow } from '../i18n/index.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { freshView, mayLeave } from './new-project.ts';

/** data/demo-city/index.json */
interface DemoIndex {
  name: { zh: string; en: string };
  layers: { schema: SchemaId; file: string; features: number }[];
}

/** Opens the invented city as a new project. Its files pass the same gate as the user's. */
export function openDemoCity(): Promise<void> {
  return attempt(async () => {
    if (!await mayLeave()) return;
    const { index, layers } = await withTask({ title: 'app.loadingDemo', step: '', done: 0, cancel: null }, readDemoCity);
    await store.close();
    openProject({ document: { name: index.name, invented: true, layers, runs: [], ...NO_DOCUMENTS }, id: null });
    openOn((layers.find(({ layer }) => layer.schema === 'boundary') ?? layers[0]).layer);
    freshView();
  });
}

async function readDemoCity(): Promise<{ index: DemoIndex; layers: ProjectLayer[] }> {
  const address = new URL('./demo-city/', document.baseURI).href;
  const index = await (await fetch(`${address}index.json`)).json() as DemoIndex;
  let read = 0;
  // Asked for together: while one is on its way to the page, the engine reads the next.
  const layers = await Promise.all(index.layers.map(async ({ schema, file }): Promise<ProjectLayer> => {
    const { layer, report, sha256 } = await engine.read(`${address}${file}`, { schema, layerId: schema, name: '' });
    progressTask(sayNow(`schema.${schema}`), ++read / index.layers.length);
    return { layer, fileName: file, sha256, issues: report.issues, setAside: report.rejected, counts: report.counts };
  }));
  return { index, layers };
}
