import type { DepthContext } from '../depth/index.ts';
import type { Language } from '../messages/index.ts';
import { UserError, type PlanFeature } from '../model/index.ts';
import type { DrawnBasemap } from './basemap/basemap-marks.ts';
import type { Faces } from './font/faces.ts';
import type { LeftOut } from './drawing.ts';
import type { FrameView } from './frame.ts';
import type { DrawnLayer } from './map/drawn-layer.ts';
import type { MapFrame, SheetLayout } from './sheet.ts';

/** What a sheet is drawn from besides its layout. */
export interface SheetSource {
  /** Bottom first. */
  layers: readonly DrawnLayer[];
  /** The same of each scenario, by its id. */
  scenarios: ReadonlyMap<string, readonly DrawnLayer[]>;
  /** Raster basemaps, bottom first; they lie under all layers, whatever the scenario. */
  basemaps?: readonly DrawnBasemap[];
  /** No finer than so many pixels an inch, where the sheet is only looked at on the screen. */
  screenDpi?: number;
  /** Ids of layers that a frame without a choice of its own leaves out. */
  hidden: ReadonlySet<string>;
  /** Nothing above it is on the sheet, which says so. */
  level: 'public' | 'internal' | 'secret';
  /** Features above it, which are not among the layers. */
  withheld: number;
  /** The project holds nothing that may not go from hand to hand with the sheet. */
  mayCarryProject: boolean;
  /** True for a city that does not exist: the sheet says so. */
  invented: boolean;
  /** Ground, strata and assumptions of the project, for sections; the defaults where it has none. */
  depth?: DepthContext;
}

/** A map frame with what is drawn in it. */
export interface FrameContent {
  frame: MapFrame;
  view: FrameView;
  /** What of each layer lies in the frame, found once for drawing, names and legend. */
  layers: readonly LayerInFrame[];
  basemaps: readonly DrawnBasemap[];
}
/** What a frame draws from. @throws UserError `layout.scenario-gone`: a sheet never shows another state than it was made for */
export function layersFor({ scenario = null, id }: Pick<MapFrame, 'scenario' | 'id'>, { layers, scenarios }: SheetSource): readonly DrawnLayer[] {
  const own = scenario === null ? layers : scenarios.get(scenario);
  if (!own) throw new UserError('layout.scenario-gone', { frame: id, scenario: scenario ?? '' });
  return own;
}
export interface LayerInFrame {
  drawn: DrawnLayer;
  features: readonly PlanFeature[];
}
export interface SheetContext {
  layout: SheetLayout;
  source: SheetSource;
  faces: Faces;
  language: Language;
  /** By the frame's id. */
  frames: ReadonlyMap<string, FrameContent>;
  leaveOut(found: LeftOut): void;
}
