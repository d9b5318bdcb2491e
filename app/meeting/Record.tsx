import './record.css';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Action, Meeting } from '../../geo/index.ts';
import { changeAction, changeDecision, removeAction, removeDecision } from '../commands/meeting-record.ts';
import { useWords } from '../i18n/index.ts';
import { TextField } from '../ui/TextField.tsx';
import { IconButton } from '../ui/Button.tsx';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Decisions and actions as they were written down, each of which can still be put right. */
export function Record({ meeting: { views, decisions, actions } }: { meeting: Meeting }) {
  const { say } = useWords();
  const point = (view: string | null) => { const at = views.findIndex(({ id }) => id === view); return at < 0 ? null : <span className="tag">{say('meeting.underPoint', { n: at + 1 })}</span>; };
  const written = (text: string) => text.trim() !== '';
  return (
    <>
      {decisions.length > 0 && <h3 className="record-head">{say('meeting.decisions')}<span className="count">{decisions.length}</span></h3>}
      <ul className="record" aria-label={say('meeting.decisions')}>
        {decisions.map(({ id, view, text }) => (
          <li key={id}>
            <div className="record-line"><TextField label={say('meeting.decision')} value={text} rows={rowsOf(text)} fits={written} onChange={(next) => changeDecision(id, next)} /><IconButton size="small" label={say('meeting.removeDecision', { text })} onClick={() => removeDecision(id)}><Trash2 /></IconButton></div>
            {point(view)}
          </li>
        ))}
      </ul>
      {actions.length > 0 && <h3 className="record-head">{say('meeting.actions')}<span className="count">{actions.filter(({ done }) => !done).length}</span></h3>}
      <ul className="record" aria-label={say('meeting.actions')}>{actions.map((action) => <ActionRow key={action.id} action={action}>{point(action.view)}</ActionRow>)}</ul>
    </>
  );
}

function ActionRow({ action: { id, text, owner, due, done }, children }: { action: Action; children: ReactNode }) {
  const { say } = useWords();
  return (
    <li data-done={done || undefined}>
      <div className="record-line">
        <input type="checkbox" checked={done} aria-label={say('meeting.done', { text })} onChange={({ target }) => changeAction(id, { done: target.checked })} />
        <TextField label={say('meeting.action')} value={text} rows={rowsOf(text)} fits={(next) => next.trim() !== ''} onChange={(next) => changeAction(id, { text: next.trim() })} />
        <IconButton size="small" label={say('meeting.removeAction', { text })} onClick={() => removeAction(id)}><Trash2 /></IconButton>
      </div>
      <div className="record-who">
        <TextField label={say('meeting.owner')} hint={say('meeting.noOwner')} value={owner} list="owners" onChange={(next) => changeAction(id, { owner: next.trim() })} />
        <input className="input" type="date" aria-label={say('meeting.due')} value={due ?? ''} onChange={({ target: { value } }) => changeAction(id, { due: DATE.test(value) ? value : null })} />
      </div>
      {children}
    </li>
  );
}
/** A text that is read needs its lines, not a scroll bar: about thirty letters go on one. */
const rowsOf = (text: string): number => Math.min(6, Math.max(1, text.split('\n').reduce((lines, line) => lines + Math.ceil((widthOf(line) + 1) / 40), 0)));
/** Letters of Chinese are twice as wide. */
const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 2 : 1), 0);
