import { say, type Language } from '../../messages/index.ts';
import { thousands, type Indicator } from '../../model/index.ts';
import { compareFigures, measuresOf, OF_MEASURES, scenarioFigures, type ComparisonRow } from '../../scenario/index.ts';
import type { Block } from './blocks.ts';
import type { MinutesContext } from './context.ts';
import type { MinutesRun } from './source.ts';
import { table } from './tables.ts';

/** Scenarios beside the baseline in one table; more stand in the next. */
const MOST = 3;

/** Every figure of the baseline and the scenarios, with what differs from the baseline behind it. */
export function indicatorBlocks(context: MinutesContext): Block[] {
  const { source: { scenarios, measures, runs }, withheldMeasures, say: words } = context;
  const groups = scenarios.length === 0 ? [[]] : Array.from({ length: Math.ceil(scenarios.length / MOST) }, (_, g) => scenarios.slice(g * MOST, (g + 1) * MOST));
  const figuresOf = (id: string | null) => scenarioFigures(runs.filter(({ scenario }) => scenario === id), measuresOf(scenarios.find((one) => one.id === id) ?? { measures: [] }, measures));
  const tables = groups.flatMap((group) => {
    const rows = compareFigures([figuresOf(null), ...group.map(({ id }) => figuresOf(id))]).filter(({ of, values }) => of !== OF_MEASURES || values.slice(1).some((value) => value !== 0));
    return table([words('minutes.indicator'), words('minutes.baseline'), ...group.map(({ name }) => name)], [3.6, 1.6, ...group.map(() => 2.2)], rows.map((row) => rowOf(row, context)), { figures: new Set([1, ...group.map((_, i) => i + 2)]) });
  });
  const between = context.language === 'zh' ? '、' : ', ';
  return [
    ...table([words('minutes.scenario'), words('minutes.scenarioMeasures')], [1, 3], scenarios.map((one) => [one.name, measuresOf(one, measures).map(({ title }) => title).join(between) || '—'])),
    ...(withheldMeasures > 0 ? [{ kind: 'paragraph' as const, text: words('minutes.withheldMeasures', { n: withheldMeasures }) }] : []),
    ...tables,
  ];
}

function rowOf({ of, key, unit, values, differences }: ComparisonRow, { source: { runs }, language, say: words }: MinutesContext): string[] {
  const run = runs.find(({ kind }) => kind === of);
  const name = words(`indicator.${key}`), shown = (value: number) => figure({ key, unit, value }, language);
  const title = run ? words('minutes.bracket', { name, text: runTitle(run, language) }) : name;
  return [title, ...values.map((value, i) => {
    const difference = i === 0 ? null : differences[i];
    if (value === null) return words('minutes.unknown');
    return difference ? words('minutes.bracket', { name: shown(value), text: `${difference > 0 ? '+' : '-'}${differenceOf({ key, unit, value: Math.abs(difference) }, language)}` }) : shown(value);
  })];
}

/** Ratios that are no shares of a whole. */
const PLAIN_RATIOS = new Set(['byStraightLine', 'detourFactor']);
/** A figure as it is read: no more digits than mean something, with its unit. */
export function figure({ key, unit, value }: Pick<Indicator, 'key' | 'unit'> & { value: number }, language: Language): string {
  if (isShare({ key, unit })) return `${rounded(value * 100, 1)}%`;
  const word = unit === 'count' ? '' : say(`unit.${unit}`, language);
  return `${rounded(value, Math.abs(value) >= 100 || WHOLE.has(unit) ? 0 : Math.abs(value) >= 10 ? 1 : 2)}${word === '' ? '' : ` ${word}`}`;
}
/** Shares differ by points, not by per cent of each other. */
function differenceOf(of: Pick<Indicator, 'key' | 'unit'> & { value: number }, language: Language): string {
  return isShare(of) ? say('minutes.points', language, { n: rounded(of.value * 100, 1) }) : figure(of, language);
}
const isShare = ({ key, unit }: Pick<Indicator, 'key' | 'unit'>): boolean => unit === 'ratio' && !PLAIN_RATIOS.has(key);
const WHOLE = new Set<string>(['stall', 'person', 'household', 'car', 'count']);
const rounded = (value: number, digits: number): string => thousands(Number(value.toFixed(digits)));

export function runTitle({ analysis, params }: Pick<MinutesRun, 'analysis' | 'params'>, language: Language): string {
  const period = params['period'];
  return `${say(`analysis.${analysis}`, language)}${period === 'night' || period === 'day' ? ` · ${say(`choice.period.${period}`, language)}` : ''}`;
}

/** The hash of what each run was computed from, so that a figure can be traced back. */
export function runBlocks({ source: { runs, scenarios }, language, say: words }: MinutesContext): Block[] {
  const scenario = (id: string | null) => (id === null ? words('minutes.baseline') : scenarios.find((one) => one.id === id)?.name ?? id);
  return table([words('minutes.run'), words('minutes.scenario'), words('minutes.hash')], [2, 1.4, 3], runs.map((run) => [runTitle(run, language), scenario(run.scenario), run.keyword]));
}
