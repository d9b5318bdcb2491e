import { useState } from 'react';
import { schemaOf, UserError, type Layer } from '../../../geo/index.ts';
import { setField } from '../../commands/edit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { sayField } from '../../i18n/say-field.ts';
import { Button } from '../../ui/Button.tsx';
import { sayRefusal } from './say-refusal.ts';

/** One field of all rows that are picked, set at once and undone at once. */
export function SetFieldBar({ layer, ids }: { layer: Layer; ids: readonly string[] }) {
  const { say, sayCode } = useWords();
  const fields = schemaOf(layer.schema).fields.filter(({ name, type }) => name !== 'id' && type !== 'points');
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const field = fields.find((one) => one.name === name) ?? fields.find(({ name: one }) => one !== 'name') ?? fields[0];
  const label = sayField(layer.schema, field.name, sayCode);
  const apply = () => {
    try {
      setField(layer.id, ids, field.name, text);
      setWrong(null);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      setWrong(sayRefusal(error, label, sayCode));
    }
  };
  return (
    <form className="table-set" onSubmit={(event) => { event.preventDefault(); if (ids.length > 0) apply(); }}>
      <span>{say('table.setFor', { n: formatNumber(ids.length) })}</span>
      <select className="select" value={field.name} aria-label={say('table.setField')} onChange={(event) => { setName(event.target.value); setText(''); setWrong(null); }}>
        {fields.map((one) => <option key={one.name} value={one.name}>{sayField(layer.schema, one.name, sayCode)}</option>)}
      </select>
      {field.choices
        ? (
          <select className="select" value={text} aria-label={say('table.setValue')} onChange={(event) => setText(event.target.value)}>
            <option value="">—</option>
            {field.choices.filter((code) => code !== 'command').map((code) => <option key={code} value={code}>{sayCode(`choice.${field.name}.${code}`, {}, code)}</option>)}
          </select>
        )
        : <input className="input" value={text} placeholder={say('table.setEmpty')} aria-label={say('table.setValue')} onChange={(event) => { setText(event.target.value); setWrong(null); }} />}
      <Button size="small" kind="primary" disabled={ids.length === 0} onClick={apply}>{say('table.setApply')}</Button>
      {wrong && <span className="table-wrong" role="alert">{wrong}</span>}
    </form>
  );
}
