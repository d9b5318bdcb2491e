import { useState } from 'react';
import { fitLocalGrid, OLD_ELLIPSOIDS, planeForLayers, UserError, type FitMethod, type GridFit, type LocalGrid } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { currentDocument } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';
import { CrsSelect } from '../CrsSelect.tsx';
import { readControlPoints } from './control-points.ts';

const METHODS: readonly FitMethod[] = ['two-point', 'similarity', 'seven-parameter'];
type Datum = keyof typeof OLD_ELLIPSOIDS;
interface GridSettings {
  method: FitMethod;
  base: string;
  datum: Datum;
  /** Degrees, of the old system. */
  meridian: number;
  points: string;
  /** What the grid is called where it is kept. */
  name: string;
}

/** A local grid from control points: the same places in the file's coordinates and in a known system. Residuals tell whether it is any good. */
export function LocalGridForm({ onGrid, onKeep }: { onGrid: (grid: LocalGrid | null) => void; onKeep: (grid: LocalGrid) => void }) {
  const { say, sayCode } = useWords();
  const [settings, change] = useState<GridSettings>(() => ({ method: 'similarity', base: planeForLayers(currentDocument().layers.map(({ layer }) => layer)).code, datum: 'xian-80', meridian: 114, points: '', name: say('grid.ownName') }));
  const set = (part: Partial<GridSettings>) => {
    const next = { ...settings, ...part };
    change(next);
    const fit = fitted(next);
    onGrid(fit && 'definition' in fit ? fit.definition : null);
  };
  const fit = fitted(settings);
  return (
    <div className="local-grid">
      <label className="field"><span className="field-label">{say('grid.method')}</span>
        <select className="select" value={settings.method} onChange={(event) => set({ method: event.target.value as FitMethod })}>
          {METHODS.map((method) => <option key={method} value={method}>{say(`grid.${method}` as WordKey)}</option>)}
        </select>
      </label>
      <label className="field"><span className="field-label">{say('grid.base')}</span><CrsSelect value={settings.base} kinds={['projected']} onChange={(base) => set({ base })} /></label>
      {settings.method === 'seven-parameter' && (
        <>
          <label className="field"><span className="field-label">{say('grid.datum')}</span>
            <select className="select" value={settings.datum} onChange={(event) => set({ datum: event.target.value as Datum })}>
              {Object.keys(OLD_ELLIPSOIDS).map((datum) => <option key={datum} value={datum}>{say(`grid.${datum}` as WordKey)}</option>)}
            </select>
          </label>
          <label className="field"><span className="field-label">{say('grid.meridian')}</span><input className="input" type="number" step="any" value={settings.meridian} onChange={(event) => set({ meridian: event.target.valueAsNumber })} /></label>
        </>
      )}
      <label className="field local-grid-points"><span className="field-label">{say('grid.points')}</span>
        <textarea className="input" rows={4} spellCheck={false} placeholder={say('grid.placeholder')} value={settings.points} onChange={(event) => set({ points: event.target.value })} />
      </label>
      {fit && ('code' in fit ? <p className="import-away">{sayCode(fit.code, fit.params)}</p> : <Residuals fit={fit} />)}
      {fit && 'definition' in fit && (
        <div className="local-grid-keep">
          <label className="field"><span className="field-label">{say('grid.name')}</span><input className="input" value={settings.name} maxLength={40} onChange={(event) => set({ name: event.target.value })} /></label>
          <Button disabled={settings.name.trim() === ''} onClick={() => onKeep({ ...fit.definition, name: settings.name.trim() })}>{say('grid.keep')}</Button>
          <p className="muted">{say('grid.keepHint')}</p>
        </div>
      )}
    </div>
  );
}

function Residuals({ fit: { residuals, rms, redundant } }: { fit: GridFit }) {
  const { say } = useWords();
  return <p className={redundant === 0 ? 'import-away' : 'muted'}>{redundant === 0 ? say('grid.unchecked') : say('grid.rms', { rms: rms.toFixed(3), worst: Math.max(...residuals.map(({ distance }) => distance)).toFixed(3) })}</p>;
}

/** Null while nothing was entered; the words of what is wrong with it where it cannot be fitted. */
function fitted({ method, base, datum, meridian, points, name }: GridSettings): GridFit | { code: string; params: Record<string, string | number> } | null {
  const pairs = readControlPoints(points);
  if (pairs.length === 0) return null;
  const bad = pairs.indexOf(null);
  if (bad >= 0) return { code: 'grid.line', params: { row: bad + 1 } };
  try {
    const projection = { centralMeridian: meridian, scale: 1, falseEasting: 500_000, falseNorthing: 0 };
    return fitLocalGrid(pairs.filter((pair) => pair !== null), method, { name: name.trim(), base, ...(method === 'seven-parameter' ? { datum: { ellipsoid: OLD_ELLIPSOIDS[datum], projection } } : {}) });
  } catch (error) {
    if (error instanceof UserError) return { code: `error.${error.code}`, params: error.params };
    throw error;
  }
}
