import { createHash } from 'node:crypto';
import { inputOf, packReckoning, putRun, runIdOf, UserError, validateLayer, writeGeoJson, type Analysis, type AnalysisResult, type Layer, type Params, type SchemaId, type StoredLayer } from '../../geo/index.ts';
import { saveProject, settle, type OpenProject } from './project-file.ts';
import type { InputRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** Inputs of a run from the project: the layer that was named, else the one of the wanted schema. A name that is no layer's is a file. */
export function fromProject({ project }: OpenProject): (input: string, schema: SchemaId, given: string | undefined) => InputRead | null {
  return (input, schema, given) => {
    const fitting = project.layers.filter(({ layer }) => layer.schema === schema && (given === undefined || layer.id === given));
    if (fitting.length > 1) throw new UserError('cli.project-ambiguous', { input, n: fitting.length, layers: fitting.map(({ layer }) => layer.id).join(', ') });
    return fitting.length === 0 ? null : readOf(input, fitting[0]);
  };
}

/** Named by its input, as a file would be, so that the results are the same bytes. */
function readOf(input: string, { layer, issues, setAside, counts, fileName, sha256 }: StoredLayer): InputRead {
  const named: Layer = { ...layer, id: input, name: input };
  return {
    input, path: null, layerId: layer.id, layer: named, rejected: [...setAside], counts, issues: [...issues.map((one) => ({ ...one, layer: input })), ...validateLayer(named)],
    record: { file: fileName, sha256: sha256 ?? createHash('sha256').update(writeGeoJson(named)).digest('hex'), features: layer.features.length },
  };
}

export function writeRun(project: OpenProject, analysis: Analysis, params: Params, reads: readonly InputRead[], result: AnalysisResult, screen: Terminal): void {
  const id = runIdOf(analysis.id, params);
  settle(project);
  putRun(project.db, {
    id, analysis: analysis.id, version: analysis.version, scenario: null, params,
    inputs: Object.fromEntries(reads.map(({ input, layer, layerId = null, record }) => [input, inputOf(layer, layerId, record.file, record.sha256)])),
    layers: Object.fromEntries(Object.entries(result.layers).map(([name, layer]) => [name, { ...layer, id: `${id}/${name}` }])),
    indicators: result.indicators, issues: result.issues, reckoning: packReckoning(result.explain),
  });
  saveProject(project, screen);
}
