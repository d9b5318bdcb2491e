import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fillParams, featuresInDegrees, layersFromOsm, OSM_PARAMS, UserError, writeGeoJson, type RawFeature } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { readText, writeFolder } from './files.ts';
import { lineOf, type Terminal } from './terminal.ts';

/** `undercroft from-osm`: GeoJSON with OpenStreetMap tags in, one file a layer and report.json out. */
export function fromOsmCommand(call: Call, screen: Terminal): void {
  const { print, say, show, resolve, language } = screen;
  const params = fillParams({ params: OSM_PARAMS }, Object.fromEntries(call.pairs('param')));
  const features = call.operands.flatMap((operand) => filesAt(resolve(operand), screen)).flatMap((path) => readFeaturesOf(path, screen));
  const { layers, report } = layersFromOsm(features, params, language);
  if (layers.length === 0) throw new UserError('osm.none', { folder: call.operands.join(', ') });
  const folder = resolve(call.text('out')!);
  const files = { ...Object.fromEntries(layers.map((layer) => [`${layer.schema}.geojson`, writeGeoJson(layer)])), 'report.json': `${JSON.stringify(report, null, 2)}\n` };
  writeFolder(folder, files, screen, report.layers.map(({ schema }) => `${schema}.geojson`));
  for (const { schema, features: n, totals } of report.layers) {
    const sums = Object.entries(totals).map(([key, value]) => `${key} ${value}`).join(', ');
    if (n > 0) print(`${say('cli.wrote', { path: show(join(folder, `${schema}.geojson`)), n: say('cli.features', { n }) })}${sums === '' ? '' : `: ${sums}`}`);
  }
  for (const { layer, n, text } of [...report.assumed, ...report.leftOut]) print(`  ${String(n).padStart(6)}  ${layer}  ${text}`);
}

/** A file as it is; a folder's GeoJSON files in the order of their names. */
function filesAt(path: string, screen: Terminal): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return [path];
  const names = readdirSync(path).filter((name) => /\.(geo)?json$/i.test(name)).sort();
  if (names.length === 0) throw new UserError('osm.none', { folder: screen.show(path) });
  return names.map((name) => join(path, name));
}

function readFeaturesOf(path: string, screen: Terminal): RawFeature[] {
  const { text } = readText(path, screen);
  try {
    return featuresInDegrees(text);
  } catch (error) {
    if (error instanceof UserError) throw new UserError('cli.in-file', { path: screen.show(path), sentence: lineOf(error, screen.language) });
    throw error;
  }
}
