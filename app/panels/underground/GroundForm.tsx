import { useState } from 'react';
import type { GroundSource } from '../../../geo/index.ts';
import { readTerrain } from '../../commands/underground.ts';
import { choose } from '../../files/choose.ts';
import { CrsSelect } from '../../files/CrsSelect.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { Answer } from '../../commands/answer.ts';
import type { TerrainRead } from '../../workers/depth-api.ts';
import type { GroundDraft } from './ground-draft.ts';

interface GroundFormProps {
  draft: GroundDraft;
  onChange: (part: Partial<GroundDraft>) => void;
  onWrong: (wrong: Answer<unknown> | null) => void;
}
const KINDS = ['none', 'level', 'terrain'] as const;

/** How high the ground lies: not known, one level, or a terrain from a file. */
export function GroundForm({ draft, onChange, onWrong }: GroundFormProps) {
  const { say } = useWords();
  return (
    <fieldset className="underground-part">
      <legend>{say('underground.ground')}</legend>
      <p className="muted">{say('underground.groundHint')}</p>
      <div className="underground-kinds" role="radiogroup" aria-label={say('underground.ground')}>
        {KINDS.map((kind) => <label key={kind}><input type="radio" name="ground" checked={draft.kind === kind} onChange={() => onChange({ kind })} />{say(`underground.${kind}`)}</label>)}
      </div>
      {draft.kind === 'level' && <label className="field underground-level"><span className="field-label">{say('underground.elevation')}</span><input className="input" inputMode="decimal" value={draft.elevation} onChange={(event) => onChange({ elevation: event.target.value })} /></label>}
      {draft.kind === 'terrain' && <TerrainFile terrain={draft.terrain} onChange={onChange} onWrong={onWrong} />}
      {draft.kind !== 'none' && <label className="field"><span className="field-label">{say('underground.from.source')}</span><input className="input" maxLength={200} value={draft.source} placeholder={say('underground.sourceHint')} onChange={(event) => onChange({ source: event.target.value })} /></label>}
    </fieldset>
  );
}

type TerrainSource = Extract<GroundSource, { kind: 'terrain' }>;
function TerrainFile({ terrain, onChange, onWrong }: Pick<GroundFormProps, 'onChange' | 'onWrong'> & { terrain: Pick<TerrainSource, 'name' | 'terrain'> | null }) {
  const { say } = useWords();
  const [read, setRead] = useState<{ file: File; found: TerrainRead } | null>(null);
  const look = async (file: File, crs: string | null) => {
    const answer = await readTerrain(file, crs);
    onWrong(answer.ok ? null : answer);
    if (!answer.ok) return;
    setRead({ file, found: answer.value });
    onChange({ terrain: { name: file.name, terrain: answer.value.terrain } });
  };
  const grid = terrain?.terrain;
  return (
    <div className="underground-terrain">
      <Button onClick={() => choose(['.tif', '.tiff', '.asc'], false, ([file]) => { if (file) void look(file, null); })}>{say(terrain ? 'underground.another' : 'underground.choose')}</Button>
      {grid && <p><b>{terrain.name}</b><br />{say('underground.cells', { columns: formatNumber(grid.columns), rows: formatNumber(grid.rows), dx: formatNumber(grid.dx), dy: formatNumber(grid.dy), crs: grid.crs })}</p>}
      {read && <p className="muted">{say('underground.heights', { lowest: formatNumber(read.found.lowest), highest: formatNumber(read.found.highest), known: formatNumber(Math.round(read.found.known * 1000) / 10) })}</p>}
      {read && !read.found.saysCrs && <div className="field"><span className="field-label">{say('underground.crs')}</span><CrsSelect value={read.found.terrain.crs} kinds={['geographic', 'projected']} onChange={(code) => void look(read.file, code)} /><span className="underground-guess">{say('underground.guessed')}</span></div>}
    </div>
  );
}
