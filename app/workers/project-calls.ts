import { proxy } from 'comlink';
import { documentsIn } from '../../geo/index.ts';
import type { FormatId, FormatWriteOptions, HandOutWishes, Layer, MinutesEnding, MinutesWishes, Progress, ProjectMeta, SecrecyLevel, SheetRows } from '../../geo/index.ts';
import type { ProjectDocument } from '../state/document.ts';
import { layersOf } from '../state/scenarios.ts';
import { again, type EngineLine } from './engine-line.ts';
import type { Exported } from './export-api.ts';
import { valueOf } from './failure.ts';
import type { OpenedProject } from './opened-project.ts';
import { withLayers } from './portions.ts';
import type { SaveRequest } from './project-api.ts';

export interface ProjectOpened extends Omit<OpenedProject, 'layers' | 'runs'> {
  layers: (Omit<OpenedProject['layers'][number], 'head'> & { layer: Layer })[];
  runs: (Omit<OpenedProject['runs'][number], 'heads'> & { layers: Record<string, Layer> })[];
}

/** Only those that a basemap names: what was taken away stays for undoing, and is in no file. */
const picturesOf = ({ basemaps, pictures }: ProjectDocument): Map<string, Blob> => new Map([...pictures ?? []].filter(([sha256]) => basemaps.some((basemap) => basemap.sha256 === sha256)));

/** The project as files. */
export function projectCalls(line: EngineLine) {
  async function saveRequest(meta: ProjectMeta, document: ProjectDocument): Promise<SaveRequest> {
    const { layers, runs } = document;
    const there = new Map(layers.map((entry) => [entry.layer, entry]));
    const entries = await Promise.all(layers.map(async ({ layer, ...rest }) => ({ ...rest, key: await line.keyOf(layer) })));
    const stored = await Promise.all(runs.map(async ({ inputs, layers: results, ...run }) => {
      const from = await Promise.all(Object.entries(inputs).map(async ([input, layer]) => {
        const entry = there.get(layer);
        return [input, { key: await line.keyOf(layer), layerId: entry || layersOf(document, run.scenario).includes(layer) ? layer.id : null, file: entry?.fileName ?? layer.name, sha256: entry?.sha256 ?? null }] as const;
      }));
      return { ...run, inputs: Object.fromEntries(from), layers: await line.keysOf(results) };
    }));
    return { meta, layers: entries, runs: stored, documents: documentsIn(document), pictures: picturesOf(document) };
  }
  return {
    /** Layers as files of a format, each called as the page calls it. */
    exportLayers(layers: readonly { layer: Layer; name: string }[], format: FormatId, level: SecrecyLevel, options: FormatWriteOptions): Promise<Exported> {
      return again(async () => {
        const named = await Promise.all(layers.map(async ({ layer, name }) => ({ key: await line.keyOf(layer), name })));
        return valueOf(await line.link.call((api) => api.exportLayers({ layers: named, format, level, options })));
      });
    },
    async workbook(sheets: readonly SheetRows[]): Promise<Blob> {
      return valueOf(await line.link.call((api) => api.workbook(sheets)));
    },
    /** A project as one file. Layers of runs are asked for by what they are, so an input that was replaced since is written as it was. */
    saveProject(meta: ProjectMeta, document: ProjectDocument): Promise<Blob> {
      return again(async () => { const request = await saveRequest(meta, document); return valueOf(await line.link.call((api) => api.saveProject(request))); });
    },
    /** A part of the project for one department, as a file. */
    handOut(meta: ProjectMeta, document: ProjectDocument, wishes: HandOutWishes): Promise<Blob> {
      return again(async () => { const request = await saveRequest(meta, document); return valueOf(await line.link.call((api) => api.handOut(request, wishes))); });
    },
    /** The minutes of a meeting, from the project as it would be saved. */
    writeMinutes(meta: ProjectMeta, document: ProjectDocument, ending: MinutesEnding, wishes: MinutesWishes, progress: Progress): Promise<Blob> {
      return again(async () => { const request = await saveRequest(meta, document); return valueOf(await line.link.call((api) => api.writeMinutes(request, ending, wishes, proxy(progress)))); });
    },
    async openProject(file: Blob): Promise<ProjectOpened> {
      const opened = valueOf(await line.link.call((api) => api.openProject(file)));
      return { ...opened, ...await withLayers(opened, (head) => line.fetchLayer(head)) };
    },
    async projectInSheet(file: Blob): Promise<File> {
      const { name, file: project } = valueOf(await line.link.call((api) => api.projectInSheet(file)));
      return new File([project], name);
    },
  };
}
