import { mergeHandedBack, writeOver, type Opinion, type OpinionState } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { commit, currentDocument, requireUnlocked } from '../state/document.ts';
import { setMeeting } from '../state/meeting.ts';
import { ask } from '../state/question.ts';
import { setSettling } from '../state/settling.ts';
import { notify } from '../state/tasks.ts';
import type { ProjectOpened } from '../workers/engine.ts';
import { attempt } from './attempt.ts';

/** A file that was handed out from the project that is open. */
export function cameBack({ meta }: ProjectOpened): boolean {
  const { origin, handOut } = currentDocument();
  return meta.handOut !== undefined && meta.origin !== undefined && meta.origin === origin && !handOut;
}

/** Asks, then takes in what the department wrote; one step of undo. What stands side by side then is shown. */
export async function mergeOpened({ meta: { origin, handOut }, documents: { opinions, meetings } }: ProjectOpened): Promise<void> {
  requireUnlocked();
  const file = { origin, handOut, opinions, meetings }, department = sayNow(`department.${handOut!.department}`);
  const found = mergeHandedBack(currentDocument(), [file]);
  if (found.added.length === 0 && found.done === 0) return notify('info', 'merge.nothing', { department });
  if (!await ask({ title: 'merge.title', text: 'merge.text', yes: 'merge.yes', params: { department, added: found.added.length, done: found.done, refused: found.refused } })) return;
  let open = 0;
  commit('step.merge', (document) => {
    const merged = mergeHandedBack(document, [file]);
    open = merged.unsettled.length;
    return { ...document, opinions: merged.opinions, meetings: merged.meetings };
  });
  notify('info', 'merge.done', { added: found.added.length });
  if (open > 0) {
    setMeeting({ planning: true, meetingId: null });
    setSettling(true);
  }
}

/** One word that replaces all that stand side by side. */
export function settleOpinion({ subject, department }: Opinion, said: { state: OpinionState; note: string; who: string }): void {
  void attempt(() => commit('step.settle', (document) => ({ ...document, opinions: [...document.opinions, writeOver(document.opinions, { subject, department, ...said, at: new Date().toISOString() })] })));
}
