import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import type { ParamDef, ParamValue } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { resetParam, setParam, useForms } from '../../state/forms.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

interface ParamFieldProps {
  analysis: string;
  def: ParamDef;
  value: ParamValue;
  isChanged: boolean;
}

/** One parameter: label with its source, control by type, unit, and the way back to the default. */
export function ParamField({ analysis, def, value, isChanged }: ParamFieldProps) {
  const { say, sayCode } = useWords();
  const id = useId();
  return (
    <div className="field param">
      <span className="field-label">
        <label htmlFor={id}>{sayCode(`param.${def.key}`)}</label>
        <SourceTag def={def} />
        {isChanged && <IconButton size="small" label={say('analyses.reset', { value: String(def.default ?? '—') })} onClick={() => resetParam(analysis, def.key)}><RotateCcw /></IconButton>}
      </span>
      <Control id={id} def={def} value={value} onChange={(next) => setParam(analysis, def.key, next)} label={sayCode(`param.${def.key}`)} />
    </div>
  );
}

/** Where the default comes from, and whether somebody still has to confirm it. */
function SourceTag({ def }: { def: ParamDef }) {
  const { say, sayCode } = useWords();
  const citation = useForms((forms) => forms.citations[def.source]);
  const hint = sayCode(`param.${def.key}.hint`, {}, '');
  const source = say('analyses.source', { source: [citation?.title ?? def.source, citation?.clause].filter(Boolean).join(' ') });
  return (
    <Hint side="left" text={<>{hint && <p>{hint}</p>}<p>{source}</p>{def.toBeConfirmed && <p>{say('analyses.toBeConfirmed')}</p>}</>}>
      <span className="tag" tabIndex={0} data-kind={def.toBeConfirmed ? 'confirm' : undefined}>{def.toBeConfirmed ? say('analyses.confirm') : say('analyses.sourceShort')}</span>
    </Hint>
  );
}

interface ControlProps {
  id: string;
  def: ParamDef;
  value: ParamValue;
  label: string;
  onChange: (value: ParamValue) => void;
}
function Control({ id, def, value, label, onChange }: ControlProps) {
  const { sayCode } = useWords();
  if (def.type === 'choice') {
    const options = (def.choices ?? []).map((choice) => ({ value: choice, label: sayCode(`choice.${def.key}.${choice}`, {}, choice) }));
    return <Segmented label={label} value={String(value)} options={options} onChange={onChange} />;
  }
  if (def.type === 'date') return <input id={id} className="input" type="date" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />;
  if (def.type === 'boolean') return <input id={id} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  if (def.type === 'text') return <input id={id} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />;
  return <NumberControl id={id} def={def} value={value} onChange={onChange} label={label} />;
}

/** Numbers are kept as typed until they are numbers in range; a wrong one says so and is not taken. */
function NumberControl({ id, def, value, onChange }: ControlProps) {
  const { say, sayCode } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && !isFine(def, draft);
  return (
    <>
      <span className="input-unit">
        <input
          id={id} className="input" inputMode="decimal" value={draft ?? String(value ?? '')} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => { setDraft(event.target.value); if (isFine(def, event.target.value)) onChange(Number(event.target.value)); }}
          onBlur={() => { if (!wrong) setDraft(null); }}
        />
        <span className="unit">{sayCode(`unit.${def.unit}`, {}, '')}</span>
      </span>
      {wrong && <span id={`${id}-wrong`} className="field-wrong" role="alert">{say('analyses.range', { min: def.min ?? '−∞', max: def.max ?? '∞' })}</span>}
    </>
  );
}
function isFine(def: ParamDef, text: string): boolean {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= (def.min ?? -Infinity) && value <= (def.max ?? Infinity) && (def.type !== 'integer' || Number.isInteger(value));
}
