import { useState } from 'react';
import { MEASURE_KINDS, OPENING_TIMES, parseValue, schemaOf, type FieldDef, type MeasureKind, type PlanFeature, type Properties } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayField } from '../../i18n/say-field.ts';
import { formatField } from '../feature-rows.ts';

interface MeasureFieldsProps {
  kind: MeasureKind;
  target: PlanFeature;
  set: Properties;
  onChange: (set: Properties) => void;
}

/** New values for the fields that a kind of measure may set; a field that is left empty stays as it is. */
export function MeasureFields({ kind, target, set, onChange }: MeasureFieldsProps) {
  const { say, sayCode } = useWords();
  const { schema, fields, effect } = MEASURE_KINDS[kind];
  const put = (field: string, value: Properties[string] | undefined) => onChange(Object.fromEntries(Object.entries({ ...set, [field]: value }).filter((entry): entry is [string, Properties[string]] => entry[1] !== undefined)));
  return (
    <>
      {effect === 'open' && (
        <label className="field"><span className="field-label">{say('measure.opening')}</span>
          <select className="select" value={String(set['opening'] ?? 'both')} onChange={(event) => put('opening', event.target.value === 'both' ? undefined : event.target.value)}>{OPENING_TIMES.map((time) => <option key={time} value={time}>{sayCode(`measure.opening.${time}`)}</option>)}</select>
        </label>
      )}
      {fields.map((name) => {
        const def = schemaOf(schema).fields.find((field) => field.name === name)!;
        return <NewValue key={`${target.id}/${name}`} def={def} label={sayField(schema, name, sayCode)} now={formatField(name, def, target.properties[name] ?? null, sayCode)} onChange={(value) => put(name, value)} />;
      })}
    </>
  );
}

/** Read as an import reads it: 1,200 and ２０２７/３/１ are values too. */
function NewValue({ def, label, now, onChange }: { def: FieldDef; label: string; now: string; onChange: (value: Properties[string] | undefined) => void }) {
  const { say, sayCode } = useWords();
  const [text, setText] = useState('');
  const parsed = text.trim() === '' ? null : parseValue(def, text);
  const type = (next: string) => {
    setText(next);
    const read = next.trim() === '' ? null : parseValue(def, next);
    onChange(read?.ok ? read.value : undefined);
  };
  return (
    <label className="field">
      <span className="field-label">{label}<span className="muted">{say('measure.now', { value: now })}</span></span>
      {def.choices
        ? <select className="select" value={text} onChange={(event) => type(event.target.value)}><option value="">{say('measure.unchanged')}</option>{def.choices.map((code) => <option key={code} value={code}>{sayCode(`choice.${def.name}.${code}`)}</option>)}</select>
        : <input className="input" type={def.type === 'date' ? 'date' : 'text'} inputMode={def.type === 'number' ? 'decimal' : undefined} value={text} placeholder={say('measure.unchanged')} aria-invalid={parsed !== null && !parsed.ok} onChange={(event) => type(event.target.value)} />}
      {parsed !== null && !parsed.ok && <span className="field-wrong">{say('measure.valueWrong')}</span>}
    </label>
  );
}
