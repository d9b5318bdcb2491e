/** What the bundler tells about a module, as far as it matters here. */
interface Module { isEntry: boolean; importers: readonly string[]; dynamicImporters: readonly string[] }
interface Ask { getModuleInfo(id: string): Module | null }

/**
 * The file of a module that the page starts with and no worker ever needs: the map's library apart, since it changes less often. Null for any
 * other module.
 */
export function chunkOfPage(id: string, ask: Ask): string | null {
  if (startsOf(id, ask, ({ importers, dynamicImporters }) => [...importers, ...dynamicImporters]).some((start) => !isPage(start))) return null;
  if (!startsOf(id, ask, ({ importers }) => importers).some(isPage)) return null;
  return id.includes('/maplibre-gl/') ? 'maplibre' : 'page';
}
const isPage = (start: string): boolean => start.endsWith('/index.html');

/** Page and workers that a module is reached from, going up from importer to importer. */
function startsOf(id: string, ask: Ask, importersOf: (module: Module) => readonly string[]): string[] {
  const seen = new Set([id]), starts: string[] = [];
  for (const each of seen) {
    const module = ask.getModuleInfo(each);
    if (module?.isEntry) starts.push(each);
    for (const importer of module ? importersOf(module) : []) seen.add(importer);
  }
  return starts;
}
