import './meeting.css';
import { lazy, useEffect, useRef } from 'react';
import { leaveMeeting } from '../commands/meeting-run.ts';
import { useWords } from '../i18n/index.ts';
import { setMeeting, useMeeting } from '../state/meeting.ts';
import { followFullScreen, leaveFullScreen } from './full-screen.ts';
import { KeyList } from './KeyList.tsx';
import { pressKey } from './keys.ts';
import { MeetingHead } from './MeetingHead.tsx';
import { MeetingStrip } from './MeetingStrip.tsx';
import { PenBar } from './PenBar.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { Later } from '../ui/Later.tsx';

// It brings the panels of results and sites with it.
const LiveDrawer = lazy(() => import('./LiveDrawer.tsx'));

/** The meeting as it is held: over the map, which fills the screen. */
export default function MeetingScreen() {
  const { say } = useWords();
  const blank = useMeeting((state) => state.blank), help = useMeeting((state) => state.help);
  const drawer = useMeeting((state) => state.drawer), drawing = useMeeting((state) => state.pen !== null);
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    screen.current?.focus();
    // Before the map and the page hear of a key, which have other uses for arrows and Escape.
    const listen = (event: KeyboardEvent) => {
      if (!pressKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', listen, true);
    const stop = followFullScreen(() => void leaveMeeting());
    return () => {
      window.removeEventListener('keydown', listen, true);
      stop();
      leaveFullScreen();
    };
  }, []);
  return (
    <section className="meeting" aria-label={say('meeting.screen')} ref={screen} tabIndex={-1}>
      <MeetingHead />
      {drawing && <PenBar />}
      {drawer === 'record' && <RecordDrawer />}
      {drawer === 'live' && <Later><LiveDrawer /></Later>}
      {help && <KeyList />}
      <MeetingStrip />
      {blank && <button type="button" className="meeting-blank" onClick={() => setMeeting({ blank: false })}><span className="visually-hidden" role="status">{say('meeting.blanked')}</span></button>}
    </section>
  );
}
