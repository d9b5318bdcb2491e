import { CircleQuestionMark, ClipboardPen, Gauge, LogOut, Maximize, PenLine, SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { takePen } from '../commands/meeting-drawing.ts';
import { goTo, leaveMeeting } from '../commands/meeting-run.ts';
import { useWords } from '../i18n/index.ts';
import { SaveState } from '../panels/SaveState.tsx';
import { setMeeting, useMeeting, useShownMeeting } from '../state/meeting.ts';
import { toggleFullScreen } from './full-screen.ts';
import { openDrawer } from './keys.ts';

/** Below the map: the agenda with how far it has come, and what else there is, each with its key. */
export function MeetingStrip() {
  const { say } = useWords();
  const meeting = useShownMeeting();
  const { viewId, figures, help, drawer, pen } = useMeeting();
  const views = meeting?.views ?? [], at = views.findIndex(({ id }) => id === viewId);
  const shown = useRef<HTMLButtonElement>(null);
  // With the next frame, which lays the page out anyway: at once it would do so within the key's own time.
  useEffect(() => {
    const frame = requestAnimationFrame(() => shown.current?.scrollIntoView({ block: 'nearest', inline: 'center' }));
    return () => cancelAnimationFrame(frame);
  }, [viewId]);
  return (
    <footer className="meeting-strip">
      <div className="meeting-progress" role="progressbar" aria-label={say('meeting.at', { n: at + 1, all: views.length })} aria-valuemin={0} aria-valuemax={views.length} aria-valuenow={at + 1}><i style={{ width: `${views.length > 0 ? (100 * (at + 1)) / views.length : 0}%` }} /></div>
      <nav aria-label={say('meeting.agenda')}>
        <ol className="meeting-agenda">
          {views.map(({ id, title }, i) => (
            <li key={id}><button type="button" ref={id === viewId ? shown : undefined} aria-current={id === viewId ? 'step' : undefined} data-done={i < at || undefined} title={title} onClick={() => goTo(i)}><span>{i + 1}</span>{title}</button></li>
          ))}
        </ol>
        {views.length === 0 && <p>{say('meeting.noViews')}</p>}
      </nav>
      {views.length > 0 && <span className="meeting-count numeric">{at + 1} / {views.length}</span>}
      <SaveState />
      <StripButton letter="P" label={say('meeting.pen')} pressed={pen !== null} onClick={() => takePen(pen ? null : 'pen')}><PenLine /></StripButton>
      <StripButton letter="L" label={say('meeting.live')} pressed={drawer === 'live'} onClick={() => openDrawer('live')}><SlidersHorizontal /></StripButton>
      <StripButton letter="D" label={say('meeting.record')} pressed={drawer === 'record'} onClick={() => openDrawer('record')}><ClipboardPen /></StripButton>
      <StripButton letter="K" label={say('meeting.figures')} pressed={figures} onClick={() => setMeeting({ figures: !figures })}><Gauge /></StripButton>
      <StripButton letter="F" label={say('meeting.fullScreen')} onClick={toggleFullScreen}><Maximize /></StripButton>
      <StripButton letter="?" label={say('meeting.keys')} pressed={help} onClick={() => setMeeting({ help: !help })}><CircleQuestionMark /></StripButton>
      <StripButton letter="Esc" label={say('meeting.leave')} onClick={() => void leaveMeeting()}><LogOut /></StripButton>
    </footer>
  );
}

export function StripButton({ letter, label, pressed, onClick, children }: { letter: string; label: string; pressed?: boolean; onClick: () => void; children: ReactNode }) {
  return <button type="button" className="strip-button" aria-label={label} aria-pressed={pressed} title={`${label} (${letter})`} onClick={onClick}>{children}<kbd>{letter}</kbd></button>;
}
