import type { LocalGrid } from './local-grid.ts';

/**
 * A coordinate reference system that files come in. Inside the program everything is longitude and latitude in degrees
 * (CGCS2000, which here is the same as WGS 84); a Crs leads there and back. Projected ones take easting first, northing second.
 */
export interface Crs {
  /** `EPSG:4547`, `GCJ-02`, `BD-09`, or `LOCAL:` and a name for a grid that was fitted. */
  code: string;
  name: string;
  kind: 'geographic' | 'projected' | 'offset' | 'local';
  unit: 'degree' | 'metre';
  /** Files come in it, but none is written in it: the offset systems and web mercator. */
  importOnly?: boolean;
  /** Places read from it are only near the truth; whoever imports them lists `approximateIssue`. */
  approximate?: boolean;
  /** For `LOCAL:` ones, what `localGrid` makes them from again. Plain JSON. */
  definition?: LocalGrid;
  /** x, y of the file to longitude, latitude in degrees. */
  toDegrees(x: number, y: number): [number, number];
  fromDegrees(lon: number, lat: number): [number, number];
}

/** What coordinates seem to be. The user sees it with its confidence and confirms or changes it. */
export interface CrsGuess {
  /** Code of a Crs; `LOCAL:` alone where the numbers look like a local grid that has yet to be fitted. */
  code: string;
  /** The file has y (north) before x (east), as Chinese survey sheets write it; for degrees, latitude before longitude. */
  swapped: boolean;
  /** 0…1; below `ASK` the user has to say. */
  confidence: number;
  /** Code of the reason; words under `crs.reason.<reason>`: stated, columns (those of a table are called longitude and latitude), named (the file is called after a map that uses it), prefix (zone number before the easting), range, near (lies where the project is), assumed. */
  reason: 'stated' | 'columns' | 'named' | 'prefix' | 'range' | 'near' | 'assumed';
}
/** Confidence below which nothing is taken for granted. */
export const ASK = 0.7;
/** Code of a guess: metres of a grid that nobody but its owner knows. */
export const UNKNOWN_GRID = 'LOCAL:';
