import { Check } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { OPINION_STATES, type ConflictRow, type OpinionState } from '../../../geo/index.ts';
import { takeOpinion } from '../../commands/coordination.ts';
import { useWords } from '../../i18n/index.ts';
import { setWho, useCoordination } from '../../state/coordination.ts';
import { useDocument } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

/** What the department says, written down as one step of undo. The form starts from what it said last. */
export function OpinionForm({ row }: { row: ConflictRow }) {
  return <Fields key={row.opinion?.at ?? ''} row={row} />;
}

function Fields({ row }: { row: ConflictRow }) {
  const { say, sayCode } = useWords();
  const id = useId();
  const who = useCoordination((state) => state.who), locked = useDocument((state) => state.locked);
  const [state, setState] = useState<OpinionState>(row.state), [note, setNote] = useState(row.opinion?.note ?? '');
  const changed = row.standing.length > 1 || state !== row.state || note.trim() !== (row.opinion?.note ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed) takeOpinion(row, { state, note, who });
  };
  return (
    <form className="opinion-form" onSubmit={submit}>
      <Segmented label={sayCode('conflict.state')} value={state} options={OPINION_STATES.map((value) => ({ value, label: sayCode(`opinion.${value}`) }))} onChange={setState} />
      <label className="field" htmlFor={`${id}-note`}><span className="field-label">{say('conflicts.note')}</span>
        <textarea id={`${id}-note`} className="input" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label className="field" htmlFor={`${id}-who`}><span className="field-label">{say('conflicts.who')}</span>
        <input id={`${id}-who`} className="input" autoComplete="off" value={who} onChange={(event) => setWho(event.target.value)} />
      </label>
      <Button kind="primary" type="submit" disabled={!changed || locked}><Check />{say('conflicts.save')}</Button>
    </form>
  );
}
