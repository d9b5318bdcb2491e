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

/** What a file dialogue offers. */
export const READABLE_ENDINGS: readonly string[] = FORMAT_IDS.flatMap((id) => EXTENSIONS[id]).map((ending) => `.${ending}`);
export const isReadable = (name: string): boolean => READABLE_ENDINGS.includes(`.${endingOf(name)}`) || PART.test(name);

/** Files dropped at once, as sources: the parts of a shapefile together with the .shp first, every other file by itself. */
export function groupFiles<T extends { name: string }>(files: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const key = PART.test(file.name) ? `shapefile ${file.name.replace(PART, '').toLowerCase()}` : `file ${groups.size} ${file.name}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => Number(endingOf(b.name) === 'shp') - Number(endingOf(a.name) === 'shp')));
}
