import { crsFromWkt, type CrsGuess, type LocalGrid } from '../crs/index.ts';
import { endingOf, unzip, type SourceFile } from '../io/index.ts';
import { UserError } from '../model/index.ts';

/** A picture with what lies beside it. */
export interface PictureFiles {
  picture: SourceFile;
  world: SourceFile | null;
  /** .prj, or what GDAL writes into .aux.xml. */
  crs: SourceFile | null;
}
const PICTURE = /^(?:png|jpe?g|tiff?)$/, WORLD = /^(?:pgw|pngw|jgw|jpgw|jpegw|tfw|tifw|wld)$/;
const isZip = ({ bytes }: SourceFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** @throws UserError `archive.*`, `basemap.no-picture`, `basemap.many-pictures` */
export async function pictureFiles(files: readonly SourceFile[]): Promise<PictureFiles> {
  const loose = (await Promise.all(files.map(async (file) => (isZip(file) ? (await unzip(file.bytes, isWanted)).map(({ path, bytes }) => ({ name: path.split('/').at(-1)!, bytes })) : [file])))).flat();
  const pictures = loose.filter(({ name }) => PICTURE.test(endingOf(name)));
  if (pictures.length === 0) throw new UserError('basemap.no-picture', { file: files[0]?.name ?? '' });
  if (pictures.length > 1) throw new UserError('basemap.many-pictures', { n: pictures.length });
  const [picture] = pictures, prj = loose.find(({ name }) => endingOf(name) === 'prj'), aux = loose.find(({ name }) => /\.aux\.xml$/i.test(name));
  return { picture, world: loose.find(({ name }) => WORLD.test(endingOf(name))) ?? null, crs: prj ?? aux ?? null };
}
const isWanted = (path: string): boolean => { const ending = endingOf(path); return PICTURE.test(ending) || WORLD.test(ending) || ending === 'prj' || /\.aux\.xml$/i.test(path); };

/** What a .prj or .aux.xml says; null where it says nothing that is known. @throws UserError `crs.datum` */
export function statedCrs({ name, bytes }: SourceFile): { code: string | LocalGrid; guess: CrsGuess } | null {
  const text = new TextDecoder().decode(bytes), wkt = endingOf(name) === 'prj' ? text : unescaped(/<SRS[^>]*>([^<]*)<\/SRS>/.exec(text)?.[1] ?? '');
  const crs = wkt.trim() === '' ? null : crsFromWkt(wkt);
  return crs && { code: crs.definition ?? crs.code, guess: { code: crs.code, swapped: false, confidence: 1, reason: 'stated' } };
}
const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&apos;': "'", '&amp;': '&' };
const unescaped = (text: string): string => text.replace(/&(?:quot|lt|gt|apos|amp);/g, (entity) => ENTITIES[entity]);
