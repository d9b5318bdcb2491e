import { proxy, transfer } from 'comlink';
import { documentsIn } from '../../geo/index.ts';
import type { Conflict, CrsRef, DepthInterval, Edited, Extent, FieldMatch, FormatId, FormatWriteOptions, ImportSettings, HandOutWishes, Issue, JoinBy, Layer, MendedLayer, MinutesEnding, MinutesWishes, Opinion, Params, Part, PlanFeature, Progress, ProjectMeta, SchemaId, SecrecyLevel, ServiceId, SheetLayout, SheetRows, SheetWishes, SolveState, Underground, VolumeMesh, Window, WindowEnding } from '../../geo/index.ts';
import type { AgendaRequest, FileWishes, WindowRequest } from './coordination-api.ts';
import type { TerrainRead } from './depth-api.ts';
import type { DossierRequest } from './dossier-api.ts';
import type { EditRequest } from './edit-api.ts';
import type { EngineApi, ReadRequest } from './engine-api.ts';
import type { Exported } from './export-api.ts';
import { withChanged } from './changed-part.ts';
import { valueOf } from './failure.ts';
import type { ProjectDocument, ProjectLayer, Run } from '../state/document.ts';
import { layersOf } from '../state/scenarios.ts';
import type { OpenedSource, PictureOpened } from './import-api.ts';
import type { OpenedProject } from './opened-project.ts';
import type { LayerHead } from './layer-store.ts';
import type { SaveRequest } from './project-api.ts';
import { Cancelled, WorkerLink } from './link.ts';
import { fetchPortions, sendPortions, withLayers } from './portions.ts';
import type { AnalysisTable, FilesRequest, InputRecord, RunAnswer } from './run-api.ts';
import type { SectionAnswer, SectionFileWishes, SectionRequest, TriedAnswer } from './section-api.ts';
import type { SessionAnswer, SiteOnTrial } from './session-api.ts';
import type { Pane } from './paint-sheet.ts';
import type { PaintedSheet, SheetFilesRequest, SheetRequest } from './sheet-api.ts';
import type { VolumeRequest } from './volume-api.ts';

type Layers = Readonly<Record<string, Layer>>;
/** Of the time that reading a large file takes, what has passed when it is checked; the rest is its way to the page. */
const CHECKED = 0.6;

/**
 * The page's side of the engine. Layers are sent once per version; results come back in portions. `cancel` ends the
 * worker: whatever ran is gone, and layers are sent again when they are needed.
 */
class Engine {
  private readonly link = new WorkerLink<EngineApi>(() => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }));
  /** Promises, so that a second asker waits until the layer is wholly there. */
  private keys = new WeakMap<Layer, Promise<string>>();
  /** Layers that the page let go of are dropped in the worker too, if it is still the same one. */
  private readonly forgotten = new FinalizationRegistry<{ key: string; worker: Worker | null }>(({ key, worker }) => {
    if (worker && worker === this.link.current) void this.link.call((api) => api.drop(key)).catch(() => {});
  });
  /** Which worker's layer has these features, so that another worker can have them from there. */
  private readonly sources = new WeakMap<readonly PlanFeature[], { key: string; worker: Worker | null }>();
  /** The worker that has a line to the other one, and how much is on its way there. */
  private connected: Worker | null = null;
  private passing = 0;
  private sent = 0;

  cancel(): void {
    this.keys = new WeakMap();
    this.link.cancel();
  }

  private keyOf(layer: Layer): Promise<string> {
    const known = this.keys.get(layer);
    if (known) return known;
    const key = this.send(layer, `p${this.sent++}`);
    this.keys.set(layer, key);
    return key;
  }
  private async send(layer: Layer, key: string): Promise<string> {
    await this.link.call((api) => api.open({ key, id: layer.id, schema: layer.schema, name: layer.name, count: layer.features.length }));
    await sendPortions(layer.features, (portion) => this.link.call((api) => api.append(key, portion)));
    this.note(layer, key);
    return key;
  }
  private keysIn(layers: readonly Layer[]): Promise<string[]> {
    return Promise.all(layers.map((layer) => this.keyOf(layer)));
  }
  private scenarioKeys(scenarios: readonly ScenarioLayers[]): Promise<{ id: string; keys: string[] }[]> {
    return Promise.all(scenarios.map(async ({ id, layers }) => ({ id, keys: await this.keysIn(layers) })));
  }
  private async keysOf(layers: Layers): Promise<Record<string, string>> {
    const keys: Record<string, string> = {};
    for (const [name, layer] of Object.entries(layers)) keys[name] = await this.keyOf(layer);
    return keys;
  }

  private async fetchLayer(head: LayerHead, id: string = head.id, tell: (done: number) => void = () => {}): Promise<Layer> {
    const layer = await fetchPortions(head, (from, count) => { tell(from / head.count); return this.link.call((api) => api.portion(head.key, from, count)); }, id);
    this.keys.set(layer, Promise.resolve(head.key));
    this.note(layer, head.key);
    return layer;
  }
  private note(layer: Layer, key: string): void {
    const source = { key, worker: this.link.current };
    this.forgotten.register(layer, source);
    this.sources.set(layer.features, source);
  }
  /** Sends features that the worker has on to another one, past the page. False where it has not got them, or is at work. */
  async passOn(features: readonly PlanFeature[], slot: number, port: () => MessagePort): Promise<boolean> {
    const source = this.sources.get(features), worker = this.link.current;
    if (!source || source.worker !== worker || this.link.pending > this.passing) return false;
    this.passing++;
    try {
      const end = this.connected === worker ? null : port();
      this.connected = worker;
      await this.link.call((api) => api.passOn(source.key, slot, end && transfer(end, [end])));
      return true;
    } catch {
      // Cancelled, or the layer was let go meanwhile: the page has the features too.
      return false;
    } finally {
      this.passing--;
    }
  }

  /** The analyses with their inputs and parameters, for forms. */
  analyses(): Promise<AnalysisTable> {
    return again(() => this.link.call((api) => api.analyses()));
  }
  /** A GeoJSON file beside the page. */
  async read(address: string, request: ReadRequest) {
    const { head, report, sha256 } = valueOf(await this.link.call((api) => api.read(address, request)));
    return { layer: await this.fetchLayer(head), report, sha256 };
  }

  /** Looks into files that belong together; `beside` are the layers that are there already. */
  async openSource(files: readonly File[], beside: readonly Layer[], encoding: string | undefined, progress: Progress): Promise<OpenedSource> {
    const keys = await Promise.all(beside.map((layer) => this.keyOf(layer)));
    return valueOf(await this.link.call((api) => api.openSource({ files: files.map((blob) => ({ name: blob.name, blob })), beside: keys, encoding }, proxy(progress))));
  }
  async shapesOf(handle: number, index: number, crs: CrsRef, swapped: boolean) {
    return valueOf(await this.link.call((api) => api.shapesOf(handle, index, crs, swapped)));
  }
  /** Looks into a picture with what lies beside it. */
  async openPicture(files: readonly File[], beside: readonly Layer[]): Promise<PictureOpened> {
    const keys = await Promise.all(beside.map((layer) => this.keyOf(layer)));
    return valueOf(await this.link.call((api) => api.openPicture({ files: files.map((blob) => ({ name: blob.name, blob })), beside: keys })));
  }
  async readSource(handle: number, index: number, settings: ImportSettings, progress: Progress) {
    const { head, report, sha256 } = valueOf(await this.link.call((api) => api.readSource(handle, index, settings, proxy((step: string, done: number) => progress(step, done * CHECKED)))));
    return { layer: await this.fetchLayer(head, head.id, (done) => progress('step.read', CHECKED + (1 - CHECKED) * done)), report, sha256 };
  }
  async joinSource(handle: number, index: number, layer: Layer, match: readonly FieldMatch[], by: JoinBy) {
    const key = await this.keyOf(layer);
    const { head, report, sha256 } = valueOf(await this.link.call((api) => api.joinSource(handle, index, key, match, by)));
    return { layer: await this.fetchLayer(head), report, sha256 };
  }
  /** Layers as files of a format, each called as the page calls it. */
  exportLayers(layers: readonly { layer: Layer; name: string }[], format: FormatId, level: SecrecyLevel, options: FormatWriteOptions): Promise<Exported> {
    return again(async () => {
      const named = await Promise.all(layers.map(async ({ layer, name }) => ({ key: await this.keyOf(layer), name })));
      return valueOf(await this.link.call((api) => api.exportLayers({ layers: named, format, level, options })));
    });
  }
  async workbook(sheets: readonly SheetRows[]): Promise<Blob> {
    return valueOf(await this.link.call((api) => api.workbook(sheets)));
  }
  /** A project as one file. Layers of runs are asked for by what they are, so an input that was replaced since is written as it was. */
  saveProject(meta: ProjectMeta, document: ProjectDocument): Promise<Blob> {
    return again(async () => { const request = await this.saveRequest(meta, document); return valueOf(await this.link.call((api) => api.saveProject(request))); });
  }
  /** A part of the project for one department, as a file. */
  handOut(meta: ProjectMeta, document: ProjectDocument, wishes: HandOutWishes): Promise<Blob> {
    return again(async () => { const request = await this.saveRequest(meta, document); return valueOf(await this.link.call((api) => api.handOut(request, wishes))); });
  }
  /** The minutes of a meeting, from the project as it would be saved. */
  writeMinutes(meta: ProjectMeta, document: ProjectDocument, ending: MinutesEnding, wishes: MinutesWishes, progress: Progress): Promise<Blob> {
    return again(async () => { const request = await this.saveRequest(meta, document); return valueOf(await this.link.call((api) => api.writeMinutes(request, ending, wishes, proxy(progress)))); });
  }
  private async saveRequest(meta: ProjectMeta, document: ProjectDocument): Promise<SaveRequest> {
    const { layers, runs } = document;
    const there = new Map(layers.map((entry) => [entry.layer, entry]));
    const entries = await Promise.all(layers.map(async ({ layer, ...rest }) => ({ ...rest, key: await this.keyOf(layer) })));
    const stored = await Promise.all(runs.map(async ({ inputs, layers: results, ...run }) => {
      const from = await Promise.all(Object.entries(inputs).map(async ([input, layer]) => {
        const entry = there.get(layer);
        return [input, { key: await this.keyOf(layer), layerId: entry || layersOf(document, run.scenario).includes(layer) ? layer.id : null, file: entry?.fileName ?? layer.name, sha256: entry?.sha256 ?? null }] as const;
      }));
      return { ...run, inputs: Object.fromEntries(from), layers: await this.keysOf(results) };
    }));
    return { meta, layers: entries, runs: stored, documents: documentsIn(document), pictures: picturesOf(document) };
  }
  async openProject(file: Blob): Promise<ProjectOpened> {
    const opened = valueOf(await this.link.call((api) => api.openProject(file)));
    return { ...opened, ...await withLayers(opened, (head) => this.fetchLayer(head)) };
  }
  /** A part of a sheet as pixels. */
  paintSheet(layers: readonly Layer[], { scenarios, ...rest }: SheetRest, layout: SheetLayout, pane: Pane): Promise<PaintedSheet> {
    return again(async () => {
      const request = { ...rest, keys: await this.keysIn(layers), scenarios: await this.scenarioKeys(scenarios) };
      return valueOf(await this.link.call((api) => api.paintSheet(request, layout, pane)));
    });
  }
  /** Ids of the templates that there is something for. */
  sheetTemplates(layers: readonly Layer[]): Promise<string[]> {
    return again(async () => {
      const keys = await Promise.all(layers.map((layer) => this.keyOf(layer)));
      return valueOf(await this.link.call((api) => api.sheetTemplates(keys)));
    });
  }
  sheetOfTemplate(layers: readonly Layer[], wishes: Omit<SheetWishes, 'layers'>): Promise<SheetLayout> {
    return again(async () => {
      const keys = await Promise.all(layers.map((layer) => this.keyOf(layer)));
      return valueOf(await this.link.call((api) => api.sheetOfTemplate(keys, wishes)));
    });
  }
  async writeSheets(layers: readonly Layer[], over: Layer | null, { atlas, runs, scenarios, ...rest }: SheetFilesWishes, progress: Progress) {
    const known = await Promise.all(runs.map(async ({ id, analysis, version, params, inputs }) => ({ id, analysis, version, params, inputs: await this.keysOf(inputs) })));
    const request: SheetFilesRequest = { ...rest, keys: await this.keysIn(layers), scenarios: await this.scenarioKeys(scenarios), runs: known, atlas: atlas && 'margin' in atlas ? (over && { over: await this.keyOf(over), margin: atlas.margin }) : atlas };
    return valueOf(await this.link.call((api) => api.writeSheets(request, proxy(progress))));
  }
  windows(wishes: WindowWishes): Promise<Window[]> {
    return again(async () => { const request = await this.windowRequest(wishes); return valueOf(await this.link.call((api) => api.windows(request))); });
  }
  writeWindows(wishes: WindowWishes, ending: WindowEnding, about: FileWishes): Promise<Blob> {
    return again(async () => { const request = await this.windowRequest(wishes); return valueOf(await this.link.call((api) => api.writeWindows(request, ending, about))); });
  }
  conflicts({ inputs, ...rest }: ConflictWishes): Promise<Conflict[]> {
    return again(async () => { const keys = await this.keysOf(inputs); return valueOf(await this.link.call((api) => api.conflicts({ inputs: keys, ...rest }))); });
  }
  writeConflicts({ inputs, ...wishes }: ConflictWishes, opinions: readonly Opinion[], about: FileWishes): Promise<Blob> {
    return again(async () => { const keys = await this.keysOf(inputs); return valueOf(await this.link.call((api) => api.writeConflicts({ inputs: keys, ...wishes }, opinions, about))); });
  }
  agendaSheets(wishes: AgendaWishes): Promise<SheetLayout[]> {
    return again(async () => { const request = await this.agendaRequest(wishes); return valueOf(await this.link.call((api) => api.agendaSheets(request))); });
  }
  async writeAgendas(wishes: AgendaWishes, progress: Progress) {
    const request = await this.agendaRequest(wishes);
    return valueOf(await this.link.call((api) => api.writeAgendas(request, proxy(progress))));
  }
  dossierSheets(wishes: DossierWishes): Promise<SheetLayout[]> {
    return again(async () => { const request = await this.dossierRequest(wishes); return valueOf(await this.link.call((api) => api.dossierSheets(request))); });
  }
  async writeDossiers(wishes: DossierWishes, progress: Progress) {
    const request = await this.dossierRequest(wishes);
    return valueOf(await this.link.call((api) => api.writeDossiers(request, proxy(progress))));
  }
  private async dossierRequest({ layers, shown, scenarios, inputs, run: { id, analysis, version, params, inputs: read }, candidates, ...rest }: DossierWishes): Promise<DossierRequest> {
    return {
      ...rest, keys: await this.keysIn(layers), shown: await this.keysIn(shown), scenarios: await this.scenarioKeys(scenarios), inputs: await this.keysOf(inputs),
      run: { id, analysis, version, params, inputs: await this.keysOf(read) }, candidates: await this.keyOf(candidates),
    };
  }
  private async windowRequest({ roads, sites, ...rest }: WindowWishes): Promise<WindowRequest> {
    return { ...rest, roads: await Promise.all(roads.map((layer) => this.keyOf(layer))), sites: sites && await this.keyOf(sites) };
  }
  private async agendaRequest({ windows, conflicts: { inputs, ...conflicts }, ...rest }: AgendaWishes): Promise<AgendaRequest> {
    return { ...rest, windows: await this.windowRequest(windows), conflicts: { ...conflicts, inputs: await this.keysOf(inputs) } };
  }
  /** A section of these layers along what it is laid along. */
  section(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>): Promise<SectionAnswer> {
    return again(async () => { const keys = await this.keysIn(layers); return valueOf(await this.link.call((api) => api.section({ ...request, keys }))); });
  }
  sheetOfSection(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>, wishes: SectionFileWishes): Promise<SheetLayout> {
    return again(async () => { const keys = await this.keysIn(layers); return valueOf(await this.link.call((api) => api.sheetOfSection({ ...request, keys }, wishes))); });
  }
  dxfOfSection(layers: readonly Layer[], request: Omit<SectionRequest, 'keys'>, wishes: Pick<SectionFileWishes, 'level' | 'language'>): Promise<Blob> {
    return again(async () => { const keys = await this.keysIn(layers); return valueOf(await this.link.call((api) => api.dxfOfSection({ ...request, keys }, wishes))); });
  }
  /** The worker that holds the trials; null where it has none: after a cancel they are opened anew. */
  private trialsIn: Worker | null = null;
  /** Sites of a run, ready to be moved. */
  async openTrials(inputs: Layers, params: Params, underground: Underground): Promise<void> {
    const keys = await this.keysOf(inputs);
    valueOf(await this.link.call((api) => api.openTrials({ inputs: keys, params, underground })));
    this.trialsIn = this.link.current;
  }
  get holdsTrials(): boolean {
    return this.trialsIn !== null && this.trialsIn === this.link.current;
  }
  async trySite(site: PlanFeature, top: number, levels: number): Promise<TriedAnswer> {
    return valueOf(await this.link.call((api) => api.trySite(site, top, levels)));
  }
  /** Part of a layer as volumes under the ground, and as lines on it. */
  volumes(layer: Layer, rest: Omit<VolumeRequest, 'key'>): Promise<VolumeMesh> {
    return again(async () => { const key = await this.keyOf(layer); return valueOf(await this.link.call((api) => api.volumes({ key, ...rest }))); });
  }
  groundLines(layer: Layer, rest: Omit<VolumeRequest, 'key'>): Promise<Float32Array> {
    return again(async () => { const key = await this.keyOf(layer); return valueOf(await this.link.call((api) => api.groundLines({ key, ...rest }))); });
  }
  async projectInSheet(file: Blob): Promise<File> {
    const { name, file: project } = valueOf(await this.link.call((api) => api.projectInSheet(file)));
    return new File([project], name);
  }
  closeSource(handle: number): void {
    void this.link.call((api) => api.closeSource(handle)).catch(() => {});
  }
  /** Features of a layer edited by themselves: they go there and come back. */
  async edit(part: Part, ids: readonly string[], request: EditRequest): Promise<Edited> {
    return again(async () => valueOf(await this.link.call((api) => api.edit(part, ids, request))));
  }
  /** A layer with the fix of an issue applied; only the features that it changed come back. */
  async mend({ layer, setAside, issues, counts, ...rest }: ProjectLayer, issue: Issue, progress: Progress): Promise<Omit<MendedLayer, 'entry'> & { entry: ProjectLayer }> {
    const request = { key: await this.keyOf(layer), setAside: await this.keyOf({ ...layer, features: [...setAside] }), issues, counts, issue };
    const { head, changed, at, stay, fixed, back, left, ...delivered } = valueOf(await this.link.call((api) => api.mend(request, proxy(progress))));
    const part = await fetchPortions(changed, (from, count) => this.link.call((api) => api.portion(changed.key, from, count)));
    void this.link.call((api) => api.drop(changed.key)).catch(() => {});
    const mended: Layer = { ...layer, features: withChanged(layer.features, { changed: part.features, at }) };
    this.keys.set(mended, Promise.resolve(head.key));
    this.note(mended, head.key);
    return { entry: { ...rest, ...delivered, layer: mended, setAside: stay.map((i) => setAside[i]) }, fixed, back, left };
  }
  /** How deep features of a layer lie, in their order. */
  depths(features: readonly PlanFeature[], schema: SchemaId, underground: Underground): Promise<DepthInterval[]> {
    return again(() => this.link.call((api) => api.depths(features, schema, underground)));
  }
  /** `near`: where the project lies, which tells zones apart. */
  async readTerrain(file: File, crs: string | null, near: Extent | null): Promise<TerrainRead> {
    return valueOf(await this.link.call((api) => api.readTerrain(file, crs, near)));
  }
  check(layers: readonly Layer[]) {
    return again(async () => {
      const keys = await Promise.all(layers.map((layer) => this.keyOf(layer)));
      return valueOf(await this.link.call((api) => api.check(keys)));
    });
  }

  /** `layerId` names the result layers for the project. */
  async run(id: string, inputs: Layers, params: Params, underground: Underground, progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
    const keys = await this.keysOf(inputs);
    return this.fetchRun(valueOf(await this.link.call((api) => api.run(id, keys, params, underground, proxy(progress)))), layerId);
  }
  private async fetchRun({ heads, ...rest }: RunAnswer, layerId: (name: string) => string): Promise<RunResult> {
    const layers: Record<string, Layer> = {};
    for (const [name, head] of Object.entries(heads)) layers[name] = await this.fetchLayer(head, layerId(name));
    return { ...rest, layers };
  }
  /** The greedy set, there as soon as the sites are measured. For the same question `searchPortfolio` then finds the best one, `completePortfolio` what each budget buys. */
  async startPortfolio(inputs: Layers, params: Params, underground: Underground, progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
    const keys = await this.keysOf(inputs);
    return this.fetchRun(valueOf(await this.link.call((api) => api.startPortfolio(keys, params, underground, proxy(progress)))), layerId);
  }
  async searchPortfolio(progress: Progress, told: (state: SolveState) => void, layerId: (name: string) => string): Promise<RunResult> {
    return this.fetchRun(valueOf(await this.link.call((api) => api.searchPortfolio(proxy(progress), proxy(told)))), layerId);
  }
  async completePortfolio(progress: Progress, layerId: (name: string) => string): Promise<RunResult> {
    return this.fetchRun(valueOf(await this.link.call((api) => api.completePortfolio(proxy(progress)))), layerId);
  }
  /** Ends the search, not the engine: what was found by then comes as its answer. */
  stopPortfolio(): void {
    void this.link.call((api) => api.stopPortfolio()).catch(() => {});
  }
  /** The files of a run by name, as the command line writes them. */
  async files({ inputs, layers, ...rest }: RunFiles): Promise<Record<string, Blob>> {
    const records: Record<string, InputRecord> = {};
    for (const [input, { layer, ...record }] of Object.entries(inputs)) records[input] = { ...record, key: await this.keyOf(layer) };
    const keys = await this.keysOf(layers);
    return valueOf(await this.link.call((api) => api.files({ ...rest, inputs: records, layers: keys })));
  }

  async openSession(analysis: string, service: ServiceId, inputs: Layers, params: Params): Promise<void> {
    const keys = await this.keysOf(inputs);
    valueOf(await this.link.call((api) => api.openSession(analysis, service, keys, params)));
  }
  /** Without `outlines` the areas come as the bare ground of their units: soon enough for a slider that is moving. */
  async moveSession(params: Params, site: SiteOnTrial | null, outlines: boolean): Promise<SessionAnswer> {
    return valueOf(await this.link.call((api) => api.moveSession(params, site, outlines)));
  }
}

/** Work that the user did not mean to end: when another's cancelling took the worker away, it is asked of the next one. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) return work();
    throw error;
  }
}

export interface ProjectOpened extends Omit<OpenedProject, 'layers' | 'runs'> {
  layers: (Omit<OpenedProject['layers'][number], 'head'> & { layer: Layer })[];
  runs: (Omit<OpenedProject['runs'][number], 'heads'> & { layers: Record<string, Layer> })[];
}
export type RunResult = Omit<RunAnswer, 'heads'> & { layers: Record<string, Layer> };
export type WindowWishes = Omit<WindowRequest, 'roads' | 'sites'> & { roads: readonly Layer[]; sites: Layer | null };
export interface ConflictWishes { inputs: Layers; params: Params; underground: Underground }
export type AgendaWishes = Omit<AgendaRequest, 'windows' | 'conflicts'> & { windows: WindowWishes; conflicts: ConflictWishes };
export type DossierWishes = Omit<DossierRequest, 'keys' | 'shown' | 'scenarios' | 'inputs' | 'run' | 'candidates'> & {
  layers: readonly Layer[];
  shown: readonly Layer[];
  scenarios: readonly ScenarioLayers[];
  inputs: Layers;
  run: Pick<Run, 'id' | 'analysis' | 'version' | 'params' | 'inputs'>;
  candidates: Layer;
};
export type RunFiles = Omit<FilesRequest, 'inputs' | 'layers'> & {
  inputs: Readonly<Record<string, Omit<InputRecord, 'key'> & { layer: Layer }>>;
  layers: Layers;
};

/** A scenario's layers, for the frames of sheets. */
interface ScenarioLayers { id: string; layers: readonly Layer[] }
type SheetRest = Omit<SheetRequest, 'keys' | 'scenarios'> & { scenarios: readonly ScenarioLayers[] };
export type SheetFilesWishes = Omit<SheetFilesRequest, 'keys' | 'scenarios' | 'atlas' | 'runs'> & { scenarios: readonly ScenarioLayers[]; atlas: { margin: number } | { grid: true } | null; runs: readonly Pick<Run, 'id' | 'analysis' | 'version' | 'params' | 'inputs'>[] };

/** Only those that a basemap names: what was taken away stays for undoing, and is in no file. */
const picturesOf = ({ basemaps, pictures }: ProjectDocument): Map<string, Blob> => new Map([...pictures ?? []].filter(([sha256]) => basemaps.some((basemap) => basemap.sha256 === sha256)));

export const engine = new Engine();
