/** Metres below ground, downwards positive; null = unknown, never 0. */
export interface DepthInterval {
  top: number | null;
  bottom: number | null;
  /** The weaker of the two ends that are known: read as a depth, from an elevation, from levels, or from an assumption by kind. */
  basis: 'depth' | 'elevation' | 'levels' | 'assumed' | 'unknown';
  /** Ends that nobody stated: reckoned with a parameter of data/parameters/depth.json, or from the stratum of a plan zone. */
  assumed: readonly ('top' | 'bottom')[];
}

export interface Ground {
  /** Elevation in metres, 1985 national datum, at a place in degrees; null = not known here. */
  elevationAt(lon: number, lat: number): number | null;
  basis: 'raster' | 'level' | 'none';
}

/** A band of the underground, metres below ground; the last has no end. `name` null: the words of the code (`choice.stratum.<code>`). */
export interface Stratum {
  code: string;
  name: string | null;
  from: number;
  to: number | null;
}

/** How deep something begins of which nobody said so: the first row that fits. Metres; a row of data/parameters/depth.json. */
export interface AssumedTop {
  schema: string;
  /** The feature's `kind`; every kind where none is given. */
  kind?: string;
  /** One of these stands in the feature's name. */
  words?: readonly string[];
  value: number;
  /** Key of a citation. */
  source: string;
  toBeConfirmed: boolean;
}
export interface AssumedLength {
  value: number;
  source: string;
  toBeConfirmed: boolean;
}
export interface DepthAssumptions {
  /** Floor to floor, m. */
  levelHeight: AssumedLength;
  /** The slab below the lowest level, m. */
  floorThickness: AssumedLength;
  tops: readonly AssumedTop[];
}

/** What depths are read with; without it, an analysis takes what a new project has: no ground, the strata of the standard. */
export interface DepthContext {
  ground: Ground;
  strata: readonly Stratum[];
  assumptions: DepthAssumptions;
}
