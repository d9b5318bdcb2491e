import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface Import {
  /** Path of the importing file from the project's folder. */
  file: string;
  /** Path from the project's folder for a relative import, else the package. */
  target: string;
  isRelative: boolean;
  /** Types are gone when the program runs; they cannot make a circle there. */
  isType: boolean;
}

export function sourceFiles(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder)).sort().flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(ROOT, path)).isDirectory() ? sourceFiles(path) : /\.(ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports written in a source text. Comments that look like imports at the start of a line would be taken for one. */
export function importsOf(file: string, text: string): Import[] {
  const written = [
    ...[...text.matchAll(STATEMENT)].map(([, type, source]) => ({ source, isType: type !== undefined })),
    ...[...text.matchAll(CALL)].map(([, source]) => ({ source, isType: false })),
  ];
  return written.map(({ source, isType }) => {
    const isRelative = source.startsWith('.');
    return { file, isRelative, isType, target: isRelative ? posix.join(posix.dirname(file), source.split('?')[0]) : source };
  });
}
export const readImports = (file: string): Import[] => importsOf(file, readFileSync(join(ROOT, file), 'utf8'));

/** A way from a file back to itself, or null. Depth first over the graph of imports. */
export function findCircle(imports: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { file, target, isRelative, isType } of imports) if (isRelative && !isType) next.set(file, [...(next.get(file) ?? []), target]);
  const done = new Set<string>();
  const visit = (file: string, way: string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const circle = visit(target, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
