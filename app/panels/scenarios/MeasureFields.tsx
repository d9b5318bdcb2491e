import { MEASURE_KINDS, OPENING_TIMES, type FieldDef, type MeasureKind, type PlanFeature } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayField } from '../../i18n/say-field.ts';
import { formatField } from '../feature-rows.ts';
import { fieldsOf } from './measure-form.ts';

/** What is typed, by field; `opening` besides, for a shelter. */
export type Typed = Readonly<Record<string, string>>;
interface MeasureFieldsProps {
  kind: MeasureKind;
  target: PlanFeature;
  typed: Typed;
  wrong: readonly string[];
  onChange: (typed: Typed) => void;
}

/** New values for the fields that a kind of measure may set; a field that is left empty stays as it is. */
export function MeasureFields({ kind, target, typed, wrong, onChange }: MeasureFieldsProps) {
  const { say, sayCode } = useWords();
  const { schema, effect } = MEASURE_KINDS[kind];
  const put = (field: string, text: string) => onChange({ ...typed, [field]: text });
  return (
    <>
      {effect === 'open' && (
        <label className="field"><span className="field-label">{say('measure.opening')}</span>
          <select className="select" value={typed['opening'] ?? 'both'} onChange={(event) => put('opening', event.target.value)}>{OPENING_TIMES.map((time) => <option key={time} value={time}>{sayCode(`measure.opening.${time}`)}</option>)}</select>
        </label>
      )}
      {fieldsOf(kind).map((def) => (
        <NewValue key={def.name} def={def} label={sayField(schema, def.name, sayCode)} now={formatField(def.name, def, target.properties[def.name] ?? null, sayCode)} text={typed[def.name] ?? ''} isWrong={wrong.includes(def.name)} onChange={(text) => put(def.name, text)} />
      ))}
    </>
  );
}

function NewValue({ def, label, now, text, isWrong, onChange }: { def: FieldDef; label: string; now: string; text: string; isWrong: boolean; onChange: (text: string) => void }) {
  const { say, sayCode } = useWords();
  return (
    <label className="field">
      <span className="field-label">{label}<span className="muted">{say('measure.now', { value: now })}</span></span>
      {def.choices
        ? <select className="select" value={text} onChange={(event) => onChange(event.target.value)}><option value="">{say('measure.unchanged')}</option>{def.choices.map((code) => <option key={code} value={code}>{sayCode(`choice.${def.name}.${code}`)}</option>)}</select>
        : <input className="input" type={def.type === 'date' ? 'date' : 'text'} inputMode={def.type === 'number' ? 'decimal' : undefined} value={text} placeholder={say('measure.unchanged')} aria-invalid={isWrong} onChange={(event) => onChange(event.target.value)} />}
      {isWrong && <span className="field-wrong">{say('measure.valueWrong')}</span>}
    </label>
  );
}
