import type { Window } from '../coordination/index.ts';
import type { SecrecyLevel } from '../io/index.ts';
import type { Depths } from '../layout/index.ts';
import type { ConflictRow, Opinion } from '../meeting/index.ts';
import type { DepthContext, Factor, FeatureId, Indicator, Inputs, Layer, Params, PlanFeature, Unit } from '../model/index.ts';
import type { Language } from '../messages/index.ts';
import type { Benefit } from '../ranking/index.ts';

/** What a row says, in no language: a figure with the parameters that it rests on. */
export interface DossierRow {
  /** Of its words: `field.<key>`, `factor.<key>`, `window.<key>` or `dossier.<key>`. */
  key: string;
  value: number | string | null;
  unit?: Unit;
  /** The value is a code of this column, or several with commas between: said as `choice.<column>.<code>`. */
  codes?: string;
  /** Where the value stands: a field of the run's layer, a line of its reckoning, the windows or the ranking. */
  from: 'field' | 'factor' | 'window' | 'ranking';
  /** Parameters of the run that went into it, by key. */
  params?: readonly { key: string; value: Params[string]; unit: Unit | undefined }[];
  /** A second and a third value: low and high. */
  range?: readonly [number, number];
}
export interface DossierBenefit {
  benefit: Benefit;
  /** 0…1, and the weight that it entered with. */
  score: number;
  weight: number;
  /** Raw value, score 0…1, weight in the total, and what it adds to it. */
  factors: readonly Factor[];
}
/** Something beside, over or under the site, with its own depths. */
export interface DossierNeighbour extends Depths {
  /** The conflict's number, from 1. */
  number: number;
  row: ConflictRow;
  /** It takes most of the site's ground, as a zone does. */
  wide: boolean;
}

/** Why this site: everything that is known of it, as a plain structure in no language. */
export interface Dossier {
  site: PlanFeature;
  name: string;
  facts: readonly DossierRow[];
  ground: readonly DossierRow[];
  relief: readonly DossierRow[];
  robustness: readonly DossierRow[];
  benefits: readonly DossierBenefit[];
  conflicts: readonly ConflictRow[];
  neighbours: readonly DossierNeighbour[];
  window: Window | null;
  windowRows: readonly DossierRow[];
  /** Codes of what was assumed, of steps to take, of things to look at. */
  assumed: readonly string[];
  steps: readonly string[];
  notes: readonly string[];
  rank: number;
  of: number;
  /** `<run>@<hash of what went in>` */
  keyword: string;
  /** ISO date to reckon days from. */
  date: string;
}

/** A run of the candidate sites, as dossiers need it. */
export interface DossierRun {
  id: string;
  /** Whose layers the map shows; null for the baseline. */
  scenario: string | null;
  params: Params;
  indicators: readonly Indicator[];
  sites: Layer;
  keyword: string;
  /** The reckoning behind a site. */
  factorsOf(site: FeatureId): Promise<readonly Factor[]>;
}
/** What dossiers are made from, all of it as it stands: the level of secrecy is applied here. */
export interface DossierSource {
  project: string;
  /** Drawn on the map, bottom first. */
  layers: readonly Layer[];
  /** What the run was computed from, as it is now, by the names that `candidate-sites` takes. */
  inputs: Inputs;
  run: DossierRun;
  opinions: readonly Opinion[];
  /** Strata and ground of the project; without them those of a new one. */
  depths?: DepthContext;
}
export interface DossierWishes {
  /** In this order, a page each. */
  sites: readonly FeatureId[];
  /** Nothing above it is in a dossier. */
  level: SecrecyLevel;
  language: Language;
  date: string;
  paper: DossierPaper;
}
/** A4 stands upright, A3 lies. */
export type DossierPaper = 'A4' | 'A3';
export const DOSSIER_PAPERS: readonly DossierPaper[] = ['A4', 'A3'];
