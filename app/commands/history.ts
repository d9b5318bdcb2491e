import { redo, undo, useDocument, type Step } from '../state/document.ts';
import { currentLive } from '../state/live.ts';
import { setRanking, useRanking } from '../state/ranking.ts';
import { notify } from '../state/tasks.ts';
import { sayNow } from '../i18n/index.ts';
import { resetLive } from './live.ts';

/** What is only tried out goes first: a slider that was moved is nearer than the analysis it was moved on. */
export function undoStep(): void {
  if (isLive()) {
    resetLive();
    notify('info', 'app.undoneTrial');
  } else if (useRanking.getState().weights) {
    setRanking({ weights: null, judgements: null });
    notify('info', 'app.undoneWeights');
  } else tell('app.undone', undo());
}
export function redoStep(): void {
  tell('app.redone', redo());
}
/** What undoing would take back, in words; null when there is nothing. */
export function nextUndo(past: readonly Step[]): string | null {
  const step = past.at(-1);
  return step ? sayStep(step) : null;
}
export function sayStep({ label, about }: Pick<Step, 'label' | 'about'>): string {
  return about ? `${sayNow(label)} · ${sayNow(about)}` : sayNow(label);
}

function isLive(): boolean {
  const { runId, changed, answer } = currentLive();
  return runId !== null && (answer !== null || Object.keys(changed).length > 0);
}
function tell(key: string, step: Step | null): void {
  if (!step) return;
  const { runs } = useDocument.getState().document;
  // A trial on a run that is gone says nothing any more.
  if (!runs.some(({ id }) => id === currentLive().runId)) resetLive();
  notify('info', key, { what: sayStep(step) });
}
