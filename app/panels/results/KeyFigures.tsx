import type { Run } from '../../state/document.ts';
import type { SessionAnswer } from '../../workers/session-api.ts';
import { formatWhole, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { serviceOf } from '../../commands/live.ts';

/** The three figures a meeting asks for first; while a slider is off its place, with the difference to the run. */
export function KeyFigures({ run, answer }: { run: Run; answer: SessionAnswer | null }) {
  const { say, sayCode } = useWords();
  const of = (key: string) => run.indicators.find((indicator) => indicator.key === key)?.value ?? null;
  const unit = sayCode(serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall');
  const demand = of('totalDemand') ?? 0;
  const unmet = answer?.totalUnmet ?? of('totalUnmet') ?? 0;
  const areas = answer?.areas.length ?? run.layers['shortage-areas'].features.length;
  const tiles = [
    { key: 'unmet', label: sayCode('indicator.totalUnmet'), value: formatWhole((unmet)), unit, before: answer && of('totalUnmet'), now: unmet, strong: true },
    { key: 'ratio', label: sayCode('indicator.servedRatio'), value: demand > 0 ? formatPercent((demand - unmet) / demand) : '—', unit: say('results.ofDemand', { n: formatWhole(demand), unit }), before: null, now: 0, strong: false },
    { key: 'areas', label: sayCode('indicator.shortageAreas'), value: String(areas), unit: sayCode('unit.area', {}, ''), before: answer && run.layers['shortage-areas'].features.length, now: areas, strong: false },
  ];
  return (
    <div className="key-figures" aria-live="polite">
      {tiles.map(({ key, label, value, unit: word, before, now, strong }) => (
        <div className="key-figure" data-strong={strong} key={key} data-testid={`figure-${key}`}>
          <span className="key-label">{label}</span>
          <b>{value}</b>
          <span className="muted">{word}{before !== null && Math.round(before) !== Math.round(now) && <em className="delta">{now > before ? '+' : '−'}{formatWhole(Math.abs(Math.round(now) - Math.round(before)))}</em>}</span>
        </div>
      ))}
    </div>
  );
}
