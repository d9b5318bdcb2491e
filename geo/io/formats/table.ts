import { UserError } from '../../model/index.ts';
import { csv } from './csv.ts';
import { dxf } from './dxf/index.ts';
import { excel } from './excel.ts';
import { geojson, geojsonLines } from './geojson.ts';
import { geopackage } from './geopackage.ts';
import { kml } from './kml/index.ts';
import { kmz } from './kml/kmz.ts';
import { endingOf, READABLE_ENDINGS } from './names.ts';
import { shapefile } from './shapefile/index.ts';
import type { FileFormat, FormatId, SourceFile } from './types.ts';

/** Every format the program reads or writes. Those that are known by their first bytes come before those known by their name. */
export const FORMATS: Readonly<Record<FormatId, FileFormat>> = { geopackage, shapefile, excel, kmz, kml, dxf, 'geojson-lines': geojsonLines, csv, geojson };

/** The format of files that came together: by their bytes, then by the ending of the first. @throws UserError `format.unknown` */
export function formatOf(files: readonly SourceFile[]): FileFormat {
  const rows = Object.values(FORMATS);
  const found = files.map((file) => rows.find((format) => format.read && format.sniff(file))).find((format) => format !== undefined)
    ?? rows.find(({ extensions }) => extensions.includes(endingOf(files[0].name)));
  if (!found) throw new UserError('format.unknown', { file: files[0].name, known: READABLE_ENDINGS.join(' ') });
  return found;
}
