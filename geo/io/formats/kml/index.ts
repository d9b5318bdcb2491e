import { Tally } from '../tally.ts';
import { EXTENSIONS } from '../names.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat, RawLayer } from '../types.ts';
import { decodeXml, documentOf } from './document.ts';
import { layersOfTree } from './layers.ts';
import { writeKml } from './write.ts';

/** Keyhole Markup Language 2.2 (OGC 07-147r2). */
export const kml: FileFormat = {
  id: 'kml',
  extensions: EXTENSIONS.kml,
  mime: 'application/vnd.google-earth.kml+xml',
  // A document of nodes takes some twenty times its text.
  largest: 64 * 1024 * 1024,
  sniff: ({ bytes }) => /<(?:\w+:)?kml[\s>]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048))),
  async read(files, options) {
    refuseLarge(files, kml.largest);
    const layers: RawLayer[] = [];
    for (const { bytes } of files) layers.push(...await layersOf(bytes, options.encoding));
    return layers;
  },
  write: writeKml,
};

async function layersOf(bytes: Uint8Array, given: string | undefined): Promise<RawLayer[]> {
  const { text, encoding } = decodeXml(bytes, given);
  const log = new Tally('');
  const document = await documentOf(text, log);
  const { kmlWithFolders } = await import('@tmcw/togeojson');
  return layersOfTree(kmlWithFolders(document), encoding, log);
}
