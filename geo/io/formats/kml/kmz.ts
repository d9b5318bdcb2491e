import { UserError } from '../../../model/index.ts';
import { isZip } from '../../zip-directory.ts';
import { unzip, zip, zipPaths } from '../../zip.ts';
import { EXTENSIONS } from '../names.ts';
import { refuseLarge } from '../too-large.ts';
import type { FileFormat, RawLayer } from '../types.ts';
import { kml } from './index.ts';

const isKml = (path: string): boolean => /\.kml$/i.test(path);

/** KML in an archive (OGC 07-147r2, annex C): written as doc.kml, read by its first document at the root. */
export const kmz: FileFormat = {
  id: 'kmz', extensions: EXTENSIONS.kmz, mime: 'application/vnd.google-earth.kmz', largest: kml.largest,
  sniff: ({ bytes }) => isZip(bytes) && zipPaths(bytes).some(isKml),
  async read(files, options) {
    refuseLarge(files, kmz.largest);
    const layers: RawLayer[] = [];
    for (const { name, bytes } of files) {
      const [main, ...linked] = await documents(bytes);
      refuseLarge([main, ...linked].map((document) => ({ name, bytes: document })), kmz.largest);
      const found = await Promise.all([main, ...linked].map((document) => kml.read!([{ name, bytes: document }], options)));
      layers.push(...merged(found, linked.length));
    }
    return layers;
  },
  async write(layers, options) {
    const { files: [{ name, bytes }], issues } = await kml.write!(layers, options);
    return { files: [{ name: name.replace(/\.kml$/, '.kmz'), bytes: await zip([{ name: 'doc.kml', bytes }]) }], issues };
  },
};

/** The main document, and those of the same archive that it links to. The pictures beside them are left packed. */
async function documents(archive: Uint8Array): Promise<Uint8Array[]> {
  const paths = zipPaths(archive).filter(isKml);
  const main = paths.find((path) => !path.includes('/')) ?? paths[0];
  const [first] = await unzip(archive, (path) => path === main);
  if (!first) throw new UserError('kml.empty-archive');
  const wanted = linksIn(first.bytes).filter((path) => path !== main && paths.includes(path));
  const rest = wanted.length === 0 ? [] : await unzip(archive, (path) => wanted.includes(path));
  return [first.bytes, ...rest.map(({ bytes }) => bytes)];
}
function linksIn(document: Uint8Array): string[] {
  const text = new TextDecoder().decode(document);
  return [...new Set([...text.matchAll(/<(?:\w+:)?href>\s*(?:<!\[CDATA\[)?\s*(?:\.\/)?([^<\]]+?)\s*(?:\]\]>)?\s*<\//g)].map(([, path]) => path))];
}

/** A main document that only links holds nothing of its own; the links that were followed are not told as left. */
function merged([main, ...linked]: RawLayer[][], followed: number): RawLayer[] {
  if (followed === 0) return main;
  const issues = main[0].issues.flatMap((one) => {
    if (one.code === 'kml.empty') return [];
    const left = one.code === 'kml.link' ? Number(one.params['n']) - followed : 1;
    return left <= 0 ? [] : [one.code === 'kml.link' ? { ...one, params: { ...one.params, n: left } } : one];
  });
  const own = main.filter(({ features }) => features.length > 0), all = [...own, ...linked.flat()];
  return all.map((layer, i) => (i === 0 ? { ...layer, issues: [...issues, ...layer.issues.filter((one) => own.length === 0 || !main[0].issues.includes(one))] } : layer));
}
