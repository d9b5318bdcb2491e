import { issue, UserError, type Layer } from '../model/index.ts';
import { endingOf, EXTENSIONS } from './formats/names.ts';
import { FORMAT_IDS, type FileFormat, type FormatId, type FormatWriteOptions, type Written } from './formats/types.ts';

/** The format that a file's ending stands for; a `.zip` is a shapefile. @throws UserError `format.ending` */
export async function formatForEnding(name: string): Promise<FileFormat> {
  const id = FORMAT_IDS.find((format) => EXTENSIONS[format].includes(endingOf(name)));
  if (!id) throw new UserError('format.ending', { name: endingOf(name), known: FORMAT_IDS.map((format) => `.${EXTENSIONS[format][0]}`).join(' ') });
  return formatById(id);
}
export async function formatById(id: FormatId): Promise<FileFormat> {
  const { FORMATS } = await import('./formats/table.ts');
  return FORMATS[id];
}

/** Layers as files of a format. What the format cannot hold comes as issues. */
export async function writeLayers(id: FormatId, layers: readonly Layer[], options: FormatWriteOptions = {}): Promise<Written> {
  const format = await formatById(id);
  if (!format.write) throw new UserError('format.no-writing', { format: id });
  const written = await format.write(layers, options);
  return typeof options.crs === 'object' ? { ...written, issues: [issue('write.local-grid', 'info', { params: { name: options.crs.name } }), ...written.issues] } : written;
}
