import { UserError } from '../../../model/index.ts';
import { isZip } from '../../zip-directory.ts';
import { unzip, zip, zipPaths } from '../../zip.ts';
import { EXTENSIONS } from '../names.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat } from '../types.ts';
import { kml } from './index.ts';

const isKml = (path: string): boolean => /\.kml$/i.test(path);

/** KML in an archive (OGC 07-147r2, annex C): written as doc.kml, read by its first document at the root. */
export const kmz: FileFormat = {
  id: 'kmz', extensions: EXTENSIONS.kmz, mime: 'application/vnd.google-earth.kmz', largest: kml.largest,
  sniff: ({ bytes }) => isZip(bytes) && zipPaths(bytes).some(isKml),
  async read(files, options) {
    refuseLarge(files, kmz.largest);
    const documents = await Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes: await mainDocument(bytes) })));
    return kml.read!(documents, options);
  },
  async write(layers, options) {
    const { files: [{ name, bytes }], issues } = await kml.write!(layers, options);
    return { files: [{ name: name.replace(/\.kml$/, '.kmz'), bytes: await zip([{ name: 'doc.kml', bytes }]) }], issues };
  },
};

/** The pictures beside it are left packed. */
async function mainDocument(archive: Uint8Array): Promise<Uint8Array> {
  const paths = zipPaths(archive).filter(isKml);
  const main = paths.find((path) => !path.includes('/')) ?? paths[0];
  const [document] = await unzip(archive, (path) => path === main);
  if (!document) throw new UserError('kml.empty-archive');
  return document.bytes;
}
