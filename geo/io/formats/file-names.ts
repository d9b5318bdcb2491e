import type { Layer } from '../../model/index.ts';

/** A name that every file system takes: without what Windows forbids, no longer than most archives show. */
export function fileName(name: string, fallback: string): string {
  const clean = name.replace(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '').slice(0, 80);
  return clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? `${fallback}_${clean}`.replace(/_$/, '') : clean;
}

/** Names that differ whatever the case. */
export function uniqueName(name: string, used: Set<string>): string {
  let unique = name;
  for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
  used.add(unique.toLowerCase());
  return unique;
}

/** For formats that have a file a layer. Layers are called as a file called them, which may be anything: a path, a name twice. */
export function fileNames(layers: readonly Layer[], ending: string): string[] {
  const used = new Set<string>();
  return layers.map(({ name, id, schema }) => `${uniqueName(fileName(name || id, schema), used)}.${ending}`);
}
