import { columnsOf } from '../../read-features.ts';
import { Tally } from '../tally.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat, RawLayer } from '../types.ts';
import { drawingOf } from './drawing.ts';
import { explode } from './explode.ts';
import { COLUMNS, featuresByLayer } from './layers.ts';
import { decodeDxf, pairsOf } from './pairs.ts';
import { writeDxf } from './write.ts';

/** AutoCAD's drawing exchange format, in text. A drawing has no CRS: the user has to say. */
export const dxf: FileFormat = {
  id: 'dxf',
  extensions: ['dxf'],
  mime: 'image/vnd.dxf',
  // Pairs as objects take some ten times the bytes.
  largest: 128 * 1024 * 1024,
  sniff: ({ bytes }) => /^(?:\uFEFF|ï»¿)?\s*(?:999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION\r?\n|^AutoCAD Binary DXF/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))),
  // Asynchronous, so that what is thrown comes as a rejection.
  read: async (files, options) => {
    refuseLarge(files, dxf.largest);
    return (files.flatMap(({ bytes }) => layersOf(bytes, options.encoding)));
  },
  write: async (layers, options) => writeDxf(layers, options),
};

/** One layer a layer of CAD. What concerns the whole drawing is said with the first. */
function layersOf(bytes: Uint8Array, given: string | undefined): RawLayer[] {
  const { text, encoding } = decodeDxf(bytes, given);
  const log = new Tally('');
  const layers = [...featuresByLayer(explode(drawingOf(pairsOf(text)), log))];
  if (layers.length === 0) log.add('dxf.empty', 'warning');
  const found = layers.length > 0 ? layers : [['', []] as const];
  return found.map(([name, features], i) => ({ name, columns: [...new Set([...COLUMNS, ...columnsOf(features)])], features: [...features], crs: null, encoding, issues: i === 0 ? log.issues() : [] }));
}
