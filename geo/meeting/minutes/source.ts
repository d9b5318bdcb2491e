import { aboveLevel, withinLevel, type SecrecyLevel } from '../../io/index.ts';
import type { Language } from '../../messages/index.ts';
import type { Indicator, Layer, Params } from '../../model/index.ts';
import { Baseline, BASELINE, deriveLayers, measuresOf, type Measure, type Scenario } from '../../scenario/index.ts';
import type { Meeting, Opinion } from '../types.ts';
import type { MinutesTemplate } from './template.ts';

/** What minutes are written from, besides the meeting: all of it as it stands in the project. */
export interface MinutesSource {
  project: Readonly<Record<Language, string>>;
  invented: boolean;
  layers: readonly Layer[];
  measures: readonly Measure[];
  scenarios: readonly Scenario[];
  opinions: readonly Opinion[];
  runs: readonly MinutesRun[];
}
export interface MinutesRun {
  id: string;
  analysis: string;
  /** What it is about, in whatever scenario: runs of one kind stand in one row. */
  kind: string;
  scenario: string | null;
  params: Params;
  indicators: readonly Indicator[];
  layers: readonly Layer[];
  /** `<run>@<hash of what went in>` */
  keyword: string;
}
export interface MinutesWishes {
  meeting: Meeting;
  template: MinutesTemplate;
  language: Language;
  /** Nothing above it is written. */
  level: SecrecyLevel;
  /** ISO date against which actions are overdue; passed in, for the engine has no clock. */
  today: string;
}

/** The source with nothing above a level: features, and measures that build or change such. */
export function sourceWithin(source: MinutesSource, level: SecrecyLevel): MinutesSource {
  const within = (layers: readonly Layer[]) => layers.map((layer) => withinLevel(layer, level).layer);
  const layers = within(source.layers);
  return { ...source, layers, measures: measuresWithin(source.measures, source.layers, level), runs: source.runs.map((run) => ({ ...run, layers: within(run.layers) })) };
}

/** Measures that build nothing above a level, and change nothing that is above it in the layers. */
export function measuresWithin(measures: readonly Measure[], layers: readonly Layer[], level: SecrecyLevel): Measure[] {
  const baseline = new Baseline(layers);
  return measures.filter(({ site, set, target }) => {
    const feature = target ? baseline.feature(target.schema, target.id) : undefined;
    return aboveLevel([...(site ? [site, { properties: { secrecy: set['secrecy'] ?? null } }] : []), ...(feature ? [feature] : [])], level) === 0;
  });
}

/** What is drawn for a scenario: its layers, and the results of its runs. A scenario that is gone shows the baseline. */
export function layersIn({ layers, scenarios, measures, runs }: MinutesSource, id: string): Layer[] {
  const scenario = id === BASELINE ? undefined : scenarios.find((one) => one.id === id);
  const own = scenario ? deriveLayers(layers, measuresOf(scenario, measures)).layers : layers;
  return [...own, ...runs.filter((run) => run.scenario === (scenario?.id ?? null)).flatMap((run) => run.layers)];
}
