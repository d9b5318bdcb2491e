import { freeId, type Action, type Meeting } from '../../geo/index.ts';
import { currentMeeting, currentMeetingState, setMeeting, type Draft } from '../state/meeting.ts';
import { attempt } from './attempt.ts';
import { editMeeting } from './meetings.ts';

/** One step on the meeting at hand. */
function record(step: string, change: (meeting: Meeting) => Meeting): Promise<true | undefined> {
  return attempt(() => {
    const meeting = currentMeeting();
    if (meeting) editMeeting(meeting.id, step, change);
    return true as const;
  });
}
export function setDraft(change: Partial<Draft>): void {
  setMeeting(({ draft }) => ({ draft: { ...draft, ...change } }));
}

/** What was written as a decision becomes one, under the point of the agenda that is shown; nothing where nothing was written. */
export async function keepDecision(): Promise<void> {
  const { draft, viewId } = currentMeetingState(), text = draft.decision.trim();
  if (text === '') return;
  const at = new Date().toISOString();
  // Gone at once, lest a second Enter keeps it twice; what could not be kept comes back to where it was written.
  setDraft({ decision: '' });
  if (!await record('step.decide', (meeting) => ({ ...meeting, decisions: [...meeting.decisions, { id: freeId('decision-', meeting.decisions), view: viewId, text, at }] }))) setDraft({ decision: draft.decision });
}
export function changeDecision(id: string, text: string): void {
  void record('step.changeDecision', (meeting) => ({ ...meeting, decisions: meeting.decisions.map((one) => (one.id === id ? { ...one, text: text.trim() } : one)) }));
}
export function removeDecision(id: string): void {
  void record('step.removeDecision', (meeting) => ({ ...meeting, decisions: meeting.decisions.filter((one) => one.id !== id) }));
}

export async function keepAction(): Promise<void> {
  const { draft, viewId } = currentMeetingState(), text = draft.action.trim();
  if (text === '') return;
  const action = { view: viewId, text, owner: draft.owner.trim(), due: draft.due || null, done: false };
  setDraft({ action: '', owner: '', due: '' });
  if (!await record('step.addAction', (meeting) => ({ ...meeting, actions: [...meeting.actions, { id: freeId('action-', meeting.actions), ...action }] }))) setDraft({ action: draft.action, owner: draft.owner, due: draft.due });
}
export function changeAction(id: string, change: Partial<Pick<Action, 'text' | 'owner' | 'due' | 'done'>>): void {
  void record('step.changeAction', (meeting) => ({ ...meeting, actions: meeting.actions.map((one) => (one.id === id ? { ...one, ...change } : one)) }));
}
export function removeAction(id: string): void {
  void record('step.removeAction', (meeting) => ({ ...meeting, actions: meeting.actions.filter((one) => one.id !== id) }));
}

/** What is half written is kept, too, before anybody leaves or moves on. */
export async function keepDrafts(): Promise<void> {
  await Promise.all([keepDecision(), keepAction()]);
}
