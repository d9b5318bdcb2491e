import { FRESH_COMPOSER, setComposer } from '../state/composer.ts';
import { freshCoordination } from '../state/coordination.ts';
import { EMPTY, hasWork, useDocument } from '../state/document.ts';
import { setEditing } from '../state/editing.ts';
import { restoreForms } from '../state/forms.ts';
import { FRESH_MEETING, setMeeting } from '../state/meeting.ts';
import { ask } from '../state/question.ts';
import { setRanking } from '../state/ranking.ts';
import { FRESH_VIEW, setView } from '../state/view.ts';
import { openProject, settled } from '../store/saver.ts';
import { store } from '../workers/store.ts';
import { resetLive } from './live.ts';

export async function newProject(): Promise<void> {
  if (!await mayLeave()) return;
  await store.close();
  openProject({ document: EMPTY, id: null });
  freshView();
}

/** What was looked at and tried out went with the project. */
export function freshView(): void {
  resetLive();
  setEditing({ layerId: null });
  setRanking({ weights: null, judgements: null });
  setComposer(FRESH_COMPOSER);
  freshCoordination();
  setMeeting(FRESH_MEETING);
  restoreForms([]);
  setView(FRESH_VIEW);
}

/** Asks before work that is stored nowhere leaves the screen. */
export async function mayLeave(): Promise<boolean> {
  await settled();
  return !hasWork(useDocument.getState()) || ask({ title: 'leave.title', text: 'leave.text', yes: 'leave.yes' });
}

/** While a change is not stored, closing the page would lose it: the browser asks. Returns the end of it. */
export function guardUnload(): () => void {
  const guard = (event: BeforeUnloadEvent) => { if (hasWork(useDocument.getState())) event.preventDefault(); };
  window.addEventListener('beforeunload', guard);
  return () => window.removeEventListener('beforeunload', guard);
}
