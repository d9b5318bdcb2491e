import './minutes.css';
import { useMemo, useState } from 'react';
import { Names, OPINION_STATES, type Opinion, type OpinionState } from '../../geo/index.ts';
import { settleOpinion } from '../commands/merge.ts';
import { currentLanguage, useWords } from '../i18n/index.ts';
import { setWho, useCoordination } from '../state/coordination.ts';
import { currentDocument, drawableLayers } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Empty } from '../ui/Empty.tsx';

/** Words of one department on one subject that stand side by side: one of them counts, or another is written. */
export function SettleDialog({ groups, onClose }: { groups: readonly (readonly Opinion[])[]; onClose: () => void }) {
  const { say } = useWords();
  const names = useMemo(() => { const document = currentDocument(); return new Names(drawableLayers(document), document.measures); }, []);
  return (
    <DialogFrame title={say('settle.title')} onClose={onClose} foot={<Button onClick={onClose}>{say('app.close')}</Button>}>
      <div className="minutes-form">
        {groups.length === 0 && <Empty title={say('settle.none')} />}
        {groups.map((words) => <SettleGroup key={words.map(({ id }) => id).join()} words={words} subject={names.subject(words[0].subject, currentLanguage()) ?? words[0].subject} />)}
      </div>
    </DialogFrame>
  );
}

function SettleGroup({ words, subject }: { words: readonly Opinion[]; subject: string }) {
  const { say, sayCode } = useWords();
  const [state, setState] = useState<OpinionState>('open'), [note, setNote] = useState('');
  const who = useCoordination((coordination) => coordination.who);
  return (
    <section className="settle-group">
      <h3>{subject} · {sayCode(`department.${words[0].department}`)}</h3>
      <ul>
        {words.map((opinion) => (
          <li key={opinion.id}>
            <span><b>{sayCode(`opinion.${opinion.state}`)}</b> {opinion.note}<span className="muted"> {[opinion.who, opinion.at.slice(0, 10)].filter(Boolean).join(' · ')}</span></span>
            <Button onClick={() => settleOpinion(opinion, { state: opinion.state, note: opinion.note, who: opinion.who })}>{say('settle.take')}</Button>
          </li>
        ))}
      </ul>
      <div className="settle-new">
        <select className="select" value={state} aria-label={say('settle.state')} onChange={(event) => setState(event.target.value as OpinionState)}>{OPINION_STATES.map((one) => <option key={one} value={one}>{sayCode(`opinion.${one}`)}</option>)}</select>
        <input className="input" value={note} maxLength={500} placeholder={say('settle.note')} aria-label={say('settle.note')} onChange={(event) => setNote(event.target.value)} />
        <input className="input" value={who} autoComplete="off" placeholder={say('conflicts.who')} aria-label={say('conflicts.who')} onChange={(event) => setWho(event.target.value)} />
        <Button onClick={() => settleOpinion(words[0], { state, note: note.trim(), who: who.trim() })}>{say('settle.write')}</Button>
      </div>
    </section>
  );
}
