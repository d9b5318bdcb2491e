import { layerTitle } from '../../geo/index.ts';
import './import.css';
import { FileWarning } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { importJoining, importReading } from '../commands/import-layer.ts';
import { nextImport } from '../commands/import-files.ts';
import { layersOfSchema, type Place } from '../commands/place-layer.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { CheckStep } from './import/CheckStep.tsx';
import { nameFromFile, sayBytes } from './import/field-choice.ts';
import { JoinCheck } from './import/JoinCheck.tsx';
import { MatchStep } from './import/MatchStep.tsx';
import { isReady, PROBABLE } from './import/readiness.ts';
import { useImport } from './import/use-import.ts';

/** Files on their way in: what they seem to be, which column is which field, what their rows are worth. Only the last button changes the project. */
export default function ImportDialog({ files }: { files: readonly File[] }) {
  const { say, sayCode } = useWords();
  const waiting = useView((view) => view.importing.length - 1);
  const known = useDocument((state) => state.document);
  const flow = useImport(files);
  const { stage, proposal, schema, reading, joining, failure } = flow;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const there = layersOfSchema(known, schema);
  // What may be something else altogether takes the place of nothing unless that is chosen.
  const isLikely = (proposal?.schemas.find((row) => row.schema === schema)?.confidence ?? 0) >= PROBABLE;
  const [placed, setPlaced] = useState<Place | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const isFirst = flow.taken.length === 0;
  const place: Place = placed ?? (there.length > 0 && isFirst && isLikely ? { kind: 'replace', layerId: there[0].layer.id } : { kind: 'add' });
  const ownName = proposal?.name && flow.source!.layers.length > 1 ? proposal.name : nameFromFile(files[0].name, schema);
  const name = named ?? (place.kind === 'replace' ? there.find(({ layer }) => layer.id === place.layerId)?.layer.name : null) ?? ownName;
  const confirm = useConfirmFocus(stage);

  const take = () => {
    if (joining) importJoining(joining, layerTitle(joining.into.layer, sayCode));
    else if (reading) importReading(reading, place, name.trim(), name.trim() || sayCode(`schema.${schema}`));
    else return;
    setPlaced(null);
    setNamed(null);
    if (!flow.next()) nextImport();
  };
  const leave = () => { flow.stop(); nextImport(); };
  return (
    <DialogFrame
      title={say('import.title', { file: files[0].name })} onClose={leave} onEnter={() => confirm.current?.click()}
      foot={(
        <>
          {waiting > 0 && <span className="import-waiting muted">{say('import.more', { n: waiting })}</span>}
          {stage === 'checked' && <Button onClick={flow.back}>{say('import.back')}</Button>}
          <Button onClick={leave}>{say(stage === 'failed' ? 'app.close' : isFirst ? 'app.cancel' : 'import.enough')}</Button>
          {stage === 'checked' && <button ref={confirm} type="button" className="button" data-kind="primary" onClick={take}>{say(joining ? 'import.join' : 'import.import')}</button>}
          {(stage === 'matching' || stage === 'reading') && <button ref={confirm} type="button" className="button" data-kind="primary" disabled={stage === 'reading' || !isReady(flow, there.length)} onClick={() => void flow.check()}>{say('import.check')}</button>}
        </>
      )}
    >
      <div className="import">
        {stage !== 'failed' && <Steps at={stage === 'checked' ? 1 : 0} />}
        {stage === 'opening' && <Waiting text={say('import.opening', { size: sayBytes(size) })} done={flow.progress} />}
        {stage === 'reading' && <Waiting text={say('import.reading', { n: (proposal?.count ?? 0).toLocaleString() })} done={flow.progress} />}
        {stage === 'failed' && failure && (
          <div className="import-failure" role="alert">
            <FileWarning />
            <div><b>{say('import.failed')}</b><p>{sayCode(failure.key, failure.params)}</p><p className="muted">{say('import.untouched')}</p></div>
          </div>
        )}
        {stage === 'matching' && proposal && <MatchStep size={size} flow={flow} proposal={proposal} />}
        {stage === 'checked' && reading && <CheckStep reading={reading} there={there} place={place} name={name} onPlace={(next) => { setPlaced(next); setNamed(null); }} onName={setNamed} />}
        {stage === 'checked' && joining && <JoinCheck joining={joining} />}
      </div>
    </DialogFrame>
  );
}

function Steps({ at }: { at: number }) {
  const { say } = useWords();
  return (
    <ol className="import-steps">
      {(['import.stepMatch', 'import.stepCheck'] as const).map((key, i) => <li key={key} aria-current={i === at ? 'step' : undefined}><i>{i + 1}</i>{say(key)}</li>)}
    </ol>
  );
}

function Waiting({ text, done }: { text: string; done: number }) {
  return <div className="import-wait" role="status"><p>{text}</p>{done > 0 && <progress max={1} value={done} />}</div>;
}

/** The button that Enter stands for has the focus whenever a new stage is reached, or the question that has to be answered first. */
function useConfirmFocus(stage: string) {
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = confirm.current;
    (button?.disabled ? button.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-open]') ?? null : button)?.focus();
  }, [stage]);
  return confirm;
}
