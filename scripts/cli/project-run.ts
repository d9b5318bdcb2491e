import { createHash } from 'node:crypto';
import { BASELINE, deriveLayers, inputOf, measuresOf, packReckoning, putRun, readsDepths, runIdOf, undergroundKey, UserError, validateLayer, writeGeoJson, type Analysis, type AnalysisResult, type Layer, type Params, type Project, type Scenario, type SchemaId, type StoredLayer } from '../../geo/index.ts';
import { issueLine } from './issue-lines.ts';
import { saveProject, settle, type OpenProject } from './project-file.ts';
import type { InputRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** Inputs of a run from the project: the layer that was named, else the one of the wanted schema. A name that is no layer's is a file. */
export function fromProject({ project }: OpenProject, scenario: Scenario | null, screen: Terminal): (input: string, schema: SchemaId, given: string | undefined) => InputRead | null {
  const layers = scenario ? scenarioLayers(project, scenario, screen) : project.layers;
  return (input, schema, given) => {
    const fitting = layers.filter(({ layer }) => layer.schema === schema && (given === undefined || layer.id === given));
    if (fitting.length > 1) throw new UserError('cli.project-ambiguous', { input, n: fitting.length, layers: fitting.map(({ layer }) => layer.id).join(', ') });
    return fitting.length === 0 ? null : readOf(input, fitting[0]);
  };
}

/** The project's layers as a scenario has them; measures that do not fit are told and left out. */
function scenarioLayers({ layers, measures }: Project, scenario: Scenario, screen: Terminal): StoredLayer[] {
  const derived = deriveLayers(layers.map(({ layer }) => layer), measuresOf(scenario, measures));
  for (const one of derived.issues) screen.print(issueLine({ ...one, params: { ...one.params, scenario: scenario.name } }, screen));
  return derived.layers.map((layer) => {
    const own = layers.find((entry) => entry.layer.id === layer.id);
    if (own?.layer === layer) return own;
    const counts = { read: layer.features.length, kept: layer.features.length, fixed: 0, setAside: 0 };
    return { fileName: `${layer.id}@${scenario.id}`, issues: [], setAside: [], ...own, counts: own?.counts ?? counts, layer, sha256: null };
  });
}
/** By its name or id. @throws UserError `scenario.unknown` */
export function scenarioNamed({ project: { scenarios } }: OpenProject, name: string): Scenario | null {
  if (name === BASELINE) return null;
  const found = scenarios.find((one) => one.id === name || one.name === name);
  if (!found) throw new UserError('scenario.unknown', { scenario: name, known: [BASELINE, ...scenarios.map((one) => one.name)].join(', ') });
  return found;
}

/** Named by its input, as a file would be, so that the results are the same bytes. */
function readOf(input: string, { layer, issues, setAside, counts, fileName, sha256 }: StoredLayer): InputRead {
  const named: Layer = { ...layer, id: input, name: input };
  return {
    input, path: null, layerId: layer.id, layer: named, rejected: [...setAside], counts, issues: [...issues.map((one) => ({ ...one, layer: input })), ...validateLayer(named)],
    record: { file: fileName, sha256: sha256 ?? createHash('sha256').update(writeGeoJson(named)).digest('hex'), features: layer.features.length },
  };
}

export function writeRun(project: OpenProject, analysis: Analysis, params: Params, scenario: string | null, reads: readonly InputRead[], result: AnalysisResult, screen: Terminal): void {
  const id = runIdOf(analysis.id, params, scenario), key = readsDepths(analysis.id) ? undergroundKey(project.project) : '';
  settle(project);
  putRun(project.db, {
    id, analysis: analysis.id, version: analysis.version, scenario, ...(key === '' ? {} : { underground: key }), params,
    inputs: Object.fromEntries(reads.map(({ input, layer, layerId = null, record }) => [input, inputOf(layer, layerId, record.file, record.sha256)])),
    layers: Object.fromEntries(Object.entries(result.layers).map(([name, layer]) => [name, { ...layer, id: `${id}/${name}` }])),
    indicators: result.indicators, issues: result.issues, reckoning: packReckoning(result.explain),
  });
  saveProject(project, screen);
}
