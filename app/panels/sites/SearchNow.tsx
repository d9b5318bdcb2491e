import { Square } from 'lucide-react';
import { stopSearch } from '../../commands/portfolio.ts';
import { formatFigure, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { useSearch } from '../../state/search.ts';
import { useTasks } from '../../state/tasks.ts';
import { Button } from '../../ui/Button.tsx';
import { bestOf, closed } from './portfolio-shown.ts';

/** The search while it goes on: what greedy gave, the best value found, what no set can better, and how far apart the two still are. */
export function SearchNow({ run }: { run: Run }) {
  const { say, sayCode } = useWords();
  const step = useTasks((state) => state.task?.step);
  const found = useSearch((state) => state.found);
  const greedy = run.indicators.find(({ key }) => key === 'portfolioGreedy');
  const figure = (value: number | null | undefined) => formatFigure('portfolioValue', value ?? null, greedy?.unit, sayCode);
  const first = typeof greedy?.value === 'number' ? greedy.value : null, best = bestOf(run.params['aim'], first, found?.value ?? null);
  const { gap, share } = closed(best, found?.bound ?? null);
  return (
    <section className="search-now" data-testid="portfolio-search" aria-label={say('portfolio.searching')}>
      <div className="search-head">
        <b role="status">{sayCode(step === 'step.cheapest' ? step : 'step.portfolio')}</b>
        <Button size="small" onClick={stopSearch}><Square />{say('portfolio.stop')}</Button>
      </div>
      <dl className="search-figures">
        <div data-key="greedy"><dt>{say('portfolio.greedy')}</dt><dd>{figure(first)}</dd></div>
        <div data-key="value"><dt>{say('portfolio.foundNow')}</dt><dd>{figure(best)}</dd></div>
        <div data-key="bound"><dt>{say('portfolio.boundNow')}</dt><dd>{figure(found?.bound)}</dd></div>
        <div data-key="gap"><dt>{say('portfolio.gapNow')}</dt><dd>{gap === null ? '—' : formatPercent(gap, 2)}</dd></div>
      </dl>
      <div className="meter" aria-hidden="true"><i style={{ transform: `scaleX(${share})` }} /></div>
      <p className="muted">{say('portfolio.firstShown')}</p>
    </section>
  );
}

/** The best set stands below; what each budget buys is still reckoned. */
export function FrontierNow() {
  const { say, sayCode } = useWords();
  const done = useTasks((state) => state.task?.done ?? 0);
  return (
    <section className="search-now" data-testid="portfolio-frontier-search">
      <div className="search-head">
        <b role="status">{sayCode('step.frontier')}</b>
        <Button size="small" onClick={stopSearch}><Square />{say('portfolio.stopFrontier')}</Button>
      </div>
      <div className="meter" aria-hidden="true"><i style={{ transform: `scaleX(${Math.min(1, Math.max(0, (done - 0.75) / 0.2))})` }} /></div>
    </section>
  );
}
