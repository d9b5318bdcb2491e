import type { Language } from '../messages/index.ts';

/**
 * A sheet as marks, what PDF, SVG and pixels are made from: millimetres from the paper's top left corner, x to the right, y
 * down. Marks are drawn in their order. Nothing here knows of maps.
 */
export type Mark = PathMark | TextMark | ImageMark | GroupMark;

/** x, y, x, y, … in mm. */
export type Points = readonly number[];

/** Several lines as one shape: rings of a polygon (filled by the even-odd rule), or lines. */
export interface PathMark {
  kind: 'path';
  lines: readonly Points[];
  closed: boolean;
  fill?: Paint;
  stroke?: Stroke;
}
export interface Paint {
  /** `#rrggbb` */
  color: string;
  /** 0…1 */
  opacity: number;
}
export interface Stroke extends Paint {
  /** mm */
  width: number;
  /** Lengths of dashes and gaps, mm. */
  dash?: readonly number[];
  /** Ends and corners are round unless said. */
  square?: boolean;
}

export type Weight = 'regular' | 'bold';
/** One line of text. */
export interface TextMark {
  kind: 'text';
  text: string;
  /** Where the baseline starts, or its middle or end. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** Size of the em, mm. */
  size: number;
  weight: Weight;
  color: string;
  /** Degrees by which the baseline turns clockwise about x, y. */
  angle?: number;
  /** A border around the letters, mm on each side. */
  halo?: { color: string; width: number };
}
/** PNG or JPEG as delivered. */
export interface ImageMark {
  kind: 'image';
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Marks that belong together. A layer can be switched off in the reader of a PDF, and is a named group of an SVG; groups of one id are one layer, whatever frame or sheet they are in. */
export interface GroupMark {
  kind: 'group';
  id: string;
  layer?: { id: string; title: string };
  /** Only what lies in these rings is seen. */
  clip?: readonly Points[];
  marks: readonly Mark[];
}

/** Corners of a map frame on the paper (mm) and in the planning CRS (metres, easting first), for the georeference; both anticlockwise from the lower left. */
export interface GeoFrame {
  epsg: number;
  /** Centre of the paper's corners in degrees too, for readers that know no CRS. */
  corners: readonly { x: number; y: number; east: number; north: number; lon: number; lat: number }[];
}

/** A sheet drawn: paper in mm, marks, and where its maps lie. */
export interface Drawing {
  width: number;
  height: number;
  title: string;
  language: Language;
  marks: readonly Mark[];
  frames: readonly GeoFrame[];
  /** What could not be drawn as asked, such as labels without room. */
  leftOut: readonly LeftOut[];
}
export interface LeftOut {
  /** Code of the words that say it, see geo/messages. */
  code: 'layout.label-dropped' | 'layout.row-cut' | 'layout.text-cut' | 'layout.legend-cut' | 'layout.words-cut' | 'layout.basemap-coarse';
  frame: string;
  layer: string;
  text: string;
}

export function rectangle(x: number, y: number, width: number, height: number): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height];
}
