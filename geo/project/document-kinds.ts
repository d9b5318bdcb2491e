import type { GroundSource, ProjectStratum } from '../depth/index.ts';
import type { Basemap, SheetLayout } from '../layout/index.ts';
import type { Meeting, Opinion } from '../meeting/index.ts';
import type { Measure, Scenario } from '../scenario/index.ts';

/** What a project holds besides layers and runs, each kind a list in its order. */
export interface Documents {
  /** Raster basemaps, bottom first; their pictures are kept apart. */
  basemaps: readonly Basemap[];
  layouts: readonly SheetLayout[];
  measures: readonly Measure[];
  scenarios: readonly Scenario[];
  opinions: readonly Opinion[];
  meetings: readonly Meeting[];
  /** From the ground down; none for those of the standard. */
  strata: readonly ProjectStratum[];
  /** One at most: how high the ground lies. */
  grounds: readonly GroundSource[];
}
export type DocumentKind = keyof Documents;
/** A project without any. */
export const NO_DOCUMENTS: Documents = { basemaps: [], layouts: [], measures: [], scenarios: [], opinions: [], meetings: [], strata: [], grounds: [] };
export const DOCUMENT_KINDS = Object.keys(NO_DOCUMENTS) as DocumentKind[];
export const documentsIn = (holder: Documents): Documents => Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, holder[kind]])) as unknown as Documents;
