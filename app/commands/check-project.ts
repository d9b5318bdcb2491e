import { useChecks } from '../state/checks.ts';
import { currentDocument, useDocument } from '../state/document.ts';
import { engine } from '../workers/engine.ts';

/** After a change the map is drawn first; the checks can wait this long (milliseconds). */
const PATIENCE = 600;

/** Checks the project's layers by themselves and against each other. Asked again for the same layers it does nothing. */
export async function checkProject(): Promise<void> {
  const layers = currentDocument().layers.map(({ layer }) => layer);
  const before = useChecks.getState().layers;
  if (layers.length === before.length && layers.every((layer, i) => layer === before[i])) return;
  useChecks.setState({ layers, issues: layers.length === 0 ? [] : useChecks.getState().issues, busy: layers.length > 0 });
  if (layers.length === 0) return;
  try {
    const issues = await engine.check(layers);
    // A newer check may have begun meanwhile; its answer is the one that counts.
    if (useChecks.getState().layers === layers) useChecks.setState({ issues, busy: false });
  } catch (error) {
    console.error(error);
    if (useChecks.getState().layers === layers) useChecks.setState({ layers: [], issues: [], busy: false });
  }
}

/** Keeps the checks up with the document. Returns the end of it. */
export function followProject(): () => void {
  let timer = setTimeout(() => void checkProject(), PATIENCE);
  const stop = useDocument.subscribe(({ document }, before) => {
    if (document.layers === before.document.layers) return;
    clearTimeout(timer);
    timer = setTimeout(() => void checkProject(), PATIENCE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
