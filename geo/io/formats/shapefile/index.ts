import { viewOf } from '../../bytes.ts';
import { isZip } from '../../zip-directory.ts';
import { zipPaths } from '../../zip.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat } from '../types.ts';
import { gather, partOf } from './gather.ts';
import { readSet } from './read.ts';
import { FILE_CODE } from './shape-types.ts';
import { writeShapefile } from './write.ts';

/** ESRI Shapefile, in a .zip or as loose files that arrive together. */
export const shapefile: FileFormat = {
  id: 'shapefile',
  extensions: ['zip', 'shp', 'dbf', 'shx', 'prj', 'cpg'],
  mime: 'application/zip',
  // Shapes take some three times their size as objects, and a browser tab has 2 to 4 GB.
  largest: 256 * 1024 * 1024,
  sniff: ({ bytes }) => (isZip(bytes) ? zipPaths(bytes).some((path) => partOf(path) === 'shp') : bytes.length >= 100 && viewOf(bytes).getInt32(0) === FILE_CODE),
  async read(files, options) {
    refuseLarge(files, shapefile.largest);
    const sets = await gather(files);
    return sets.map((set, i) => {
      options.progress?.('step.read', i / sets.length);
      return readSet(set, options);
    });
  },
  write: writeShapefile,
};
