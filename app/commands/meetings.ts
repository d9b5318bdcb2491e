import { freeId, type AgendaView, type Meeting } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { setMeeting, currentMeetingState } from '../state/meeting.ts';
import { commit, currentDocument, type ProjectDocument } from '../state/document.ts';
import { attempt } from './attempt.ts';
import { localDate } from './sheet-names.ts';

/** One meeting changed, as a step; none where nothing is changed. For commands that say themselves what failed. @throws UserError where another tab has the project */
export function editMeeting(id: string, step: string, change: (meeting: Meeting) => Meeting): void {
  commit(step, (before) => {
    const meetings = before.meetings.map((meeting) => (meeting.id === id ? change(meeting) : meeting));
    return meetings.every((meeting, i) => meeting === before.meetings[i]) ? before : { ...before, meetings };
  });
}
export function changeMeeting(id: string, change: Partial<Pick<Meeting, 'title' | 'date' | 'place' | 'chair' | 'number' | 'attendees'>>): void {
  void attempt(() => editMeeting(id, 'step.changeMeeting', (meeting) => ({ ...meeting, ...change })));
}

/** A meeting of today without an agenda; it is the one at hand then. */
export function addMeeting(): void {
  add((document) => ({ title: sayNow('meeting.name', { n: document.meetings.length + 1 }), date: localDate(new Date()), place: '', chair: '', number: '', attendees: [], views: [], decisions: [], actions: [] }));
}
/** The same people and agenda once more, as the next meeting: what was decided and drawn belongs to the one before, what is still to be done goes on. */
export function copyMeeting(id: string): void {
  add((document) => {
    const meeting = document.meetings.find((one) => one.id === id);
    return meeting && {
      ...meeting, title: sayNow('meeting.copyName', { title: meeting.title }), date: localDate(new Date()), number: '',
      views: meeting.views.map((view) => ({ ...view, drawing: null })), decisions: [], actions: meeting.actions.filter(({ done }) => !done),
    };
  });
}
function add(write: (document: ProjectDocument) => Omit<Meeting, 'id'> | undefined): void {
  void attempt(() => {
    let id: string | null = null;
    commit('step.newMeeting', (document) => {
      const made = write(document);
      if (!made) return document;
      id = freeId('meeting-', document.meetings);
      return { ...document, meetings: [...document.meetings, { ...made, id }] };
    });
    if (id !== null) setMeeting({ meetingId: id, viewId: null });
  });
}
export function removeMeeting(id: string): void {
  void attempt(() => {
    commit('step.removeMeeting', (before) => ({ ...before, meetings: before.meetings.filter((meeting) => meeting.id !== id) }));
    if (currentMeetingState().meetingId === id) setMeeting({ meetingId: null, viewId: null });
  });
}

export function changeView(meetingId: string, viewId: string, change: Partial<Pick<AgendaView, 'title' | 'notes' | 'drawing'>>, step = 'step.changeView'): void {
  void attempt(() => editMeeting(meetingId, step, (meeting) => ({ ...meeting, views: meeting.views.map((view) => (view.id === viewId ? { ...view, ...change } : view)) })));
}
/** To another place of the agenda; beyond its ends is its end. */
export function moveView(meetingId: string, viewId: string, to: number): void {
  void attempt(() => editMeeting(meetingId, 'step.moveView', (meeting) => {
    const from = meeting.views.findIndex(({ id }) => id === viewId), at = Math.max(0, Math.min(meeting.views.length - 1, to));
    if (from < 0 || from === at) return meeting;
    const others = meeting.views.filter(({ id }) => id !== viewId);
    return { ...meeting, views: [...others.slice(0, at), meeting.views[from], ...others.slice(at)] };
  }));
}
/** What was decided under it stays, as taken under no point of the agenda. */
export function removeView(meetingId: string, viewId: string): void {
  void attempt(() => {
    const free = <T extends { view: string | null }>(noted: readonly T[]): readonly T[] => noted.map((one) => (one.view === viewId ? { ...one, view: null } : one));
    editMeeting(meetingId, 'step.removeView', (meeting) => ({ ...meeting, views: meeting.views.filter(({ id }) => id !== viewId), decisions: free(meeting.decisions), actions: free(meeting.actions) }));
    if (currentMeetingState().viewId === viewId) setMeeting({ viewId: null });
  });
}
export const viewOf = (meetingId: string, viewId: string | null): AgendaView | undefined =>
  currentDocument().meetings.find(({ id }) => id === meetingId)?.views.find(({ id }) => id === viewId);
