import { UserError } from '../../../model/index.ts';
import { isZip } from '../../zip-directory.ts';
import { unzip, zipPaths } from '../../zip.ts';
import { Tally } from '../tally.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat, RawLayer } from '../types.ts';
import { decodeXml, documentOf } from './document.ts';
import { layersOfTree } from './layers.ts';
import { writeKml } from './write.ts';

const isKml = (path: string): boolean => /\.kml$/i.test(path);

/** Keyhole Markup Language 2.2 (OGC 07-147r2), plain or in a .kmz archive. */
export const kml: FileFormat = {
  id: 'kml',
  extensions: ['kml', 'kmz'],
  mime: 'application/vnd.google-earth.kml+xml',
  // A document of nodes takes some twenty times its text.
  largest: 64 * 1024 * 1024,
  sniff: ({ bytes }) => (isZip(bytes) ? zipPaths(bytes).some(isKml) : /<(?:\w+:)?kml[\s>]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))),
  async read(files, options) {
    refuseLarge(files, kml.largest);
    const layers: RawLayer[] = [];
    for (const { bytes } of files) layers.push(...await layersOf(isZip(bytes) ? await mainDocument(bytes) : bytes, options.encoding));
    return layers;
  },
  write: writeKml,
};

/** The first document at the root leads a KMZ (OGC 07-147r2, annex C); the pictures beside it are left packed. */
async function mainDocument(archive: Uint8Array): Promise<Uint8Array> {
  const paths = zipPaths(archive).filter(isKml);
  const main = paths.find((path) => !path.includes('/')) ?? paths[0];
  const [document] = await unzip(archive, (path) => path === main);
  if (!document) throw new UserError('kml.empty-archive');
  refuseLarge([{ name: main, bytes: document.bytes }], kml.largest);
  return document.bytes;
}

async function layersOf(bytes: Uint8Array, given: string | undefined): Promise<RawLayer[]> {
  const { text, encoding } = decodeXml(bytes, given);
  const log = new Tally('');
  const document = await documentOf(text, log);
  const { kmlWithFolders } = await import('@tmcw/togeojson');
  return layersOfTree(kmlWithFolders(document), encoding, log);
}
