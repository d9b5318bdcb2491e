import { Plus, X } from 'lucide-react';
import { STRATA_PRESETS } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { draftsOf, strataOf, withOneMore, withoutRow, type StratumDraft } from './strata-draft.ts';

interface StrataTableProps {
  drafts: StratumDraft[];
  onChange: (drafts: StratumDraft[]) => void;
}
/** Strata from the ground down: of a preset, with its source, or the project's own. */
export function StrataTable({ drafts, onChange }: StrataTableProps) {
  const { say, sayCode } = useWords();
  const change = (row: number, part: Partial<StratumDraft>) => onChange(drafts.map((draft, i) => (i === row ? { ...draft, ...part } : draft)));
  const written = JSON.stringify(strataOf(drafts)), preset = STRATA_PRESETS.find(({ strata }) => JSON.stringify(strata) === written);
  const wordsOf = (code: string) => sayCode(`choice.stratum.${code}`, {}, '');
  return (
    <fieldset className="underground-part">
      <legend>{say('underground.strata')}</legend>
      <label className="field"><span className="field-label">{say('underground.preset')}</span>
        <select className="select" value={preset?.id ?? ''} onChange={(event) => { const chosen = STRATA_PRESETS.find(({ id }) => id === event.target.value); if (chosen) onChange(draftsOf(chosen.strata)); }}>
          {STRATA_PRESETS.map(({ id, source }) => <option key={id} value={id}>{sayCode(`citation.${source}`)}</option>)}
          {!preset && <option value="">{say('underground.own')}</option>}
        </select>
      </label>
      <table className="strata-table">
        <thead><tr>{(['code', 'name', 'from', 'to'] as const).map((column) => <th key={column} scope="col">{say(`underground.${column}`)}</th>)}<td /></tr></thead>
        <tbody>
          {drafts.map(({ code, name, to }, i) => (
            <tr key={i}>
              <td><input className="input" maxLength={40} value={code} aria-label={say('underground.codeOf', { row: i + 1 })} onChange={(event) => change(i, { code: event.target.value })} /></td>
              <td><input className="input" maxLength={60} value={name} placeholder={wordsOf(code)} aria-label={say('underground.nameOf', { row: i + 1 })} onChange={(event) => change(i, { name: event.target.value })} /></td>
              <td className="strata-from">{i === 0 ? 0 : drafts[i - 1].to || '—'}</td>
              <td>{i === drafts.length - 1 ? <span className="muted">{say('underground.noEnd')}</span> : <input className="input" inputMode="decimal" value={to} aria-label={say('underground.toOf', { row: i + 1 })} onChange={(event) => change(i, { to: event.target.value })} />}</td>
              <td><IconButton size="small" label={say('underground.remove', { row: i + 1 })} disabled={drafts.length === 1} onClick={() => onChange(withoutRow(drafts, i))}><X /></IconButton></td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={() => onChange(withOneMore(drafts))}><Plus />{say('underground.add')}</Button>
    </fieldset>
  );
}
