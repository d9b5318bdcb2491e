import { type CrsRef, type FormatId, type FormatWriteOptions, type Layer, layerTitle, type SecrecyLevel } from '../../geo/index.ts';
import { EXTENSIONS } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { engine } from '../workers/engine.ts';
import type { Exported } from '../workers/export-api.ts';
import { ofLevel } from './marked-name.ts';

export interface ExportSettings {
  format: FormatId;
  level: SecrecyLevel;
  crs: CrsRef | null;
  encoding: string | null;
}
/** Which formats leave a choice of CRS, and what they take by itself: a drawing is in metres, web formats are in degrees. */
export const CRS_OF_FORMAT: Readonly<Record<FormatId, 'degrees' | 'any' | 'metres'>> = {
  geojson: 'degrees', 'geojson-lines': 'degrees', kml: 'degrees', kmz: 'degrees', csv: 'degrees', excel: 'degrees', shapefile: 'any', geopackage: 'any', dxf: 'metres',
};
/** Formats whose letters may be in GBK, which older programs on Chinese desktops want. */
export const HAS_ENCODING: readonly FormatId[] = ['shapefile', 'dxf'];

/** Writes a layer as a file of a format and hands it to the browser. What the format could not hold comes back as issues. */
export async function exportAs(layer: Layer, { format, level, crs, encoding }: ExportSettings): Promise<Exported> {
  const name = layerTitle(layer, sayNow);
  const options: FormatWriteOptions = { language: currentLanguage(), ...(crs && CRS_OF_FORMAT[format] !== 'degrees' ? { crs } : {}), ...(encoding && HAS_ENCODING.includes(format) ? { encoding } : {}) };
  const exported = await engine.exportLayers([{ layer, name }], format, level, options);
  const files = exported.files.map((file) => ({ ...file, name: `${ofLevel(file.name.replace(/\.[^.]+$/, ''), level)}.${/[^.]+$/.exec(file.name)![0] || EXTENSIONS[format][0]}` }));
  for (const file of files) download(file.name, 'application/octet-stream', file.blob);
  return { ...exported, files };
}
