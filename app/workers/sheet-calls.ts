import { proxy } from 'comlink';
import type { Layer, Progress, SheetLayout } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import { again, type EngineLine, type ScenarioLayers } from './engine-line.ts';
import { valueOf } from './failure.ts';
import type { Pane } from './paint-sheet.ts';
import type { PaintedSheet, SheetFilesRequest, SheetRequest, TemplateWishes } from './sheet-api.ts';

type SheetRest = Omit<SheetRequest, 'keys' | 'scenarios'> & { scenarios: readonly ScenarioLayers[] };
export type SheetFilesWishes = Omit<SheetFilesRequest, 'keys' | 'scenarios' | 'atlas' | 'runs'> & { scenarios: readonly ScenarioLayers[]; atlas: { margin: number } | { grid: true } | null; runs: readonly Pick<Run, 'id' | 'analysis' | 'version' | 'params' | 'inputs'>[] };

/** Plan sheets, on the screen and as files. */
export function sheetCalls(line: EngineLine) {
  return {
    /** A part of a sheet as pixels. */
    paintSheet(layers: readonly Layer[], { scenarios, ...rest }: SheetRest, layout: SheetLayout, pane: Pane): Promise<PaintedSheet> {
      return again(async () => {
        const request = { ...rest, keys: await line.keysIn(layers), scenarios: await line.scenarioKeys(scenarios) };
        return valueOf(await line.link.call((api) => api.paintSheet(request, layout, pane)));
      });
    },
    /** Ids of the templates that there is something for. */
    sheetTemplates(layers: readonly Layer[]): Promise<string[]> {
      return again(async () => {
        const keys = await line.keysIn(layers);
        return valueOf(await line.link.call((api) => api.sheetTemplates(keys)));
      });
    },
    sheetOfTemplate(layers: readonly Layer[], wishes: TemplateWishes): Promise<SheetLayout> {
      return again(async () => {
        const keys = await line.keysIn(layers);
        return valueOf(await line.link.call((api) => api.sheetOfTemplate(keys, wishes)));
      });
    },
    async writeSheets(layers: readonly Layer[], over: Layer | null, { atlas, runs, scenarios, ...rest }: SheetFilesWishes, progress: Progress) {
      const known = await Promise.all(runs.map(async ({ id, analysis, version, params, inputs }) => ({ id, analysis, version, params, inputs: await line.keysOf(inputs) })));
      const request: SheetFilesRequest = { ...rest, keys: await line.keysIn(layers), scenarios: await line.scenarioKeys(scenarios), runs: known, atlas: atlas && 'margin' in atlas ? (over && { over: await line.keyOf(over), margin: atlas.margin }) : atlas };
      return valueOf(await line.link.call((api) => api.writeSheets(request, proxy(progress))));
    },
  };
}
