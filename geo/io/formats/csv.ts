import { UserError, type Layer } from '../../model/index.ts';
import { decodeText } from '../table/text.ts';
import { tableLayer } from '../table/raw-layer.ts';
import { writeCsv } from '../write.ts';
import { fileNames } from './file-names.ts';
import { endingOf, EXTENSIONS } from './names.ts';
import type { FileFormat } from './types.ts';

/** Text tables: comma, semicolon or tab between cells, in UTF-8, GBK, Big5 or UTF-16. Coordinates by columns or WKT, else a ledger. */
export const csv: FileFormat = {
  id: 'csv', extensions: EXTENSIONS.csv, mime: 'text/csv;charset=utf-8', largest: 256 * 1048576,
  // Any text could be one, so its name has to say so.
  sniff: ({ name }) => EXTENSIONS.csv.includes(endingOf(name)),
  read: async ([file], { encoding }) => {
    const { default: papa } = await import('papaparse');
    const { text, guess } = decodeText(file.bytes, encoding);
    if (text.trim() === '') throw new UserError('file.empty');
    const { data } = papa.parse<string[]>(text, { delimiter: /\.tsv$/i.test(file.name) ? '\t' : '', delimitersToGuess: [',', '\t', ';', '|'], skipEmptyLines: false });
    const layer = tableLayer(data, '', guess);
    if (!layer) throw new UserError('table.no-header', { file: file.name });
    return [layer];
  },
  write: (layers, { language = 'zh' }) => {
    const names = fileNames(layers, 'csv');
    return Promise.resolve({ files: layers.map((layer, i) => ({ name: names[i], bytes: encode(layer, language) })), issues: [] });
  },
};

const encode = (layer: Layer, language: 'zh' | 'en'): Uint8Array => new TextEncoder().encode(writeCsv(layer, language));
