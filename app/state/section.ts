import { create } from 'zustand';
import type { Conflict, LaidLine, SectionModel, SectionSource, SiteTry, TriedSite } from '../../geo/index.ts';

/** What the site on trial is, as far as a meeting asks. */
export interface TrialFigures {
  site: TriedSite;
  conflicts: readonly Conflict[];
}
/** The section that is open at the foot of the map. Not part of the document. */
interface SectionState {
  open: boolean;
  /** A line is being drawn on the map; its places so far. */
  drawing: readonly (readonly [number, number])[] | null;
  source: SectionSource | null;
  /** Vertical over horizontal scale on the screen; null for what fits. */
  exaggeration: number | null;
  zones: boolean;
  laid: LaidLine | null;
  model: SectionModel | null;
  /** Chainage under the pointer, on the map or in the section. */
  pointer: number | null;
  /** Id of the site whose box is moved, as it is tried; null as it is. */
  trial: SiteTry | null;
  /** As the engine last answered: as the site is, and as it is tried. */
  before: TrialFigures | null;
  now: TrialFigures | null;
}
export const FRESH_SECTION = { open: false, drawing: null, source: null, laid: null, model: null, pointer: null, trial: null, before: null, now: null } as const satisfies Partial<SectionState>;
export const useSection = create<SectionState>(() => ({ ...FRESH_SECTION, exaggeration: null, zones: true }));
export const setSection = useSection.setState;
export const currentSection = useSection.getState;
