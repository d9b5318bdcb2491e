import type { SchemaId } from '../../geo/index.ts';
import { openAt } from '../map/map-access.ts';
import { openDocument, type ProjectLayer } from '../state/document.ts';
import { progressTask, withTask } from '../state/tasks.ts';
import { FRESH_VIEW, setView } from '../state/view.ts';
import { sayNow } from '../i18n/index.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { resetLive } from './live.ts';

/** data/demo-city/index.json */
interface DemoIndex {
  name: { zh: string; en: string };
  layers: { schema: SchemaId; file: string; features: number }[];
  camera: { center: [number, number]; zoom: number };
}

/** Opens the invented city as a new project. Its files pass the same gate as the user's. */
export function openDemoCity(): Promise<void> {
  return attempt(async () => {
    const { index, layers } = await withTask({ title: 'app.loadingDemo', step: '', done: 0, cancel: null }, readDemoCity);
    openAt(index.camera.center, index.camera.zoom);
    openDocument({ name: index.name, invented: true, layers, runs: [] });
    resetLive();
    setView(FRESH_VIEW);
  });
}

async function readDemoCity(): Promise<{ index: DemoIndex; layers: ProjectLayer[] }> {
  const address = new URL('./demo-city/', document.baseURI).href;
  const index = await (await fetch(`${address}index.json`)).json() as DemoIndex;
  const layers: ProjectLayer[] = [];
  for (const [i, { schema, file }] of index.layers.entries()) {
    progressTask(sayNow(`schema.${schema}`), i / index.layers.length);
    const { layer, report, sha256 } = await engine.read(`${address}${file}`, { schema, layerId: schema, name: sayNow(`schema.${schema}`) });
    layers.push({ layer, fileName: file, sha256, issues: report.issues, setAside: report.rejected, counts: report.counts });
  }
  return { index, layers };
}
