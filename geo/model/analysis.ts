import type { FeatureId, Layer } from './feature.ts';
import type { Issue } from './issue.ts';
import type { DepthContext } from './depth.ts';
import type { Progress } from './progress.ts';
import type { SchemaId } from './schema-id.ts';
import type { Factor, Indicator, Unit } from './indicator.ts';

/** Where a number or a method comes from. Keys are rows of data/parameters/citations.json. */
export interface Citation {
  key: string;
  title: string;
  clause?: string;
}

/**
 * One parameter of an analysis. The form, the command line and the documentation follow from it.
 * Defaults come from data/parameters, never from code. Words: `param.<key>` and `param.<key>.hint`.
 */
export interface ParamDef {
  key: string;
  type: 'number' | 'integer' | 'choice' | 'boolean' | 'date' | 'text';
  default: number | string | boolean | null;
  unit: Unit;
  min?: number;
  max?: number;
  step?: number;
  choices?: readonly string[];
  /** Key of a citation. */
  source: string;
  /** From memory or an assumption: shown with "to be confirmed". */
  toBeConfirmed: boolean;
  group: string;
}
export type ParamTable = readonly ParamDef[];
export type ParamValue = number | string | boolean | null;
export type Params = Record<string, ParamValue>;

export interface InputDef {
  schema: SchemaId;
  required: boolean;
}
/** Input layers by input name (`demand-units`, `parking-facilities` …); an optional input may be absent. */
export type Inputs = Record<string, Layer | undefined>;

export interface Analysis {
  id: string;
  version: number;
  method: readonly Citation[];
  inputs: Readonly<Record<string, InputDef>>;
  params: ParamTable;
  /**
   * Pure: same inputs and parameters give the same bytes. Never throws for bad data (that is an issue);
   * throws UserError only for parameters or inputs it cannot work with at all. Async only because the
   * geometry kernel loads lazily. Cancel = end the worker.
   */
  run(inputs: Inputs, params: Params, progress: Progress, depths?: DepthContext): Promise<AnalysisResult>;
}

export interface AnalysisResult {
  /** Keyed by result layer id: `demand-units`, `shortage-areas`, `candidate-sites` … */
  layers: Record<string, Layer>;
  indicators: Indicator[];
  issues: Issue[];
  /** By result layer id, then feature id. */
  explain: Record<string, Record<FeatureId, Factor[]>>;
}
