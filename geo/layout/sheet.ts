import type { Language } from '../messages/index.ts';
import type { SchemaId } from '../model/index.ts';
import type { PaperId } from './papers.ts';

/** A place on the paper: mm from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What the title block says, in the order of its form. `date` is an ISO date as passed in; `stage` 征求意见稿, 报审稿 or 批准稿; heights are above
 * `heightDatum`; `classification` 密级; `reviewNumber` 审图号, only what the surveying authority gave, never made up.
 */
export const TITLE_BLOCK_FIELDS = [
  'project', 'sheetName', 'sheetNumber', 'institute', 'designer', 'checker', 'approver', 'date', 'revision', 'stage', 'heightDatum', 'classification', 'reviewNumber',
] as const;
/** Empty text leaves a line to be written on by hand. */
export type TitleBlock = Readonly<Record<(typeof TITLE_BLOCK_FIELDS)[number], string>>;

interface Placed {
  id: string;
  box: Box;
}
export interface MapFrame extends Placed {
  kind: 'map';
  /** Degrees; what lies in the middle of the frame. */
  centre: readonly [lon: number, lat: number];
  /** Metres of ground for a metre on paper. */
  scale: number;
  /** Degrees by which the map is turned clockwise. */
  rotation: number;
  /** `EPSG:4547`; null for the CGCS2000 3-degree zone nearest to the centre. */
  crs: string | null;
  /** Ids of the layers to draw; null for all that are drawn by default. */
  layers: readonly string[] | null;
  /** Of layers of a schema only the features that have one of these values in a field; null stands for none stated. */
  only?: { schema: SchemaId; field: string; values: readonly (string | number | null)[] } | null;
  /** Layers of a schema coloured by another field than on the map. */
  colours?: { schema: SchemaId; field: string } | null;
  /** Id of the scenario whose layers these are: a layer of the baseline stands for the scenario's own, a result for that of the same run in it. Null (or none) for the baseline. */
  scenario?: string | null;
  /** Metres from one grid line to the next; null for none, 0 for what suits the scale. */
  grid: number | null;
  labels: boolean;
  /** Pixels an inch of paper that raster basemaps are drawn in, where they have as many; 300 where none is said. */
  basemapDpi?: number;
  /** How strong they are, 0…1; 1 where none is said. */
  basemapStrength?: number;
  /** Ground drawn over the map with numbers: of other sheets in the index of an atlas, of what a table speaks of. Degrees, without the first again. */
  outlines?: readonly { corners: readonly (readonly [lon: number, lat: number])[]; text: string }[];
  /** What these are, for the layers of a PDF; the index of an atlas where it is not said. */
  outlinesAre?: string;
}
export interface Overview extends Placed {
  kind: 'overview';
  /** The frame whose place it shows. */
  frame: string;
}
/** Furniture that takes what it says from a map frame. */
export interface OfFrame extends Placed {
  kind: 'legend' | 'scale-bar';
  frame: string;
  /** More frames that the legend speaks of. */
  also?: readonly string[];
  /** A legend set as small as a page in the hand allows, however wide it is. */
  isSmall?: boolean;
}
export interface NorthArrow extends Placed {
  kind: 'north-arrow';
  frame: string;
  /** Wind frequencies, per cent of the year: 8 or 16 directions clockwise from north. Null for a plain arrow: a rose is never invented. */
  wind: readonly number[] | null;
}
export interface Title extends Placed {
  kind: 'title';
  text: string;
}
export interface TextBox extends Placed {
  kind: 'text';
  text: string;
  /** mm */
  size: number;
  /** A white border around the letters and its words in the middle, for texts that lie on a map. */
  halo?: boolean;
}
export interface Table extends Placed {
  kind: 'table';
  title: string;
  /** The first row is the heading. */
  rows: readonly (readonly string[])[];
  /** Height of a row, mm; 5 where none is said. Letters are as much smaller as the rows are. */
  row?: number;
  /** All cells begin at the left, where figures and words share a column; else figures without a unit stand at the right. */
  align?: 'start';
}
export interface Picture extends Placed {
  kind: 'image';
  /** base64, so that a layout is JSON. */
  data: string;
  type: 'image/png' | 'image/jpeg';
}
export interface TitleBlockBox extends Placed {
  kind: 'title-block';
}
/** Depths of works, metres below ground; null where they are not known. */
export interface Depths {
  top: number | null;
  bottom: number | null;
}
/** What a section shows beside the site's own box. */
export interface SectionNeighbour extends Depths {
  /** The number that a table and the map know it by. */
  mark: string;
  name: string;
  /** How it stands to the site: says the colour. */
  nature: 'meets' | 'near' | 'close' | 'consult' | 'passes';
  /** Metres in plan, edge to edge; 0 where it shares ground with the site. */
  clearance: number;
  /** It takes most of the site's ground, as a zone does: only how deep it reaches is drawn, beside the section. */
  wide: boolean;
}
/** A cross-section through the depth intervals at a true vertical scale; across, only the site's width and the clearances are true. */
export interface SectionBox extends Placed {
  kind: 'section';
  title: string;
  /** The site's box: its clear width (m) and levels; null where a template has none. */
  site: (Depths & { name: string; width: number | null; levels: number | null }) | null;
  /** From the ground down, each to a depth; the last has no end. */
  strata: readonly { name: string; to: number | null }[];
  neighbours: readonly SectionNeighbour[];
  /** Metres of depth for a metre on paper; null for the largest of the series at which all of it fits. */
  scale: number | null;
}
/**
 * A section along a line, cut from the sheet's layers when it is drawn: `scale` along the line and `vertical` are metres for a metre on paper. What
 * is above the sheet's level of secrecy is not cut.
 */
export interface SectionLine extends Placed {
  kind: 'section-line';
  title: string;
  /** Degrees; without any, a template's place for one. */
  line: readonly (readonly [lon: number, lat: number])[];
  /** `EPSG:4547`; null for the CGCS2000 3-degree zone of its start. */
  crs: string | null;
  scale: number;
  vertical: number;
  /** Chainage at the left edge, m. */
  from: number;
  /** Depth that is drawn, m; null for what shows the sites and works. */
  depth: number | null;
  /** How far beside the line things are carried over to it, m; null for the default. */
  offset: number | null;
  /** Ids of the layers that are cut; null for all that have anything underground. */
  layers: readonly string[] | null;
  scenario?: string | null;
  /** Id of the site that figures are drawn for. */
  focus: string | null;
  /** That site as it is tried out, instead of as its layer says. */
  trial: { id: string; top: number; levels: number; levelHeight: number } | null;
}
export type SheetElement = MapFrame | Overview | OfFrame | NorthArrow | Title | TextBox | Table | Picture | TitleBlockBox | SectionBox | SectionLine;
export type ElementKind = SheetElement['kind'];

/** A plan sheet in millimetres. Elements are drawn in their order. */
export interface SheetLayout {
  id: string;
  name: string;
  language: Language;
  /** The template that it was made from, to be arranged anew by it; null for one that was not. */
  template: string | null;
  /** Short and long side of a free size, mm. */
  paper: { size: PaperId; landscape: boolean } | { size: 'free'; width: number; height: number };
  titleBlock: TitleBlock;
  elements: readonly SheetElement[];
}
