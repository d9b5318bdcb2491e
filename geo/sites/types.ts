import type { Geometry } from 'geojson';
import type { Plane } from '../crs/index.ts';
import type { Kernel, Polygonal } from '../geometry/index.ts';
import type { DepthContext, FeatureId, Layer, Params, PlanFeature, SchemaId } from '../model/index.ts';
import type { Barriers } from './constraints.ts';
import type { Axis } from './line.ts';
import type { Need } from './neediest.ts';
import type { Roads } from './roads.ts';
import type { Zones } from './zones.ts';

export type SourceId = 'road-project' | 'public-land' | 'plan-zone' | 'existing-shelter' | 'drawn';

/** What every source may ask while it looks for sites. Geometry in the plane, metres. */
export interface SiteContext {
  plane: Plane;
  kernel: Kernel;
  params: Params;
  /** The date that deadlines and locks are reckoned against; null = none was given. */
  date: string | null;
  /** Layers by input name, features by ascending id. */
  inputs: Readonly<Record<string, Layer | undefined>>;
  barriers: Barriers;
  zones: Zones;
  roads: Roads;
  need: Need;
  /** What depths of features are read with. */
  depths: DepthContext;
}

/** A row of the source table (METHODS 5 a-e). */
export interface SiteSource {
  id: SourceId;
  input: string;
  schema: SchemaId;
  /** Parameter keys of the cover over the box and of the unit cost (with `Low` and `High`). */
  cover: 'cover' | 'coverPlot';
  cost: 'costRoad' | 'costPlot' | 'costOpening';
  /** Sites in a feature; null where the feature is no candidate at all (other land use, shelter already open). */
  sites(feature: PlanFeature, context: SiteContext): SitesFound | null;
}
/** Either what stands, or why nothing does. */
export interface SitesFound {
  sites: SiteDraft[];
  /** Codes; not empty where no site is left. */
  reasons: string[];
  /** Area of the source ground in the plane, m²; null for a point. */
  area: number | null;
  length: number | null;
}

/** A constraint, zone or works that a site has to do with. */
export interface Hit {
  kind: string;
  id: FeatureId;
  name: string;
  /** `cut`: ground was taken off for it; `consult`: within its consulting distance; `passes`: meets in plan, not in depth. */
  verdict: 'cut' | 'consult' | 'passes';
  department: string;
  steward: string | null;
  /** m edge to edge, in plan. */
  distance: number;
  depthUnknown: boolean;
  costFactor: number;
}

/** A site before relief and ranking: the ground, the box under it, and what it holds. */
export interface SiteDraft {
  source: SiteSource;
  feature: PlanFeature;
  id: FeatureId;
  name: string;
  /** In the plane: the footprint, or the works itself where nothing is dug. */
  shape: Geometry;
  area: number | null;
  length: number | null;
  minWidth: number | null;
  levels: number | null;
  topDepth: number | null;
  bottomDepth: number | null;
  grossFloorArea: number | null;
  stalls: number;
  /** Places that the site adds; 0 where it is a shelter already. */
  shelterPlaces: number;
  protectiveUnits: number | null;
  vehicleRamps: number | null;
  personEntrances: number | null;
  hits: Hit[];
  /** Codes of assumptions, of steps to take and of things to look at. */
  assumed: string[];
  steps: string[];
  notes: string[];
  /** How the ground shrank, m²; `part`: what a larger piece had, of which this site is the part nearest to the shortage. */
  ground: { source: number; afterSetback: number; afterConstraints: number; afterOpening: number; dropped: number; part: number | null } | null;
}
export type Ground = { polygon: Polygonal; axis: Axis | null; assumed: string[] };
