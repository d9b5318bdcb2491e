import { Check, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { keepAction, keepDecision, setDraft } from '../commands/meeting-record.ts';
import { useWords } from '../i18n/index.ts';
import { setMeeting, useMeeting, useShownMeeting, useShownView } from '../state/meeting.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Record } from './Record.tsx';

/** Decisions and actions are written down while they are made, and kept with Enter. */
export function RecordDrawer() {
  const { say, sayCode } = useWords();
  const meeting = useShownMeeting(), view = useShownView();
  const draft = useMeeting((state) => state.draft);
  const first = useRef<HTMLTextAreaElement>(null), list = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  // What was just written is seen.
  const count = (meeting?.decisions.length ?? 0) + (meeting?.actions.length ?? 0);
  useEffect(() => { list.current?.scrollTo({ top: list.current.scrollHeight }); }, [count]);
  if (!meeting) return null;
  const enter = (keep: () => Promise<void>) => (event: KeyboardEvent) => {
    // Enter also ends the choice of a Chinese word, which keeps nothing; with Shift it begins another line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void keep();
  };
  const owners = meeting.attendees.flatMap(({ department, people }) => [sayCode(`department.${department}`, {}, department), people]).filter(Boolean);
  return (
    <aside className="meeting-card meeting-drawer" aria-label={say('meeting.record')}>
      <div className="meeting-card-head"><h2>{say('meeting.record')}</h2><IconButton label={say('app.close')} onClick={() => setMeeting({ drawer: null })}><X /></IconButton></div>
      <div className="drawer-body" ref={list}>
        {view?.notes && <p className="drawer-notes">{view.notes}</p>}
        <Record meeting={meeting} />
      </div>
      <datalist id="owners">{[...new Set(owners)].map((owner) => <option key={owner} value={owner} />)}</datalist>
      <form className="drawer-write" onSubmit={(event) => { event.preventDefault(); void keepDecision(); }}>
        <textarea ref={first} className="input" rows={2} aria-label={say('meeting.decision')} placeholder={say('meeting.writeDecision')} value={draft.decision} onChange={({ target }) => setDraft({ decision: target.value })} onKeyDown={enter(keepDecision)} />
        <Button type="submit" kind="primary" disabled={draft.decision.trim() === ''}><Check />{say('meeting.keep')}</Button>
      </form>
      <form className="drawer-write" onSubmit={(event) => { event.preventDefault(); void keepAction(); }}>
        <textarea className="input" rows={2} aria-label={say('meeting.action')} placeholder={say('meeting.writeAction')} value={draft.action} onChange={({ target }) => setDraft({ action: target.value })} onKeyDown={enter(keepAction)} />
        <Button type="submit" kind="primary" disabled={draft.action.trim() === ''}><Check />{say('meeting.keep')}</Button>
        <input className="input" list="owners" aria-label={say('meeting.owner')} placeholder={say('meeting.owner')} value={draft.owner} onChange={({ target }) => setDraft({ owner: target.value })} onKeyDown={enter(keepAction)} />
        <input className="input" type="date" aria-label={say('meeting.due')} value={draft.due} onChange={({ target }) => setDraft({ due: target.value })} />
      </form>
    </aside>
  );
}
