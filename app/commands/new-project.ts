import { EMPTY, hasWork, replaceDocument, useDocument } from '../state/document.ts';
import { ask } from '../state/question.ts';
import { setRanking } from '../state/ranking.ts';
import { setView } from '../state/view.ts';
import { resetLive } from './live.ts';

export async function newProject(): Promise<void> {
  if (!await mayLeave()) return;
  replaceDocument('step.newProject', EMPTY);
  resetLive();
  setRanking({ weights: null, judgements: null });
  // What is hidden stays noted: undoing brings the project back as it was looked at.
  setView({ selection: null, panel: 'analyses', tableLayer: null, shownRun: null });
}

/** Asks before work leaves the screen. */
export async function mayLeave(): Promise<boolean> {
  return !hasWork(useDocument.getState()) || ask({ title: 'leave.title', text: 'leave.text', yes: 'leave.yes' });
}

/** As long as nothing is stored, closing the page would lose the work: the browser asks. Returns the end of it. */
export function guardUnload(): () => void {
  const guard = (event: BeforeUnloadEvent) => { if (hasWork(useDocument.getState())) event.preventDefault(); };
  window.addEventListener('beforeunload', guard);
  return () => window.removeEventListener('beforeunload', guard);
}
