import { noProgress, UserError, type Layer, type Progress } from '../../model/index.ts';
import { featuresOfDocument, namedCrs, throughGate } from '../geojson.ts';
import { LARGEST_TEXT, parseJson } from '../json.ts';
import { columnsOf, type RawFeature } from '../read-features.ts';
import { writeGeoJson } from '../write.ts';
import { decodeText } from '../table/text.ts';
import { fileNames } from './file-names.ts';
import { endingOf, EXTENSIONS } from './names.ts';
import type { EncodingGuess, FileFormat, RawLayer, SourceFile } from './types.ts';

/** GeoJSON is UTF-8 (RFC 7946, 11.1; RFC 8259, 8.1); programs on Chinese desktops write it in GBK all the same. */
function textOf({ bytes }: SourceFile, given?: string): { text: string; encoding: EncodingGuess | null } {
  if (!given) {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
    } catch {
      // Not UTF-8: its letters tell.
    }
  }
  const { text, guess } = decodeText(bytes, given);
  return { text, encoding: guess };
}

/** Of the time that a large text takes, what has passed when its letters are known, and when it is parsed. */
const DECODED = 0.1, PARSED = 0.6;

/** GeoJSON (RFC 7946), and its older form with a `crs` member. */
export const geojson: FileFormat = {
  id: 'geojson', extensions: EXTENSIONS.geojson, mime: 'application/geo+json', largest: LARGEST_TEXT,
  sniff: ({ bytes }) => firstLetter(bytes) === '{',
  read: ([file], options) => {
    const { text, encoding } = textOf(file, options.encoding);
    options.progress?.('step.read', DECODED);
    const document = parseJson(text);
    return Promise.resolve([rawLayer(featuresOfDocument(document), namedCrs(document), encoding, options.progress)]);
  },
  write: (layers) => written(layers, 'geojson', writeGeoJson),
};

/** One feature a line: newline-delimited GeoJSON, and GeoJSON text sequences (RFC 8142) with a record separator in front. */
export const geojsonLines: FileFormat = {
  id: 'geojson-lines', extensions: EXTENSIONS['geojson-lines'], mime: 'application/x-ndjson', largest: LARGEST_TEXT,
  sniff: ({ name, bytes }) => firstLetter(bytes) === '\u001e' || EXTENSIONS['geojson-lines'].includes(endingOf(name)),
  read: ([file], options) => {
    const { text, encoding } = textOf(file, options.encoding);
    const lines = text.split(/\r?\n|\u001e/).map((line, i) => ({ line, row: i + 1 })).filter(({ line }) => line.trim() !== '');
    return Promise.resolve([rawLayer(lines.flatMap(featureOfLine), null, encoding, options.progress)]);
  },
  write: (layers) => written(layers, 'ndjson', (layer) => layer.features.map(({ id, properties, geometry }) => `${JSON.stringify({ type: 'Feature', id, properties, geometry })}\n`).join('')),
};

function featureOfLine({ line, row }: { line: string; row: number }): RawFeature[] {
  try {
    return featuresOfDocument(parseJson(line));
  } catch (error) {
    if (error instanceof UserError) throw new UserError('file.line', { row, near: line.slice(0, 30) });
    throw error;
  }
}

function rawLayer(features: readonly RawFeature[], crsName: string | null, encoding: EncodingGuess | null, progress: Progress = noProgress): RawLayer {
  const gated = throughGate(features, (step, done) => progress(step, PARSED + (1 - PARSED) * done));
  const epsg = /(?:EPSG:{1,2}(?:[\d.]*:)?)(\d+)\s*$/i.exec(crsName ?? '')?.[1];
  // Without a word it is in degrees (RFC 7946, 4).
  const crs = crsName !== null && epsg === undefined ? null : { code: epsg === undefined ? 'EPSG:4490' : `EPSG:${epsg}`, swapped: false, confidence: 0.95, reason: 'stated' as const };
  return { name: '', columns: columnsOf(gated.features), features: gated.features, crs, encoding, issues: gated.issues };
}

function written(layers: readonly Layer[], ending: string, write: (layer: Layer) => string) {
  const names = fileNames(layers, ending);
  return Promise.resolve({ files: layers.map((layer, i) => ({ name: names[i], bytes: new TextEncoder().encode(write(layer)) })), issues: [] });
}

/** The first letter that is no blank, behind a byte-order mark. */
function firstLetter(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 256)).trimStart()[0] ?? '';
}
