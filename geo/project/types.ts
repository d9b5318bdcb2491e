import type { Documents } from './document-kinds.ts';
import type { Pictures } from './pictures.ts';
import type { Indicator, Issue, Layer, Params, PlanFeature } from '../model/index.ts';

/** What a project is called, and what is said of it as a whole. */
export interface ProjectMeta {
  name: { zh: string; en: string };
  /** True for a city that does not exist. */
  invented: boolean;
  /** What the interface remembers: camera, what is hidden. Any JSON; the engine does not look into it. */
  viewState: unknown;
  /** Program and version that made the file, and when; times are given by who calls, as ISO text, for the engine has no clock. */
  createdBy: string;
  created: string;
  saved: string;
  /** Tells a project that was handed out from others when a file comes back; given with the first one. */
  origin?: string;
  /** For whom this file was made, where it is a part of another project. */
  handOut?: { department: string };
}

/** A layer of the project with what its file said when it came in. */
export interface StoredLayer {
  layer: Layer;
  fileName: string;
  sha256: string | null;
  issues: readonly Issue[];
  setAside: readonly PlanFeature[];
  counts: { read: number; kept: number; fixed: number; setAside: number };
}

/** What went into a run. `checksum` tells whether the layer is still the same. */
export interface StoredInput {
  /** Null for a file that is no layer of the project. */
  layerId: string | null;
  checksum: string;
  file: string;
  sha256: string | null;
  features: number;
}

/** The reckoning behind every feature of a run, looked at one feature at a time: `places` says which bytes are its own. */
export interface StoredReckoning {
  text: Uint8Array;
  places: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
}

export interface StoredRun {
  id: string;
  analysis: string;
  version: number;
  /** Id of the scenario that it was run in; null for the baseline. */
  scenario: string | null;
  /** Of what the project said of strata and ground then (`undergroundKey`); absent where it said nothing. */
  underground?: string;
  params: Params;
  inputs: Readonly<Record<string, StoredInput>>;
  /** Result layers by their name in the analysis; their ids are `<run>/<name>`. */
  layers: Readonly<Record<string, Layer>>;
  indicators: readonly Indicator[];
  issues: readonly Issue[];
  reckoning: StoredReckoning;
}

export interface Project extends ProjectMeta, Documents {
  layers: readonly StoredLayer[];
  runs: readonly StoredRun[];
  /** Of the basemaps; none where there are none. */
  pictures?: Pictures;
}

export interface ProjectReading {
  project: Project;
  /** What was found on opening; what was known of the layers before stands with them. */
  issues: Issue[];
  /** Layers that another program changed. Put them before you put single features of theirs. */
  changed: string[];
  /** Runs whose inputs are no longer the same, with the inputs that changed. */
  outOfDate: Record<string, string[]>;
}
