import { formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { StepChart } from '../../ui/StepChart.tsx';
import { useFactors } from '../use-factors.ts';
import { budgetPoints, wholeBudget } from './portfolio-shown.ts';

/** What each budget buys; taking a point takes its budget. */
export function Frontier({ run, onTake }: { run: Run; onTake: (budget: number) => void }) {
  const { say, sayCode } = useWords();
  const points = budgetPoints(useFactors(run, 'frontier', 'frontier'));
  if (points.length === 0) return null;
  const budget = wholeBudget(run.params['budgets']);
  const unit = sayCode(run.params['portfolioService'] === 'shelter' ? 'unit.person' : 'unit.stall');
  const words = (point: (typeof points)[number]) => say('portfolio.point', { budget: formatWhole(point.budget), relief: formatWhole(point.relief), unit, sites: point.sites });
  return (
    <section className="portfolio-frontier">
      <h3>{say('portfolio.frontier')}</h3>
      <StepChart
        label={say('portfolio.chart')} xTitle={say('portfolio.budgetAxis')} yTitle={say('portfolio.reliefAxis', { unit })} format={formatWhole}
        points={points.map((point, i) => ({ key: String(i), x: point.budget, y: point.relief, text: words(point) }))}
        marked={budget === null ? null : { x: budget, text: say('portfolio.chosenBudget', { budget: formatWhole(budget) }) }} onTake={({ x }) => onTake(x)}
      />
      <table className="portfolio-table">
        <thead><tr><th>{say('portfolio.budgetAxis')}</th><th>{say('portfolio.reliefAxis', { unit })}</th><th>{say('portfolio.sites')}</th></tr></thead>
        <tbody>{points.map((point) => <tr key={point.budget}><td>{formatWhole(point.budget)}</td><td>{formatWhole(point.relief)}</td><td>{point.sites}</td></tr>)}</tbody>
      </table>
    </section>
  );
}
