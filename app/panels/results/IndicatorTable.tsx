import { formatFigure } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';

/** Every figure of a run, and the parameters it was computed with. */
export function IndicatorTable({ run }: { run: Run }) {
  const { say, sayCode } = useWords();
  return (
    <details className="section">
      <summary>{say('results.allFigures')}</summary>
      <dl className="factors">
        {run.indicators.map(({ key, value, unit }) => <div className="factor" key={key}><dt>{sayCode(`indicator.${key}`, {}, sayCode(`indicator.${key.split('.').at(-1)}`))}</dt><dd>{formatFigure(key, value, unit, sayCode)}</dd></div>)}
      </dl>
      <h3>{say('results.params')}</h3>
      <dl className="factors">
        {Object.entries(run.params).filter(([, value]) => value !== '' && value !== null).map(([key, value]) => <div className="factor" key={key}><dt>{sayCode(`param.${key}`)}</dt><dd>{sayCode(`choice.${key}.${value}`, {}, String(value))}</dd></div>)}
      </dl>
    </details>
  );
}
