import { create } from 'zustand';
import type { AgendaView, Meeting } from '../../geo/index.ts';
import { currentDocument, useDocument } from './document.ts';

/** What is open beside the map while the meeting runs. */
export const DRAWERS = ['record', 'live'] as const;
export type Drawer = (typeof DRAWERS)[number];

export const PEN_TOOLS = ['pen', 'line', 'arrow', 'area', 'erase'] as const;
export type PenTool = (typeof PEN_TOOLS)[number];
/** Colours of the pen, kept apart by those who see colours otherwise (Okabe and Ito), and from the map by their lightness and a white edge. */
export const PEN_COLOURS = { vermilion: '#d55e00', blue: '#0072b2', black: '#111111' } as const;
export type PenColour = keyof typeof PEN_COLOURS;

/** What is being written and not yet in the document. */
export interface Draft {
  decision: string;
  action: string;
  owner: string;
  /** ISO date; empty = not set. */
  due: string;
}
export const NO_DRAFT: Draft = { decision: '', action: '', owner: '', due: '' };

/** What of meetings is looked at. Meetings themselves are part of the document. */
interface MeetingState {
  /** The panel in which meetings are prepared is open. */
  planning: boolean;
  /** The meeting at hand; null = their list. */
  meetingId: string | null;
  /** The point of its agenda that the map shows; null = none. */
  viewId: string | null;
  /** The meeting is held: the map fills the screen. */
  running: boolean;
  /** The screen is dark, so that people look at who speaks. */
  blank: boolean;
  drawer: Drawer | null;
  figures: boolean;
  help: boolean;
  /** What the pointer does on the map; null = move it. */
  pen: PenTool | null;
  colour: PenColour;
  draft: Draft;
}

/** How the meetings of a project that was just opened are looked at. */
export const FRESH_MEETING = { meetingId: null, viewId: null, running: false, blank: false, drawer: null, figures: true, help: false, pen: null, draft: NO_DRAFT } as const satisfies Partial<MeetingState>;
export const useMeeting = create<MeetingState>(() => ({ ...FRESH_MEETING, planning: false, colour: 'vermilion' }));
export const setMeeting = useMeeting.setState;
export const currentMeetingState = useMeeting.getState;

export const meetingIn = (meetings: readonly Meeting[], id: string | null): Meeting | undefined => meetings.find((one) => one.id === id);
/** The meeting at hand, as the document has it now. */
export const currentMeeting = (): Meeting | undefined => meetingIn(currentDocument().meetings, currentMeetingState().meetingId);
export function useShownMeeting(): Meeting | undefined {
  const id = useMeeting(({ meetingId }) => meetingId);
  return useDocument(({ document }) => meetingIn(document.meetings, id));
}
/** The point of the agenda that the map shows. */
export function useShownView(): AgendaView | undefined {
  const meeting = useShownMeeting(), id = useMeeting(({ viewId }) => viewId);
  return meeting?.views.find((view) => view.id === id);
}
