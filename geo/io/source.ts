import type { Position } from 'geojson';
import { crsOf, detectCrs, reprojectGeometry, type CrsGuess, type CrsRef } from '../crs/index.ts';
import { eachPosition, issue, noProgress, UserError, type Extent, type Issue, type Layer, type Progress, type Properties, type SchemaId } from '../model/index.ts';
import { schemaOf, type FieldMatch } from '../schema/index.ts';
import type { ReadResult } from './geojson.ts';
import type { EncodingGuess, FormatId, FormatReadOptions, RawLayer, SourceFile } from './formats/types.ts';
import { proposeSchemas, type SchemaProposal } from './propose.ts';
import { readFeatures, type RawFeature } from './read-features.ts';
import { webMapIn } from './table/web-map-names.ts';

/** Files that were opened: their format, and what layers they hold, still in their own columns and coordinates. */
export interface OpenSource {
  fileName: string;
  format: FormatId;
  layers: RawLayer[];
}

/** Reads files that belong together. @throws UserError `file.*`, `format.*`, `archive.*` where they cannot be read at all */
export async function openSource(files: readonly SourceFile[], options: FormatReadOptions = {}): Promise<OpenSource> {
  // Loaded when the first file is opened: an analysis needs none of it.
  const { formatOf } = await import('./formats/table.ts');
  const format = formatOf(files);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > format.largest) throw new UserError('file.too-large', { size: Math.round(size / 1048576), most: Math.round(format.largest / 1048576) });
  if (size === 0) throw new UserError('file.empty');
  const layers = await format.read!(files, options);
  if (layers.length === 0) throw new UserError('file.no-layers', { file: files[0].name });
  return { fileName: files[0].name, format: format.id, layers };
}

/** What a layer of a file seems to be. Nothing is committed by it: the user sees it, changes it, confirms it. */
export interface LayerProposal {
  /** Name within the file. */
  name: string;
  format: FormatId;
  schemas: SchemaProposal[];
  columns: string[];
  geometries: Record<string, number>;
  count: number;
  /** Rows of the file that are no features: titles, totals. */
  junkRows: number;
  /** Columns of a table that say where a row is; none in formats that have geometries of their own. */
  placeColumns: readonly string[];
  /** The first ten rows as delivered. */
  preview: Properties[];
  /** Rows from all over the file: what its columns are is told by these, since the first rows of a file may be empty. */
  sample: Properties[];
  /** Likeliest first; empty for a table without places. */
  crs: CrsGuess[];
  encoding: EncodingGuess | null;
  issues: Issue[];
}

const PREVIEW = 10;
const SAMPLE = 80;
/** Positions looked at to tell a CRS: spread over the file, not only its first corner. */
const POSITIONS = 500;

/** `near` is the extent in degrees of what the project holds already; it settles between zones. */
export function proposeLayer({ format, fileName }: OpenSource, raw: RawLayer, near: Extent | null = null): LayerProposal {
  const { name, columns, features, encoding, issues, junkRows = 0, placeColumns = [] } = raw;
  const { schemas, geometries } = proposeSchemas(`${fileName} ${name}`, columns, features);
  return { name, format, schemas, columns, geometries, count: features.length, junkRows, placeColumns, preview: features.slice(0, PREVIEW).map(({ properties }) => properties), sample: spread(features, SAMPLE).map(({ properties }) => properties), crs: withNamed(crsGuesses(raw, near), `${fileName} ${name}`), encoding, issues };
}

/** Surer than this, numbers speak against what a file says of itself. */
const PLAIN = 0.85;

/** What the file states comes first, unless its coordinates speak against it: then the user has to say. */
function crsGuesses(raw: RawLayer, near: Extent | null): CrsGuess[] {
  const positions = samplePositions(raw.features);
  if (positions.length === 0) return [];
  const found = detectCrs(positions, { near });
  if (!raw.crs || !isPossible(raw.crs, positions)) return found;
  const stated = raw.crs;
  const isSame = ({ code }: CrsGuess) => code === stated.code || (IN_DEGREES.has(code) && IN_DEGREES.has(stated.code));
  const isDoubted = found.length > 0 && !isSame(found[0]) && !(OFFSET.has(stated.code) && IN_DEGREES.has(found[0].code)) && found[0].confidence >= PLAIN;
  const others = found.filter((guess) => !isSame(guess) || guess.swapped !== stated.swapped).map((guess) => ({ ...guess, confidence: Math.min(guess.confidence, isDoubted ? 0.6 : stated.confidence - 0.01) }));
  return [{ ...stated, confidence: isDoubted ? 0.5 : stated.confidence }, ...others].sort((a, b) => b.confidence - a.confidence);
}
/** Degrees in a file that is called after a web map are likely that map's own, whatever the file says: the user has to confirm. */
function withNamed(guesses: CrsGuess[], name: string): CrsGuess[] {
  const code = webMapIn(name), [first] = guesses;
  if (!code || !first || !IN_DEGREES.has(first.code)) return guesses;
  return [{ code, swapped: first.swapped, confidence: NAMED, reason: 'named' }, ...guesses.filter((guess) => guess.code !== code || guess.swapped !== first.swapped).map((guess) => ({ ...guess, confidence: Math.min(guess.confidence, NAMED - 0.01) }))];
}
/** Below what is taken without a word. */
const NAMED = 0.6;
/** What numbers cannot tell from degrees of CGCS2000. */
const OFFSET = new Set(['GCJ-02', 'BD-09']);

/** Degrees beyond the poles are metres. */
function isPossible({ code }: CrsGuess, positions: readonly Position[]): boolean {
  const inRange = positions.filter(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180).length;
  return !IN_DEGREES.has(code) || inRange >= positions.length / 2;
}
function samplePositions(features: readonly RawFeature[]): Position[] {
  return spread(features, POSITIONS).flatMap(({ geometry }) => {
    let first: Position | null = null;
    eachPosition(geometry, (position) => { first ??= position; });
    return first ? [first] : [];
  });
}
/** So many of them, evenly taken. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]);
}

/** What the user confirmed of a proposal. */
export interface ImportSettings {
  schema: SchemaId;
  layerId?: string;
  name?: string;
  match?: readonly FieldMatch[];
  /** CRS of the file, by its code or as a local grid, and whether it has north before east. Null for a table without places. */
  crs: CrsRef | null;
  swapped?: boolean;
}

/** A layer of a file as a layer of the program: in degrees, with fields, checked. @throws UserError `crs.unknown` */
export function readLayer(raw: RawLayer, settings: ImportSettings, progress: Progress = noProgress): ReadResult {
  const schema = schemaOf(settings.schema);
  const layerId = settings.layerId ?? settings.schema;
  const { features: inDegrees, issues: converted } = toDegrees(raw.features, settings);
  const { features, rejected, issues, counts } = readFeatures(inDegrees, schema, layerId, settings.match, false, progress);
  const layer: Layer = { id: layerId, schema: settings.schema, name: settings.name ?? '', features };
  return { layer, issues: [...raw.issues, ...converted, ...issues].map((one) => ({ ...one, layer: layerId })), rejected, counts };
}

const IN_DEGREES = new Set(['EPSG:4490', 'EPSG:4326']);

function toDegrees(features: readonly RawFeature[], { crs, swapped = false }: ImportSettings): { features: readonly RawFeature[]; issues: Issue[] } {
  if (crs === null || (typeof crs === 'string' && IN_DEGREES.has(crs) && !swapped)) return { features, issues: [] };
  const from = crsOf(crs);
  const moved = features.map((feature) => (feature.geometry ? { ...feature, geometry: reprojectGeometry(feature.geometry, from, swapped) } : feature));
  const code = from.kind === 'offset' ? 'crs.approximate' : 'crs.converted';
  return { features: moved, issues: [issue(code, from.kind === 'offset' ? 'warning' : 'info', { params: { n: moved.length, code: from.code, name: from.name } })] };
}
