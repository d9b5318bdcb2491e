import { RotateCcw } from 'lucide-react';
import { memo, useId } from 'react';
import type { ParamDef, ParamValue } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { resetParam, setParam, setWrong, useForms } from '../../state/forms.ts';
import { IconButton } from '../../ui/Button.tsx';
import { SITE_TERMS } from '../../state/site-terms.ts';
import { Hint } from '../../ui/Hint.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TermChips } from '../sites/TermChips.tsx';
import { wrongIn } from './param-check.ts';

interface ParamFieldProps {
  analysis: string;
  def: ParamDef;
  value: ParamValue;
  isChanged: boolean;
}

/** Controls that need the room of a number and its unit. */
const WIDE = new Set<ParamDef['type']>(['choice', 'text', 'date']);

/** One parameter, on one line: label with its source, control by type, unit, and the way back to the default. Kept while nothing of it changes: each step of the document draws the form anew. */
export const ParamField = memo(function ParamField({ analysis, def, value, isChanged }: ParamFieldProps) {
  const { say, sayCode } = useWords();
  const id = useId();
  const wrong = useForms((forms) => forms.wrong[analysis]?.[def.key]);
  return (
    <div className="param" data-wide={WIDE.has(def.type) || undefined}>
      <label className="param-label" htmlFor={id}>{sayCode(`param.${def.key}`)}</label>
      <span className="param-reset">{(isChanged || wrong !== undefined) && <IconButton size="small" label={say('analyses.reset', { value: String(def.default ?? '—') })} onClick={() => resetParam(analysis, def.key)}><RotateCcw /></IconButton>}</span>
      <Control id={id} analysis={analysis} def={def} value={value} wrong={wrong} onChange={(next) => setParam(analysis, def.key, next)} label={sayCode(`param.${def.key}`)} />
      <SourceTag def={def} />
    </div>
  );
});

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
  analysis: string;
  def: ParamDef;
  value: ParamValue;
  /** What stands in the field and cannot be used. */
  wrong: string | undefined;
  label: string;
  onChange: (value: ParamValue) => void;
}
function Control(props: ControlProps) {
  const { id, def, value, label, onChange } = props;
  const { sayCode } = useWords();
  const term = SITE_TERMS.find((key) => key === def.key);
  if (term) return <TermChips id={id} term={term} />;
  if (def.type === 'choice') {
    const options = (def.choices ?? []).map((choice) => ({ value: choice, label: sayCode(`choice.${def.key}.${choice}`, {}, choice) }));
    return <Segmented label={label} value={String(value)} options={options} onChange={onChange} />;
  }
  if (def.type === 'date') return <input id={id} className="input" type="date" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />;
  if (def.type === 'boolean') return <input id={id} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  return <TextControl {...props} />;
}

/** Numbers, and texts that carry numbers. What cannot be used stays as it was typed, says why, and keeps the analysis from running. */
function TextControl({ id, analysis, def, value, wrong, onChange }: ControlProps) {
  const { say, sayCode } = useWords();
  const isNumber = def.type !== 'text';
  const unit = def.unit === 'count' ? '' : sayCode(`unit.${def.unit}`, {}, '');
  const take = (text: string) => {
    if (wrongIn(def, text, say, sayCode)) setWrong(analysis, def.key, text);
    else onChange(isNumber ? Number(text) : text);
  };
  return (
    <>
      <input
        id={id} className="input" inputMode={isNumber ? 'decimal' : undefined} value={wrong ?? String(value ?? '')} aria-invalid={wrong !== undefined} aria-describedby={wrong !== undefined ? `${id}-wrong` : undefined}
        onChange={(event) => take(event.target.value)}
      />
      {isNumber && <span className="unit">{unit}</span>}
      {wrong !== undefined && <span id={`${id}-wrong`} className="field-wrong" role="alert">{wrongIn(def, wrong, say, sayCode)}</span>}
    </>
  );
}
