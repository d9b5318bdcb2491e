import { basename, join } from 'node:path';
import { fillParams, featuresInDegrees, layersFromOsm, OSM_PARAMS, SCHEMA_IDS, UserError, writeGeoJson, type RawFeature } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { identityOf, namesIn, readText, refuseToCover, writeFolder } from './files.ts';
import { lineOf, type Terminal } from './terminal.ts';

/** `undercroft from-osm`: GeoJSON with OpenStreetMap tags in, one file a layer and report.json out. */
export function fromOsmCommand(call: Call, screen: Terminal): void {
  const { print, say, show, resolve, language } = screen;
  const params = fillParams({ params: OSM_PARAMS }, Object.fromEntries(call.pairs('param')));
  const folder = resolve(call.text('out')!);
  const given = call.operands.map((operand) => ({ path: resolve(operand), names: namesIn(resolve(operand), screen) }));
  const inputs = given.flatMap(({ path, names }) => (names ? filesIn(path, names, screen) : [path]));
  if (given.some(({ path, names }) => names && identityOf(path) === identityOf(folder))) throw new UserError('cli.out-is-input', { folder: show(folder) });
  refuseToCover(folder, [...SCHEMA_IDS.map((id) => `${id}.geojson`), REPORT], inputs, screen);
  const features = inputs.flatMap((path) => readFeaturesOf(path, screen));
  const { layers, report } = layersFromOsm(features, params, language);
  const [first] = report.leftOut;
  if (layers.length === 0 && first) throw new UserError('cli.osm-left-out', { n: features.length, first: first.text });
  if (layers.length === 0) throw new UserError('osm.none', { folder: call.operands.join(', ') });
  const files = { ...Object.fromEntries(layers.map((layer) => [`${layer.schema}.geojson`, writeGeoJson(layer)])), [REPORT]: `${JSON.stringify(report, null, 2)}\n` };
  writeFolder(folder, files, screen, report.layers.map(({ schema }) => `${schema}.geojson`));
  for (const { schema, features: n, totals } of report.layers) {
    const sums = Object.entries(totals).map(([key, value]) => `${key} ${value}`).join(', ');
    if (n > 0) print(`${say('cli.wrote', { path: show(join(folder, `${schema}.geojson`)), n: say('cli.features', { n }) })}${sums === '' ? '' : `: ${sums}`}`);
  }
  for (const { layer, n, text } of [...report.assumed, ...report.leftOut]) print(`  ${String(n).padStart(6)}  ${layer}  ${text}`);
}

const REPORT = 'report.json';

/** A folder's GeoJSON files in the order of their names. */
function filesIn(folder: string, names: readonly string[], screen: Terminal): string[] {
  const files = names.filter((name) => /\.(geo)?json$/i.test(name));
  if (files.length === 0) throw new UserError('osm.none', { folder: screen.show(folder) });
  return files.map((name) => join(folder, name));
}

function readFeaturesOf(path: string, screen: Terminal): RawFeature[] {
  const text = readText(path, screen);
  try {
    return featuresInDegrees(text);
  } catch (error) {
    // The report of an earlier call may lie beside the data; it holds no features.
    if (error instanceof UserError && error.code === 'geojson.not' && basename(path) === REPORT) return [];
    if (error instanceof UserError) throw new UserError('cli.in-file', { path: screen.show(path), sentence: lineOf(error, screen.language) });
    throw error;
  }
}
