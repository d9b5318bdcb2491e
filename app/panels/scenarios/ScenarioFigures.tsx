import { Play } from 'lucide-react';
import { useState } from 'react';
import { OF_MEASURES, type ComparisonRow } from '../../../geo/index.ts';
import { runScenario } from '../../commands/scenarios.ts';
import { formatFigure, formatMove, isWhole } from '../../i18n/format.ts';
import { useWords, type SayCode } from '../../i18n/index.ts';
import { sayUnit } from '../../i18n/say-field.ts';
import { useDocument } from '../../state/document.ts';
import { useLooked } from '../../state/scenarios.ts';
import { useTasks } from '../../state/tasks.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { Button } from '../../ui/Button.tsx';
import { scenarioComparison, type ScenarioColumn } from './scenario-figures.ts';

/** The figures of all scenarios lined up with their differences from the baseline, and one of them as a chart. */
export function ScenarioFigures() {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { scenario: shown } = useLooked();
  const [chosen, setChosen] = useState<string | null>(null);
  const { columns, rows } = scenarioComparison(document, say('scenario.baseline'));
  const hasRuns = rows.some(({ of }) => of !== OF_MEASURES);
  const charted = rows.find((row) => keyOf(row) === chosen) ?? rows.find(({ key }) => key === 'totalUnmet') ?? rows[0];
  if (document.scenarios.length === 0) return null;
  return (
    <section className="scenario-figures">
      <div className="section-head"><h3>{say('scenario.figures')}</h3></div>
      {hasRuns ? <Stale columns={columns} /> : <p className="section-note">{say('scenario.needsRun')}</p>}
      <p className="chart-title">{sayRow(charted, sayCode)}</p>
      <BarChart label={say('scenario.chart', { figure: sayRow(charted, sayCode) })} bars={columns.map(({ id, name, stale }, i) => ({
        key: id ?? '', label: name, value: charted.values[i], text: valueText(charted, i, stale, sayCode), note: i > 0 ? differenceText(charted, i, sayCode) : undefined, best: charted.best.includes(i),
      }))} />
      <div className="matrix-scroll">
        <table className="matrix figures">
          <thead><tr><th scope="col">{say('scenario.figure')}</th>{columns.map(({ id, name }) => <th scope="col" key={id ?? ''} data-shown={shown === id}>{name}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} data-charted={row === charted}>
                <th scope="row"><button type="button" className="matrix-title" aria-pressed={row === charted} title={say('scenario.chartShow', { figure: sayRow(row, sayCode) })} onClick={() => setChosen(keyOf(row))}>{sayCode(`indicator.${row.key}`)}</button><small>{[sayOf(row, sayCode), sayUnit(row.unit, sayCode)].filter(Boolean).join(' · ')}</small></th>
                {columns.map(({ id, stale }, i) => (
                  <td key={id ?? ''} data-best={row.best.includes(i)} data-shown={shown === id}>
                    {valueText(row, i, stale, sayCode, false)}{row.best.includes(i) && <span className="chart-best" title={say('scenario.best')}>★</span>}
                    {i > 0 && <small data-better={betterOf(row, i)}>{differenceText(row, i, sayCode)}</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Scenarios whose services have not been computed as the baseline's were, and the button that does it. */
function Stale({ columns }: { columns: readonly ScenarioColumn[] }) {
  const { say } = useWords();
  const busy = useTasks((state) => state.task !== null);
  const stale = columns.filter(({ id, stale: kinds }) => id !== null && kinds.length > 0);
  if (stale.length === 0) return null;
  const runAll = async () => { for (const { id } of stale) await runScenario(id!); };
  return (
    <div className="out-of-date" role="status">
      <span>{stale.map(({ name }) => say('scenario.stale', { name })).join(' · ')}</span>
      <Button size="small" disabled={busy} title={say('scenario.runHint')} onClick={() => void runAll()}><Play />{say('scenario.runAll')}</Button>
    </div>
  );
}

const keyOf = ({ of, key }: ComparisonRow): string => `${of}/${key}`;
const sayOf = ({ of }: ComparisonRow, sayCode: SayCode): string => (of === OF_MEASURES ? sayCode('scenario.ofMeasures') : sayCode(`run.${of}`));
const sayRow = (row: ComparisonRow, sayCode: SayCode): string => `${sayOf(row, sayCode)} · ${sayCode(`indicator.${row.key}`)}`;
/** What has not been computed with the baseline's data as they are now is no figure. */
function valueText(row: ComparisonRow, i: number, stale: readonly string[], sayCode: SayCode, withUnit = true): string {
  if (row.values[i] === null) return sayCode(row.of === OF_MEASURES ? 'scenario.unknown' : 'scenario.notRun');
  return formatFigure(row.key, row.values[i], withUnit || row.unit === 'ratio' ? row.unit : isWhole(row.unit) ? 'count' : '', sayCode) + (stale.includes(row.of) ? ' *' : '');
}
function differenceText({ key, unit, differences }: ComparisonRow, i: number, sayCode: SayCode): string {
  const by = differences[i];
  if (by === null) return '';
  if (by === 0 || (isWhole(unit) && Math.round(by) === 0)) return '±0';
  return `${by > 0 ? '+' : '−'}${formatMove(key, Math.abs(by), unit, sayCode)}`;
}
function betterOf({ differences, direction }: ComparisonRow, i: number): boolean | undefined {
  const by = differences[i];
  return by === null || by === 0 || direction === 0 ? undefined : Math.sign(by) === direction;
}
