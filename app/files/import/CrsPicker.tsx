import { useState } from 'react';
import { CRS_CHOICES, type CrsGuess, type CrsRef } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { crsName } from '../crs-name.ts';
import { LocalGridForm } from './LocalGridForm.tsx';
import type { CrsChoiceMade } from './use-import.ts';

interface CrsPickerProps {
  crs: CrsChoiceMade;
  setCrs: (code: CrsRef | null, swapped: boolean) => void;
  /** Likeliest first. */
  guesses: readonly CrsGuess[];
  /** The file may have north before east. */
  swaps?: boolean;
}
/** Stands in the list for a grid that is yet to be fitted. */
const LOCAL = 'local';
/** A guess first, then every system there is. Where the numbers cannot tell, nothing is chosen and the user has to say. */
export function CrsPicker({ crs, setCrs, guesses: all, swaps = false }: CrsPickerProps) {
  const { say, sayCode } = useWords();
  const guesses = all.filter(({ code }) => CRS_CHOICES.some((row) => row.code === code));
  const groups = [...new Set(CRS_CHOICES.map(({ id }) => id))].map((id) => ({ id, rows: CRS_CHOICES.filter((row) => row.id === id) }));
  const valueOf = (code: string, swapped: boolean) => `${code}|${swapped ? 1 : 0}`;
  const [fitting, setFitting] = useState(false);
  const choose = (value: string) => {
    const [code, swapped] = value.split('|');
    setFitting(code === LOCAL);
    setCrs(code === LOCAL ? null : code || null, swapped === '1');
  };
  const value = fitting ? `${LOCAL}|0` : typeof crs.code === 'string' ? valueOf(crs.code, crs.swapped) : '';
  return (
    <div className="import-setting">
      <label htmlFor="import-crs">{say('import.crs')}</label>
      <select id="import-crs" className="select" data-open={crs.code === null || undefined} value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('import.crsAsk')}</option>
        {guesses.length > 0 && (
          <optgroup label={say('import.crsGuesses')}>
            {guesses.map(({ code, swapped, confidence }) => <option key={valueOf(code, swapped)} value={valueOf(code, swapped)}>{say('import.crsGuess', { name: crsName(code, sayCode), axes: swapped ? say('import.crsSwapped') : '', share: Math.round(confidence * 100) })}</option>)}
          </optgroup>
        )}
        {groups.map(({ id, rows }) => (
          <optgroup key={id} label={sayCode(`crs.kind.${rows[0].kind}`)}>
            {rows.filter(({ code }) => !guesses.some((guess) => guess.code === code && !guess.swapped)).map(({ code }) => <option key={code} value={valueOf(code, false)}>{crsName(code, sayCode)}</option>)}
          </optgroup>
        ))}
        <optgroup label={sayCode('crs.kind.local')}><option value={`${LOCAL}|0`}>{say('grid.fit')}</option></optgroup>
      </select>
      {fitting && <LocalGridForm onGrid={(grid) => setCrs(grid, crs.swapped)} />}
      <small className="muted">
        {crs.guess ? say('import.crsWhy', { reason: sayCode(`crs.reason.${crs.guess.reason}`), share: Math.round(crs.guess.confidence * 100) }) : crs.code === null ? say('import.askCrs') : say('import.chosen')}
        {swaps && crs.code !== null && <label className="check import-swap"><input type="checkbox" checked={crs.swapped} onChange={(event) => setCrs(crs.code, event.target.checked)} />{sayCode('crs.swapped')}</label>}
      </small>
    </div>
  );
}
