import { create } from 'zustand';
import type { CompareWay } from '../../geo/index.ts';

export interface Selection {
  layerId: string;
  featureId: string;
}
export const SIDE_PANELS = ['analyses', 'results', 'sites', 'scenarios', 'coordination', 'issues'] as const;
export type SidePanel = (typeof SIDE_PANELS)[number];

/** What the panel of the sites shows, named by the analysis: the sites by rank, or the set to build. */
export type SitesView = 'candidate-sites' | 'site-portfolio';

/** What is looked at and how. Not part of the document, so not undone and not exported. */
interface ViewState {
  hidden: Readonly<Record<string, boolean>>;
  opacity: Readonly<Record<string, number>>;
  /** Layer ids moved by hand, top first; layers that are not named keep their schema's place. */
  order: readonly string[];
  /** Column that colours a layer, where its schema offers several. */
  colourBy: Readonly<Record<string, string>>;
  selection: Selection | null;
  panel: SidePanel;
  sitesView: SitesView;
  /** Id of the scenario that is looked at; null for the baseline. */
  scenario: string | null;
  /** What it is compared with on the map (`baseline`, or the id of another scenario), and how; null where nothing is compared. */
  compare: { with: string; way: CompareWay } | null;
  /** Layer whose attribute table is open. */
  tableLayer: string | null;
  /** Candidate site on trial: the map shows served ratios after it is built. */
  trial: { siteId: string; shown: 'before' | 'after' } | null;
  /** Sources waiting for their import dialogue; the parts of a shapefile are one source. */
  importing: readonly (readonly File[])[];
  /** Pictures with what lies beside them, each waiting for the dialogue that makes it a basemap. */
  importingPictures: readonly (readonly File[])[];
  /** The list of projects is open. */
  listing: boolean;
  /** The dialogue of strata and ground is open. */
  underground: boolean;
  /** The layer whose export dialogue is open. */
  exporting: string | null;
  /** The service run that the shortage panel and the map are about. */
  shownRun: string | null;
}

/** How a project that was just opened is looked at. */
export const FRESH_VIEW = {
  hidden: {}, opacity: {}, order: [], colourBy: {}, selection: null, panel: 'analyses', sitesView: 'candidate-sites', scenario: null, compare: null, tableLayer: null, exporting: null, trial: null, shownRun: null,
} as const satisfies Partial<ViewState>;
export const useView = create<ViewState>(() => ({ ...FRESH_VIEW, importing: [], importingPictures: [], listing: false, underground: false }));

export const setView = useView.setState;
export const currentView = useView.getState;

export function select(selection: Selection | null): void {
  setView({ selection });
}
export function showPanel(panel: SidePanel): void {
  setView({ panel });
}
