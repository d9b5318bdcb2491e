import type { Layer, Params, PlanFeature, SectionLineElement, SheetLayout, Underground, VolumeMesh } from '../../geo/index.ts';
import { again, type EngineLine, type Layers } from './engine-line.ts';
import { valueOf } from './failure.ts';
import type { SectionAnswer, SectionFileWishes, SectionRequest, TriedAnswer } from './section-api.ts';
import type { VolumeRequest } from './volume-api.ts';

/** The underground: sections, sites on trial in them, volumes. */
export function sectionCalls(line: EngineLine) {
  /** The worker that holds the trials; null where it has none: after a cancel they are opened anew. */
  let trialsIn: Worker | null = null;
  return {
    /** A section of these layers along what it is laid along. */
    section(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>): Promise<SectionAnswer> {
      return again(async () => { const keys = await line.keysIn(layers); return valueOf(await line.link.call((api) => api.section({ ...request, keys }))); });
    },
    sheetOfSection(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>, wishes: SectionFileWishes): Promise<SheetLayout> {
      return again(async () => { const keys = await line.keysIn(layers); return valueOf(await line.link.call((api) => api.sheetOfSection({ ...request, keys }, wishes))); });
    },
    sectionForSheet(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>, wishes: Pick<SectionFileWishes, 'title' | 'scenario' | 'level'>, sheet: SheetLayout): Promise<{ element: SectionLineElement; hasRoom: boolean }> {
      return again(async () => { const keys = await line.keysIn(layers); return valueOf(await line.link.call((api) => api.sectionForSheet({ ...request, keys }, wishes, sheet))); });
    },
    dxfOfSection(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>, wishes: Pick<SectionFileWishes, 'level' | 'language'>): Promise<Blob> {
      return again(async () => { const keys = await line.keysIn(layers); return valueOf(await line.link.call((api) => api.dxfOfSection({ ...request, keys }, wishes))); });
    },
    /** Sites of a run, ready to be moved. */
    async openTrials(inputs: Layers, params: Params, underground: Underground): Promise<void> {
      const keys = await line.keysOf(inputs);
      valueOf(await line.link.call((api) => api.openTrials({ inputs: keys, params, underground })));
      trialsIn = line.link.current;
    },
    holdsTrials(): boolean {
      return trialsIn !== null && trialsIn === line.link.current;
    },
    async trySite(site: PlanFeature, top: number, levels: number): Promise<TriedAnswer> {
      return valueOf(await line.link.call((api) => api.trySite(site, top, levels)));
    },
    /** Part of a layer as volumes under the ground, and as lines on it. */
    volumes(layer: Layer, rest: Omit<VolumeRequest, 'key'>): Promise<VolumeMesh> {
      return again(async () => { const key = await line.keyOf(layer); return valueOf(await line.link.call((api) => api.volumes({ key, ...rest }))); });
    },
    groundLines(layer: Layer, rest: Omit<VolumeRequest, 'key'>): Promise<Float32Array> {
      return again(async () => { const key = await line.keyOf(layer); return valueOf(await line.link.call((api) => api.groundLines({ key, ...rest }))); });
    },
  };
}
