import type { Indicator } from '../model/index.ts';
import type { Figures } from './compare.ts';
import type { Measure } from './types.ts';

/** What the measures of a scenario come to: no scenario is better for spending less than another that does more. A sum with an unknown part is unknown: its known part is a figure of its own. */
export function measureIndicators(measures: readonly Measure[]): Indicator[] {
  const costs = measures.map(({ cost }) => cost);
  const known = costs.filter((cost) => cost !== null).reduce((a, b) => a + b, 0);
  const unknown = costs.filter((cost) => cost === null).length;
  return [
    { key: 'measures', value: measures.length, unit: 'count', direction: 0 },
    { key: 'measuresCost', value: unknown > 0 ? null : known, unit: '10k yuan', direction: 0 },
    { key: 'measuresCostKnown', value: known, unit: '10k yuan', direction: 0 },
    { key: 'measuresCostUnknown', value: unknown, unit: 'count', direction: 0 },
    { key: 'measuresStalls', value: sumOf(measures, 'stalls'), unit: 'stall', direction: 0 },
  ];
}
/** The figures of services that a meeting compares; the others are looked up with the run itself. */
const COMPARED: readonly string[] = ['totalUnmet', 'servedRatio', 'shortageAreas', 'totalServed', 'totalCapacity', 'worstRatio'];
export const OF_MEASURES = 'measures';

/** The figures of one scenario for `compareFigures`: of its runs, by their kind, then of the measures that it ticks. On screen and in minutes alike. */
export function scenarioFigures(runs: readonly { kind: string; indicators: readonly Indicator[] }[], measures: readonly Measure[]): Figures {
  const services = runs.map(({ kind, indicators }) => [kind, indicators.filter(({ key }) => COMPARED.includes(key))] as const).filter(([, indicators]) => indicators.length > 0);
  return { ...Object.fromEntries(services), [OF_MEASURES]: measureIndicators(measures).filter(({ key }) => key !== 'measuresCostKnown') };
}

/** Stalls that are built or opened. */
const sumOf = (measures: readonly Measure[], field: string): number =>
  measures.filter(({ kind }) => kind === 'build-site' || kind === 'open-shelter').reduce((sum, { set }) => sum + Number(set[field] ?? 0), 0);
