import { UserError } from '../../../model/index.ts';
import { isZip } from '../../zip-directory.ts';
import { unzip } from '../../zip.ts';
import type { SourceFile } from '../types.ts';

/** The files of one layer that belong together: same folder, same name, different endings. */
export interface ShapeSet {
  /** Folder and name without ending. */
  path: string;
  /** What the layer is called: the name, with its folder where another has the same. */
  name: string;
  parts: ReadonlyMap<string, Uint8Array>;
}

/** Endings that are read; .sbn, .shp.xml and the like are not needed. `fields.csv` holds the names that were too long for a DBF. */
const PARTS = ['shp', 'shx', 'dbf', 'prj', 'cpg', 'fields.csv'];
const PART = new RegExp(`^(.*)\\.(${PARTS.map((part) => part.replace('.', '\\.')).join('|')})$`, 'i');
export const partOf = (path: string): string | null => PART.exec(path)?.[2].toLowerCase() ?? null;

/**
 * Sorts files, and what is in archives among them, into layers.
 * @throws UserError `archive.*`, `shapefile.none` where there is no .shp and no .dbf at all
 */
export async function gather(files: readonly SourceFile[]): Promise<ShapeSet[]> {
  const sets = new Map<string, Map<string, Uint8Array>>();
  const put = (path: string, bytes: Uint8Array) => {
    const [, base, part] = PART.exec(path) ?? [];
    if (!base) return;
    const set = sets.get(base) ?? new Map<string, Uint8Array>();
    if (!set.has(part.toLowerCase())) set.set(part.toLowerCase(), bytes);
    sets.set(base, set);
  };
  for (const { name, bytes } of files) {
    if (isZip(bytes)) for (const entry of await unzip(bytes, (path) => partOf(path) !== null)) put(entry.path, entry.bytes);
    else put(name, bytes);
  }
  const whole = [...sets].filter(([, parts]) => parts.has('shp') || parts.has('dbf'));
  if (whole.length === 0) throw new UserError('shapefile.none', { given: files.map(({ name }) => name).join(', ').slice(0, 80) });
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const taken = (path: string) => whole.filter(([other]) => last(other) === last(path)).length > 1;
  return whole.map(([path, parts]) => ({ path, parts, name: taken(path) ? path : last(path) }));
}
