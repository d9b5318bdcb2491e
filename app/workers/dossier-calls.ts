import { proxy } from 'comlink';
import type { Layer, Progress, SheetLayout } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import type { DossierRequest } from './dossier-api.ts';
import { again, type EngineLine, type Layers, type ScenarioLayers } from './engine-line.ts';
import { valueOf } from './failure.ts';

export type DossierWishes = Omit<DossierRequest, 'keys' | 'shown' | 'scenarios' | 'inputs' | 'run' | 'candidates'> & {
  layers: readonly Layer[];
  shown: readonly Layer[];
  scenarios: readonly ScenarioLayers[];
  inputs: Layers;
  run: Pick<Run, 'id' | 'analysis' | 'version' | 'params' | 'inputs'>;
  candidates: Layer;
};

/** Why this site. */
export function dossierCalls(line: EngineLine) {
  async function dossierRequest({ layers, shown, scenarios, inputs, run: { id, analysis, version, params, inputs: read }, candidates, ...rest }: DossierWishes): Promise<DossierRequest> {
    return {
      ...rest, keys: await line.keysIn(layers), shown: await line.keysIn(shown), scenarios: await line.scenarioKeys(scenarios), inputs: await line.keysOf(inputs),
      run: { id, analysis, version, params, inputs: await line.keysOf(read) }, candidates: await line.keyOf(candidates),
    };
  }
  return {
    dossierSheets(wishes: DossierWishes): Promise<SheetLayout[]> {
      return again(async () => { const request = await dossierRequest(wishes); return valueOf(await line.link.call((api) => api.dossierSheets(request))); });
    },
    async writeDossiers(wishes: DossierWishes, progress: Progress) {
      const request = await dossierRequest(wishes);
      return valueOf(await line.link.call((api) => api.writeDossiers(request, proxy(progress))));
    },
  };
}
