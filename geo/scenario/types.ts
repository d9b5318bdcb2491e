import type { FeatureId, PlanFeature, Properties, SchemaId } from '../model/index.ts';

export type MeasureKind = 'build-site' | 'open-shelter' | 'move-road' | 'cancel-road' | 'change-zone' | 'change-stalls';

/** What a measure changes: a feature of the baseline, found by its schema and id whatever layer delivers it. */
export interface MeasureTarget {
  schema: SchemaId;
  id: FeatureId;
  name: string;
}

/** A change that somebody answers for: what is done, by whom, for how much, when (DESIGN 6). Immutable: a changed measure is a new one with the same id. */
export interface Measure {
  id: string;
  kind: MeasureKind;
  title: string;
  /** The department that carries it out; empty where nobody has said so. */
  steward: string;
  /** 10,000 yuan; null = unknown. */
  cost: number | null;
  /** 1 near, 2 mid, 3 long term; null = not set. */
  phase: 1 | 2 | 3 | null;
  remarks: string;
  /** Null for what is built anew. */
  target: MeasureTarget | null;
  /** New values of the target's fields; for what is built, everything that is known of it. */
  set: Properties;
  /** The values of those fields when the measure was written: while the baseline still says so, the measure fits. */
  was: Properties;
  /** What is built: its shape in degrees and its entrances. */
  site: PlanFeature | null;
}

/** Measures that are taken together. The baseline is no scenario: it is what is there, and cannot be deleted. */
export interface Scenario {
  id: string;
  name: string;
  /** Ids of the measures that are ticked. */
  measures: readonly string[];
  remarks: string;
}

/** Where a scenario is asked for and none is meant. */
export const BASELINE = 'baseline';
