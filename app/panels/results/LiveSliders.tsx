import { RotateCcw, Save } from 'lucide-react';
import { useEffect } from 'react';
import type { ParamDef, Params } from '../../../geo/index.ts';
import { moveLive, prepareLive, resetLive } from '../../commands/live.ts';
import { runAnalysis } from '../../commands/run-analysis.ts';
import { formatNumber, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { useForms } from '../../state/forms.ts';
import { useLive } from '../../state/live.ts';
import { useTasks } from '../../state/tasks.ts';
import { Button } from '../../ui/Button.tsx';

/** What may be tried out, and over which range: a slider over the whole range of a parameter would be too coarse to use. */
const SLIDERS: readonly { key: string; min: number; max: number; step: number }[] = [
  { key: 'catchmentRadius', min: 100, max: 800, step: 10 }, { key: 'shortageThreshold', min: 0.05, max: 1, step: 0.01 }, { key: 'usableShare', min: 0.5, max: 1, step: 0.01 },
  { key: 'linkDistance', min: 0, max: 400, step: 10 }, { key: 'minShortage', min: 0, max: 500, step: 5 },
];

export function LiveSliders({ run }: { run: Run }) {
  const { say, sayCode } = useWords();
  const live = useLive();
  const busy = useTasks((state) => state.task !== null);
  const defs = useForms((forms) => forms.analyses.find(({ id }) => id === run.analysis)?.params);
  const changed: Params = live.runId === run.id ? live.changed : {};
  const rows = SLIDERS.filter(({ key }) => run.params[key] !== undefined);
  useEffect(() => { if (!busy) prepareLive(run); }, [run, busy]);
  const isMoved = Object.keys(changed).length > 0;
  return (
    <section className="live" aria-label={say('live.title')}>
      <div className="section-head">
        <h3>{say('live.title')}</h3>
        {isMoved && live.took !== null && <span className="muted numeric">{say('live.took', { ms: Math.round(live.took) })}</span>}
      </div>
      {rows.map((row) => {
        const value = Number(changed[row.key] ?? run.params[row.key]);
        return (
          <label className="slider" key={row.key}>
            <span>{sayCode(`param.${row.key}`)}</span>
            <input
              className="range" type="range" min={Math.min(row.min, value)} max={Math.max(row.max, value)} step={row.step} value={value} disabled={busy}
              onChange={(event) => moveLive(run, withChange(changed, row.key, Number(event.target.value), run.params))}
            />
            <output className="numeric">{show(value, defs?.find(({ key }) => key === row.key), sayCode)}</output>
          </label>
        );
      })}
      {isMoved && (
        <div className="live-actions">
          <Button size="small" onClick={resetLive}><RotateCcw />{say('live.reset')}</Button>
          <Button size="small" kind="primary" disabled={busy} onClick={() => void runAnalysis(run.analysis, run.inputs, { ...run.params, ...changed })}><Save />{say('live.keep')}</Button>
        </div>
      )}
    </section>
  );
}

function withChange(changed: Params, key: string, value: number, base: Params): Params {
  const { [key]: _, ...rest } = changed;
  return value === base[key] ? rest : { ...rest, [key]: value };
}
function show(value: number, def: ParamDef | undefined, sayCode: (key: string, params?: Record<string, string | number>, fallback?: string) => string): string {
  if (def?.unit === 'ratio') return formatPercent(value);
  return `${formatNumber(value)} ${def ? sayCode(`unit.${def.unit}`, {}, '') : ''}`;
}
