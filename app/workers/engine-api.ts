import type { FieldMatch, Opinion, HandOutWishes, MinutesEnding, MinutesWishes, PlanFeature, Progress, SchemaId, SheetLayout, SheetRows, WindowEnding } from '../../geo/index.ts';
import { crossLayerIssues, readGeoJson, validateLayer } from '../../geo/index.ts';
import type { AgendaRequest, ConflictRequest, FileWishes, WindowRequest } from './coordination-api.ts';
import type { DossierRequest } from './dossier-api.ts';
import { outcome } from './failure.ts';
import { unpackFeatures, type PackedFeatures } from './pack-features.ts';
import { passOn } from './pass-on.ts';
import { portionOf } from './portions.ts';
import { sha256Of } from './sha256.ts';
import { LayerStore, type LayerHead } from './layer-store.ts';
import { onDemand } from './on-demand.ts';
import type { ExportRequest } from './export-api.ts';
import type { Pane } from './paint-sheet.ts';
import type { SaveRequest } from './project-api.ts';
import type { SectionFileWishes, SectionRequest, TrialRequest } from './section-api.ts';
import type { SheetFilesRequest, SheetRequest, TemplateWishes } from './sheet-api.ts';
import { drawnFeatures, type DrawnColumns } from './tiles/drawn-columns.ts';
import type { VolumeRequest } from './volume-api.ts';

export interface ReadRequest {
  schema: SchemaId;
  layerId: string;
  name: string;
  match?: FieldMatch[];
}
const store = new LayerStore();
/** Workers that have features from here, past the page: the one that stores the project, and the one that cuts tiles. */
export type Receiver = 'store' | 'tiles';
const lines = new Map<Receiver, MessagePort>();

async function bytesOf(source: string): Promise<Uint8Array> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What the page may ask of the engine. Every answer is an outcome, so a user's mistake arrives as one. */
export const engineApi = {
  open: (head: LayerHead) => store.open(head),
  append: (key: string, portion: PackedFeatures) => store.append(key, unpackFeatures(portion)),
  drop: (key: string) => store.drop(key),
  portion: (key: string, from: number, count: number) => portionOf(store.portion(key, from, count)),
  share: (from: string, head: LayerHead) => store.share(from, head),
  /** Sends features on, with those columns alone that are asked for. `port`: the line to that worker, where there is none yet. */
  passOn: (to: Receiver, key: string, slot: number, port: MessagePort | null, columns: DrawnColumns | null) => {
    if (port) lines.set(to, port);
    return passOn(lines.get(to)!, slot, store.get(key).features, (portion) => (columns ? drawnFeatures(portion, columns) : portion));
  },

  /** A GeoJSON file beside the page: the demo city. */
  read: (source: string, request: ReadRequest) => outcome(async () => {
    const bytes = await bytesOf(source);
    const { layer, ...report } = readGeoJson(decode(bytes), request);
    return { head: store.add(layer), report, sha256: await sha256Of([bytes]) };
  }),

  check: (keys: readonly string[]) => outcome(() => {
    const layers = keys.map((key) => store.get(key));
    return [...layers.flatMap(validateLayer), ...crossLayerIssues(layers)];
  }),

  // What the first screen does not need is loaded when it is asked for.
  ...onDemand(async () => (await import('./depth-api.ts')).depthApi, { depths: true, elevation: true, readTerrain: true }),
  ...onDemand(async () => (await import('./edit-api.ts')).editApi, { edit: true }),
  ...onDemand(async () => (await import('./import-api.ts')).importApi(store), { openSource: true, shapesOf: true, readSource: true, joinSource: true, openPicture: true, closeSource: true }),
  ...onDemand(async () => (await import('./mend-api.ts')).mendApi(store), { mend: true }),
  exportLayers: async (request: ExportRequest) => (await import('./export-api.ts')).exportLayers(store, request),
  workbook: async (sheets: readonly SheetRows[]) => (await import('./export-api.ts')).exportWorkbook(sheets),
  saveProject: async (request: SaveRequest) => (await import('./project-api.ts')).saveProject(store, request),
  handOut: async (request: SaveRequest, wishes: HandOutWishes) => (await import('./project-api.ts')).handOutProject(store, request, wishes),
  openProject: async (file: Blob) => (await import('./project-api.ts')).openProject(store, file),
  paintSheet: async (request: SheetRequest, layout: SheetLayout, pane: Pane) => (await import('./sheet-api.ts')).paint(store, request, layout, pane),
  sheetOfTemplate: async (keys: readonly string[], wishes: TemplateWishes) => (await import('./sheet-api.ts')).sheetOfTemplate(store, keys, wishes),
  sheetTemplates: async (keys: readonly string[]) => (await import('./sheet-api.ts')).templates(store, keys),
  projectInSheet: async (file: Blob) => (await import('./sheet-api.ts')).projectInSheet(file),
  writeMinutes: async (request: SaveRequest, ending: MinutesEnding, wishes: MinutesWishes, progress: Progress) => (await import('./minutes-api.ts')).writeMinutes(store, request, ending, wishes, progress),
  writeSheets: async (request: SheetFilesRequest, progress: Progress) => (await import('./sheet-api.ts')).writeSheets(store, request, progress),
  windows: async (request: WindowRequest) => (await import('./coordination-api.ts')).windows(store, request),
  writeWindows: async (request: WindowRequest, ending: WindowEnding, wishes: FileWishes) => (await import('./coordination-api.ts')).writeWindows(store, request, ending, wishes),
  conflicts: async (request: ConflictRequest) => (await import('./coordination-api.ts')).conflicts(store, request),
  writeConflicts: async (request: ConflictRequest, opinions: readonly Opinion[], wishes: FileWishes) => (await import('./coordination-api.ts')).writeConflicts(store, request, opinions, wishes),
  agendaSheets: async (request: AgendaRequest) => (await import('./coordination-api.ts')).agendaSheets(store, request),
  dossierSheets: async (request: DossierRequest) => (await import('./dossier-api.ts')).sheetsOfDossiers(store, request),
  writeDossiers: async (request: DossierRequest, progress: Progress) => (await import('./dossier-api.ts')).writeDossiers(store, request, progress),
  writeAgendas: async (request: AgendaRequest, progress: Progress) => (await import('./coordination-api.ts')).writeAgendas(store, request, progress),

  section: async (request: SectionRequest) => (await import('./section-api.ts')).section(store, request),
  sheetOfSection: async (request: SectionRequest, wishes: SectionFileWishes) => (await import('./section-api.ts')).sheetOfSection(store, request, wishes),
  sectionForSheet: async (request: SectionRequest, wishes: Pick<SectionFileWishes, 'title' | 'scenario' | 'level'>, sheet: SheetLayout) => (await import('./section-api.ts')).sectionForSheet(store, request, wishes, sheet),
  dxfOfSection: async (request: SectionRequest, wishes: Pick<SectionFileWishes, 'level' | 'language'>) => (await import('./section-api.ts')).dxfOfSection(store, request, wishes),
  openTrials: async (request: TrialRequest) => (await import('./section-api.ts')).openTrials(store, request),
  trySite: async (site: PlanFeature, top: number, levels: number) => (await import('./section-api.ts')).trySite(site, top, levels),
  volumes: async (request: VolumeRequest) => (await import('./volume-api.ts')).volumesOf(store, request),
  groundLines: async (request: VolumeRequest) => (await import('./volume-api.ts')).linesOf(store, request),

  ...onDemand(() => import('./analysis-table.ts'), { analysisTable: true }),
  ...onDemand(async () => (await import('./run-api.ts')).runApi(store), { run: true, files: true }),
  ...onDemand(async () => (await import('./portfolio-api.ts')).portfolioApi(store), { startPortfolio: true, searchPortfolio: true, completePortfolio: true, stopPortfolio: true }),
  ...onDemand(async () => (await import('./session-api.ts')).sessionApi(store), { openSession: true, moveSession: true }),
};
export type EngineApi = typeof engineApi;
