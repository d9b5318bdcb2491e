import { useState } from 'react';
import { CRS_CHOICES, type CrsGuess, type CrsRef, type LocalGrid } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { forgetGrid, keepGrid, useLocalGrids } from '../../state/local-grids.ts';
import { Button } from '../../ui/Button.tsx';
import { crsName } from '../crs-name.ts';
import { keptGrid, KeptGrids, keptIndex, keptValue } from '../KeptGrids.tsx';
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
  const grids = useLocalGrids((kept) => kept.grids), kept = keptIndex(crs.code, grids);
  const choose = (value: string) => {
    const [code, swapped] = value.split('|');
    setFitting(code === LOCAL);
    setCrs(code === LOCAL ? null : keptGrid(value, grids) ?? (code || null), swapped === '1');
  };
  const [isStored, setStored] = useState(true);
  const keep = (grid: LocalGrid) => {
    setStored(keepGrid(grid));
    setFitting(false);
    setCrs(grid, crs.swapped);
  };
  const forget = (grid: LocalGrid) => {
    forgetGrid(grid.name);
    setCrs(null, crs.swapped);
  };
  const value = fitting ? `${LOCAL}|0` : kept >= 0 ? keptValue(kept) : typeof crs.code === 'string' ? valueOf(crs.code, crs.swapped) : '';
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
        <KeptGrids grids={grids} />
        <optgroup label={say('grid.another')}><option value={`${LOCAL}|0`}>{say('grid.fit')}</option></optgroup>
      </select>
      {fitting && <LocalGridForm onGrid={(grid) => setCrs(grid, crs.swapped)} onKeep={keep} />}
      {kept >= 0 && <small className="muted local-grid-kept">{say(isStored ? 'grid.kept' : 'grid.notStored')}<Button onClick={() => forget(grids[kept])}>{say('grid.forget')}</Button></small>}
      <small className="muted">
        {crs.guess ? say('import.crsWhy', { reason: sayCode(`crs.reason.${crs.guess.reason}`), share: Math.round(crs.guess.confidence * 100) }) : crs.code === null ? say('import.askCrs') : say('import.chosen')}
        {swaps && crs.code !== null && <label className="check import-swap"><input type="checkbox" checked={crs.swapped} onChange={(event) => setCrs(crs.code, event.target.checked)} />{sayCode('crs.swapped')}</label>}
      </small>
    </div>
  );
}
