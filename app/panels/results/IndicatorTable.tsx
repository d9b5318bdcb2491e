import { formatFigure } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { useForms } from '../../state/forms.ts';
import { useLive } from '../../state/live.ts';

/** Every figure of a run, and the parameters it was computed with. What is tried out is not in them, and the table says so. */
export function IndicatorTable({ run }: { run: Run }) {
  const { say, sayCode } = useWords();
  const defs = useForms((forms) => forms.analyses.find(({ id }) => id === run.analysis)?.params);
  const live = useLive();
  const changed = live.runId === run.id ? live.changed : {};
  const isTried = live.runId === run.id && live.answer !== null;
  const show = (key: string, value: Run['params'][string]) => sayCode(`choice.${key}.${value}`, {}, formatFigure(key, value, defs?.find((def) => def.key === key)?.unit, sayCode));
  return (
    <details className="section">
      <summary>{say('results.allFigures')}</summary>
      {isTried && <p className="section-note" role="status">{say('results.saved')}</p>}
      <dl className="factors">
        {run.indicators.map(({ key, value, unit }) => <div className="factor" key={key}><dt>{sayCode(`indicator.${key}`, {}, sayCode(`indicator.${key.split('.').at(-1)}`))}</dt><dd>{formatFigure(key, value, unit, sayCode)}</dd></div>)}
      </dl>
      <h3>{say('results.params')}</h3>
      <dl className="factors">
        {Object.entries(run.params).filter(([, value]) => value !== '' && value !== null).map(([key, value]) => (
          <div className="factor" key={key}>
            <dt>{sayCode(`param.${key}`)}</dt>
            <dd>{show(key, value)}{changed[key] !== undefined && <span className="muted">{say('results.triedValue', { value: show(key, changed[key]) })}</span>}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
