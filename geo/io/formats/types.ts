import type { CrsGuess, CrsRef } from '../../crs/index.ts';
import type { Issue, Layer, Progress } from '../../model/index.ts';
import type { RawFeature } from '../read-features.ts';

/** The formats by id; each is a row of the table in `table.ts`. */
export const FORMAT_IDS = ['geojson', 'geojson-lines', 'shapefile', 'geopackage', 'dxf', 'kml', 'kmz', 'csv', 'excel'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** A file as it came. A format may need several (a loose shapefile) or be inside of one (a zip). */
export interface SourceFile {
  /** Name with its ending, without folders. */
  name: string;
  bytes: Uint8Array;
}

/** Which letters the bytes of a text stand for. Explicit > .cpg > language byte of a DBF > detection > ask. */
export interface EncodingGuess {
  /** A label that TextDecoder knows: `utf-8`, `gb18030`, `big5` … */
  encoding: string;
  /** 0…1; below 0.7 the user has to say. */
  confidence: number;
  reason: 'given' | 'cpg' | 'language-byte' | 'declared' | 'detected' | 'assumed';
}

/** One layer, sheet or table of a file, as it stands there: columns by their own names, coordinates in the file's own CRS. */
export interface RawLayer {
  /** Name within the file: layer, sheet, table. Empty where the format has one only. */
  name: string;
  columns: string[];
  /** Those of a table that say where a row is. */
  placeColumns?: readonly string[];
  /** `geometry` is null in a table without places. */
  features: RawFeature[];
  /** What the file itself says of its CRS; null where it says nothing. */
  crs: CrsGuess | null;
  /** Null where the format leaves no choice. */
  encoding: EncodingGuess | null;
  /** What the reader had to leave out or take for granted. Counted, never silent. */
  issues: Issue[];
  /** Rows of the file that are none of its features: title lines above a header, totals below. They are counted, not read. */
  junkRows?: number;
}

export interface FormatReadOptions {
  /** Given by the user; wins over everything. */
  encoding?: string;
  progress?: Progress;
}
export interface FormatWriteOptions {
  /** The CRS to write in; each format has its own default. Of a local grid only the coordinates are written. */
  crs?: CrsRef;
  /** For formats that leave a choice: `utf-8` or `gb18030`. */
  encoding?: string;
  language?: 'zh' | 'en';
}
export interface WrittenFile {
  name: string;
  bytes: Uint8Array;
}
/** Files, and what could not be written as it was: shortened names, dropped kinds of geometry. */
export interface Written {
  files: WrittenFile[];
  issues: Issue[];
}

/**
 * A row of the format table. Parsers are imported by the functions themselves, so that a format costs nothing before it is used.
 * Reading throws UserError (`file.*`, `format.*`) only for a file that cannot be read at all; single bad rows come as features
 * without geometry (`broken`) and issues.
 */
export interface FileFormat {
  id: FormatId;
  /** Endings in lower case, without the dot; the first is the one that is written. */
  extensions: readonly string[];
  mime: string;
  /** Largest file in bytes that is read, and why no more: memory of a browser tab. */
  largest: number;
  /** True where the first bytes are those of the format, whatever the name. */
  sniff(file: SourceFile): boolean;
  read?(files: readonly SourceFile[], options: FormatReadOptions): Promise<RawLayer[]>;
  /** Null result geometry kinds, names that are cut and the like come as issues. */
  write?(layers: readonly Layer[], options: FormatWriteOptions): Promise<Written>;
}
