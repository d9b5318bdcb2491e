import './underground.css';
import { useState } from 'react';
import { DEFAULT_STRATA } from '../../../geo/index.ts';
import type { Answer } from '../../commands/answer.ts';
import { setUnderground } from '../../commands/underground.ts';
import { useWords } from '../../i18n/index.ts';
import { currentDocument } from '../../state/document.ts';
import { setView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { draftOf, groundOf } from './ground-draft.ts';
import { GroundForm } from './GroundForm.tsx';
import { draftsOf, strataOf } from './strata-draft.ts';
import { StrataTable } from './StrataTable.tsx';

const close = () => setView({ underground: false });

/** What the project says of its underground as a whole; kept as one step. */
export default function UndergroundDialog() {
  const { say, sayCode } = useWords();
  const [strata, setStrata] = useState(() => { const { strata: own } = currentDocument(); return draftsOf(own.length > 0 ? own : DEFAULT_STRATA); });
  const [ground, setGround] = useState(() => draftOf(currentDocument().grounds.at(0)));
  const [wrong, setWrong] = useState<Answer<unknown> | null>(null);
  const keep = async () => {
    const chosen = groundOf(ground);
    if (chosen === 'missing') return setWrong({ ok: false, key: 'underground.noTerrain', params: {} });
    const rows = strataOf(strata), standard = JSON.stringify(rows) === JSON.stringify(DEFAULT_STRATA);
    const answer = await setUnderground(standard ? null : rows, chosen);
    if (answer.ok) close();
    else setWrong(answer);
  };
  return (
    <DialogFrame title={say('underground.title')} onClose={close} onEnter={() => void keep()} foot={<><Button onClick={close}>{say('app.cancel')}</Button><Button kind="primary" onClick={() => void keep()}>{say('underground.keep')}</Button></>}>
      {wrong && !wrong.ok && <p className="underground-wrong" role="alert">{sayCode(wrong.key, wrong.params)}</p>}
      <StrataTable drafts={strata} onChange={setStrata} />
      <GroundForm draft={ground} onChange={(part) => setGround((before) => ({ ...before, ...part }))} onWrong={setWrong} />
    </DialogFrame>
  );
}
