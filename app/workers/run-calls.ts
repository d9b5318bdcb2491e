import { proxy } from 'comlink';
import type { Layer, Params, Progress, ServiceId, SolveState, Underground } from '../../geo/index.ts';
import type { AnalysisTable } from './analysis-table.ts';
import { again, type EngineLine, type Layers } from './engine-line.ts';
import { valueOf } from './failure.ts';
import type { FilesRequest, InputRecord, RunAnswer } from './run-api.ts';
import type { SessionAnswer, SiteOnTrial } from './session-api.ts';

export type RunResult = Omit<RunAnswer, 'heads'> & { layers: Record<string, Layer> };
export type RunFiles = Omit<FilesRequest, 'inputs' | 'layers'> & {
  inputs: Readonly<Record<string, Omit<InputRecord, 'key'> & { layer: Layer }>>;
  layers: Layers;
};

/** Analyses, and what is tried with their results. */
export function runCalls(line: EngineLine) {
  async function fetchRun({ heads, ...rest }: RunAnswer, layerId: (name: string) => string): Promise<RunResult> {
    const layers: Record<string, Layer> = {};
    for (const [name, head] of Object.entries(heads)) layers[name] = await line.fetchLayer(head, layerId(name));
    return { ...rest, layers };
  }
  return {
    /** The analyses with their inputs and parameters, for forms. */
    analyses(): Promise<AnalysisTable> {
      return again(() => line.link.call((api) => api.analysisTable()));
    },
    /** `layerId` names the result layers for the project. */
    async run(id: string, inputs: Layers, params: Params, underground: Underground, progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
      const keys = await line.keysOf(inputs);
      return fetchRun(valueOf(await line.link.call((api) => api.run(id, keys, params, underground, proxy(progress)))), layerId);
    },
    /** The greedy set, there as soon as the sites are measured. For the same question `searchPortfolio` then finds the best one, `completePortfolio` what each budget buys. */
    async startPortfolio(inputs: Layers, params: Params, underground: Underground, progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
      const keys = await line.keysOf(inputs);
      return fetchRun(valueOf(await line.link.call((api) => api.startPortfolio(keys, params, underground, proxy(progress)))), layerId);
    },
    async searchPortfolio(progress: Progress, told: (state: SolveState) => void, layerId: (name: string) => string): Promise<RunResult> {
      return fetchRun(valueOf(await line.link.call((api) => api.searchPortfolio(proxy(progress), proxy(told)))), layerId);
    },
    async completePortfolio(progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
      return fetchRun(valueOf(await line.link.call((api) => api.completePortfolio(proxy(progress)))), layerId);
    },
    /** Ends the search, not the engine: what was found by then comes as its answer. */
    stopPortfolio(): void {
      void line.link.call((api) => api.stopPortfolio()).catch(() => {});
    },
    /** The files of a run by name, as the command line writes them. */
    async files({ inputs, layers, ...rest }: RunFiles): Promise<Record<string, Blob>> {
      const records: Record<string, InputRecord> = {};
      for (const [input, { layer, ...record }] of Object.entries(inputs)) records[input] = { ...record, key: await line.keyOf(layer) };
      const keys = await line.keysOf(layers);
      return valueOf(await line.link.call((api) => api.files({ ...rest, inputs: records, layers: keys })));
    },
    async openSession(analysis: string, service: ServiceId, inputs: Layers, params: Params): Promise<void> {
      const keys = await line.keysOf(inputs);
      valueOf(await line.link.call((api) => api.openSession(analysis, service, keys, params)));
    },
    /** Without `outlines` the areas come as the bare ground of their units: soon enough for a slider that is moving. */
    async moveSession(params: Params, site: SiteOnTrial | null, outlines: boolean): Promise<SessionAnswer> {
      return valueOf(await line.link.call((api) => api.moveSession(params, site, outlines)));
    },
  };
}
