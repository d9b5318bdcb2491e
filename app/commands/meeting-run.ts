import type { Meeting } from '../../geo/index.ts';
import { currentDocument } from '../state/document.ts';
import { stopEditing } from '../state/editing.ts';
import { currentMeeting, currentMeetingState, FRESH_MEETING, setMeeting } from '../state/meeting.ts';
import { nextTurn } from '../state/next-turn.ts';
import { ask } from '../state/question.ts';
import { documentIn } from '../state/scenarios.ts';
import { setView } from '../state/view.ts';
import { keepDrafts } from './meeting-record.ts';
import { showView } from './meeting-views.ts';

/** Holds the meeting: the map fills the screen, from the point that was looked at, else from the first. */
export function startMeeting(meetingId: string): void {
  stopEditing();
  setView({ tableLayer: null });
  const { viewId } = currentMeetingState();
  setMeeting({ ...FRESH_MEETING, meetingId, viewId, running: true });
  if (!currentMeeting()?.views.some(({ id }) => id === viewId)) setMeeting({ viewId: currentMeeting()?.views[0]?.id ?? null });
  void prepareScenarios(currentMeeting());
}
/** The layers of scenarios follow from measures; they are derived before they are asked for. */
async function prepareScenarios(meeting: Meeting | undefined): Promise<void> {
  for (const view of meeting?.views ?? []) {
    await nextTurn();
    documentIn(currentDocument(), view.scenario);
  }
}

/** Where in the agenda one is: from 0; -1 = at none of its points. */
export function placeInAgenda(): number {
  return currentMeeting()?.views.findIndex(({ id }) => id === currentMeetingState().viewId) ?? -1;
}
/** Shows a point of the agenda; what lies beyond its ends does not move. Any move lights a dark screen. */
export function goTo(at: number): void {
  setMeeting({ blank: false });
  const views = currentMeeting()?.views ?? [];
  if (at >= 0 && at < views.length && views[at].id !== currentMeetingState().viewId) {
    void keepDrafts();
    showView(views[at]);
  }
}
export function goBy(by: number): void {
  const at = placeInAgenda();
  if (at >= 0) goTo(at + by);
  else goTo(by > 0 ? 0 : (currentMeeting()?.views.length ?? 0) - 1);
}
export function showAgain(): void {
  const view = currentMeeting()?.views[placeInAgenda()];
  if (view) showView(view);
}

/** Asks, and leaves the screen. Everything was kept when it was written down; what is half written is kept now. */
export async function leaveMeeting(): Promise<void> {
  if (!currentMeetingState().running) return;
  await keepDrafts();
  if (await ask({ title: 'meeting.leave.title', text: 'meeting.leave.text', yes: 'meeting.leave.yes' })) endMeeting();
}
function endMeeting(): void {
  const { meetingId, viewId } = currentMeetingState();
  setMeeting({ ...FRESH_MEETING, meetingId, viewId, planning: true });
}
