import { FORMAT_IDS, type FormatId } from './types.ts';

/**
 * Endings in lower case by format, the first is the one that is written. Apart from the table of formats, so that a page that only
 * wants to know which files to take does not load their parsers.
 */
export const EXTENSIONS: Readonly<Record<FormatId, readonly string[]>> = {
  geojson: ['geojson', 'json'], 'geojson-lines': ['ndjson', 'geojsonl', 'geojsons', 'jsonl'], shapefile: ['zip', 'shp', 'dbf', 'shx', 'prj', 'cpg'], geopackage: ['gpkg'],
  dxf: ['dxf'], kml: ['kml'], kmz: ['kmz'], csv: ['csv', 'tsv', 'txt'], excel: ['xlsx', 'xlsm'],
};
/** The parts of a shapefile, that belong together by name. */
const PART = /\.(?:shp|shx|dbf|prj|cpg|sbn|sbx|qix|shp\.xml)$/i;

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';

/** Pictures that may be basemaps, and what tells where they lie. */
const PICTURE = /\.(?:png|jpe?g|tiff?)$/i, BESIDE = /\.(?:pgw|pngw|jgw|jpgw|jpegw|tfw|tifw|wld|(?:png|jpe?g|tiff?)\.aux\.xml)$/i;
export const PICTURE_ENDINGS: readonly string[] = ['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.pgw', '.jgw', '.tfw', '.wld'];
export const isPicture = (name: string): boolean => PICTURE.test(name) || BESIDE.test(name);
/** By the paths of an archive: a picture with its place, and no data. */
export const holdsPicture = (paths: readonly string[]): boolean => paths.some((path) => PICTURE.test(path)) && !paths.some((path) => /\.(?:shp|gpkg|dxf|kml|geojson|csv|xlsx)$/i.test(path));

/** What a file dialogue offers. */
export const READABLE_ENDINGS: readonly string[] = FORMAT_IDS.flatMap((id) => EXTENSIONS[id]).map((ending) => `.${ending}`);
export const isReadable = (name: string): boolean => READABLE_ENDINGS.includes(`.${endingOf(name)}`) || PART.test(name) || isPicture(name);

/** Files dropped at once, as sources: the parts of a shapefile together with the .shp first, a picture first of what lies beside it, every other file by itself. */
export function groupFiles<T extends { name: string }>(files: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  const stem = (name: string) => name.replace(BESIDE, '').replace(PICTURE, '').replace(PART, '').toLowerCase();
  const pictures = new Set(files.filter(({ name }) => PICTURE.test(name)).map(({ name }) => stem(name)));
  for (const shape of files) if (/\.shp$/i.test(shape.name)) pictures.delete(stem(shape.name));
  for (const file of files) {
    const key = isPicture(file.name) || (PART.test(file.name) && pictures.has(stem(file.name))) ? `picture ${stem(file.name)}` : PART.test(file.name) ? `shapefile ${file.name.replace(PART, '').toLowerCase()}` : `file ${groups.size} ${file.name}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name))));
}
const isFirst = (name: string): boolean => endingOf(name) === 'shp' || PICTURE.test(name);
