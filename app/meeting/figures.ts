import { measureIndicators, measuresOf } from '../../geo/index.ts';
import { serviceOf } from '../commands/live.ts';
import type { ProjectDocument, Run } from '../state/document.ts';
import { documentIn } from '../state/scenarios.ts';
import type { SessionAnswer } from '../workers/session-api.ts';

/** A figure that the meeting looks at, and how far it is from what it is compared with; null where either is unknown. */
export interface MeetingFigure {
  key: 'totalUnmet' | 'servedRatio' | 'shortageAreas' | 'measuresCost';
  value: number | null;
  difference: number | null;
  /** Which way is better. */
  direction: 1 | -1;
}
export interface MeetingFigures {
  /** The service run that is shown; null = none was made. */
  run: Run | null;
  /** What the differences are from; null = nothing to compare with. */
  against: 'baseline' | 'run' | null;
  figures: readonly MeetingFigure[];
}

/** The service run in front, in the scenario that is looked at. */
export function runInFront(document: ProjectDocument, scenario: string | null, shownRun: string | null): Run | null {
  const services = documentIn(document, scenario).runs.filter((run) => serviceOf(run) !== null);
  return services.find(({ id }) => id === shownRun) ?? services[0] ?? null;
}

/** The figures of the scenario that is shown beside the baseline's; of a run that is tried out beside what it was before. */
export function meetingFigures(document: ProjectDocument, { scenario, shownRun }: { scenario: string | null; shownRun: string | null }, answer: SessionAnswer | null): MeetingFigures {
  const run = runInFront(document, scenario, shownRun);
  const baseline = scenario === null || !run ? null : documentIn(document, null).runs.find((other) => serviceOf(other) === serviceOf(run)) ?? null;
  const base = scenario === null ? (answer ? run : null) : baseline;
  const figures = run ? serviceFigures(run, answer, base) : [];
  const known = document.scenarios.find(({ id }) => id === scenario);
  const cost = known ? measureIndicators(measuresOf(known, document.measures)).find(({ key }) => key === 'measuresCost') : undefined;
  return { run, against: base ? (scenario === null ? 'run' : 'baseline') : null, figures: cost ? [...figures, { key: 'measuresCost', value: cost.value, difference: null, direction: -1 }] : figures };
}

function serviceFigures(run: Run, answer: SessionAnswer | null, base: Run | null): MeetingFigure[] {
  const now = figuresOf(run, answer), before = base && figuresOf(base, null);
  const figure = (key: keyof typeof now, direction: 1 | -1): MeetingFigure => {
    const value = now[key], from = before?.[key] ?? null;
    return { key, value, direction, difference: value === null || from === null ? null : value - from };
  };
  return [figure('totalUnmet', -1), figure('servedRatio', 1), figure('shortageAreas', -1)];
}
function figuresOf(run: Run, answer: SessionAnswer | null): Record<'totalUnmet' | 'servedRatio' | 'shortageAreas', number | null> {
  const of = (key: string) => run.indicators.find((indicator) => indicator.key === key)?.value ?? null;
  const demand = answer?.totalDemand ?? of('totalDemand'), totalUnmet = answer?.totalUnmet ?? of('totalUnmet');
  const servedRatio = demand === null || totalUnmet === null || demand <= 0 ? null : (demand - totalUnmet) / demand;
  return { totalUnmet, servedRatio, shortageAreas: answer?.areas.length ?? run.layers['shortage-areas']?.features.length ?? null };
}
