import './import.css';
import { FileWarning } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { importReading } from '../commands/import-layer.ts';
import { nextImport } from '../commands/import-files.ts';
import { layersOfSchema, type Place } from '../commands/place-layer.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { CheckStep } from './import/CheckStep.tsx';
import { nameFromFile, sayBytes } from './import/field-choice.ts';
import { MatchStep } from './import/MatchStep.tsx';
import { useImport } from './import/use-import.ts';

/** A file on its way in: what it seems to be, which column is which field, what its rows are worth. Only the last button changes the project. */
export default function ImportDialog({ file }: { file: File }) {
  const { say, sayCode } = useWords();
  const waiting = useView((view) => view.importing.length - 1);
  const known = useDocument((state) => state.document);
  const flow = useImport(file);
  const { stage, proposal, schema, reading, failure } = flow;
  const there = layersOfSchema(known, schema);
  const [placed, setPlaced] = useState<Place | null>(null);
  const place: Place = placed ?? (there.length > 0 ? { kind: 'replace', layerId: there[0].layer.id } : { kind: 'add' });
  const [named, setNamed] = useState<string | null>(null);
  const name = named ?? (place.kind === 'replace' ? there.find(({ layer }) => layer.id === place.layerId)?.layer.name : null) ?? nameFromFile(file.name, schema);
  const confirm = useConfirmFocus(stage);

  const take = () => {
    if (!reading) return;
    importReading(reading, place, name.trim(), name.trim() || sayCode(`schema.${schema}`));
    nextImport();
  };
  return (
    <DialogFrame
      title={say('import.title', { file: file.name })} onClose={nextImport} onEnter={() => confirm.current?.click()}
      foot={(
        <>
          {waiting > 0 && <span className="import-waiting muted">{say('import.more', { n: waiting })}</span>}
          {stage === 'checked' && <Button onClick={flow.back}>{say('import.back')}</Button>}
          <Button onClick={nextImport}>{say(stage === 'failed' ? 'app.close' : 'app.cancel')}</Button>
          {stage === 'checked' && <button ref={confirm} type="button" className="button" data-kind="primary" onClick={take}>{say('import.import')}</button>}
          {(stage === 'matching' || stage === 'reading') && <button ref={confirm} type="button" className="button" data-kind="primary" disabled={stage === 'reading'} onClick={() => void flow.check()}>{say('import.check')}</button>}
        </>
      )}
    >
      <div className="import">
        {stage !== 'failed' && <Steps at={stage === 'checked' ? 1 : 0} />}
        {stage === 'opening' && <p className="import-wait" role="status">{say('import.opening', { size: sayBytes(file.size) })}</p>}
        {stage === 'reading' && <p className="import-wait" role="status">{say('import.reading', { n: proposal?.count ?? 0 })}</p>}
        {stage === 'failed' && failure && (
          <div className="import-failure" role="alert">
            <FileWarning />
            <div><b>{say('import.failed')}</b><p>{sayCode(failure.key, failure.params)}</p><p className="muted">{say('import.untouched')}</p></div>
          </div>
        )}
        {stage === 'matching' && proposal && <MatchStep file={file} flow={flow} proposal={proposal} />}
        {stage === 'checked' && reading && <CheckStep reading={reading} there={there} place={place} name={name} onPlace={(next) => { setPlaced(next); setNamed(null); }} onName={setNamed} />}
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

/** The button that Enter stands for has the focus whenever a new stage is reached. */
function useConfirmFocus(stage: string) {
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), [stage]);
  return confirm;
}
