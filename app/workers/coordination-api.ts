import type { Conflict, Language, Layer, Opinion, Params, PlanFeature, Progress, SchemaId, SecrecyLevel, SheetLayout, Underground, WhatIf, Window, WindowEnding } from '../../geo/index.ts';
import { agendaPage, agendasOf, conflictFiles, conflictsOf, depthContextOf, pageSheet, saidOfConflicts, SECRECY_LEVELS, sheetFiles, sheetSource, UserError, windowFile, windowsOf, withinLevel } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { sheetFaces } from './sheet-api.ts';

/** Layers by key: those of road projects, and the candidate sites. */
export interface WindowRequest {
  roads: readonly string[];
  sites: string | null;
  params: Params;
  /** ISO date to reckon from. */
  date: string;
  tried: WhatIf;
}
export interface ConflictRequest {
  /** By the names that `candidate-sites` takes, and its result as `candidate-sites`. */
  inputs: Readonly<Record<string, string>>;
  params: Params;
  /** Strata and ground of the project. */
  underground: Underground;
}
/** What a file is to hold and to say of itself. */
export interface FileWishes {
  level: SecrecyLevel;
  language: Language;
  project: string;
}
export interface AgendaRequest extends FileWishes {
  windows: WindowRequest;
  conflicts: ConflictRequest;
  opinions: readonly Opinion[];
  /** Null for every department that has a say. */
  department: string | null;
  invented: boolean;
}

/** Nothing above the level takes part in what goes into a file. */
const EVERYTHING: SecrecyLevel = SECRECY_LEVELS[SECRECY_LEVELS.length - 1];
const within = (store: LayerStore, key: string, level: SecrecyLevel): Layer => withinLevel(store.get(key), level).layer;
const gathered = (schema: SchemaId, layers: readonly Layer[]): Layer => ({ id: schema, schema, name: schema, features: layers.flatMap(({ features }): PlanFeature[] => features) });

function windowsWithin(store: LayerStore, { roads, sites, params, date, tried }: WindowRequest, level: SecrecyLevel): Window[] {
  return windowsOf(gathered('road-project', roads.map((key) => within(store, key, level))), sites === null ? null : within(store, sites, level), params, date, tried);
}
function conflictsWithin(store: LayerStore, { inputs, params, underground }: ConflictRequest, level: SecrecyLevel): Promise<Conflict[]> {
  return conflictsOf(Object.fromEntries(Object.entries(inputs).map(([name, key]) => [name, within(store, key, level)])), params, depthContextOf(underground));
}

export function windows(store: LayerStore, request: WindowRequest) {
  return outcome(() => windowsWithin(store, request, EVERYTHING));
}
export function writeWindows(store: LayerStore, request: WindowRequest, ending: WindowEnding, { level, language, project }: FileWishes) {
  return outcome(async () => new Blob([await windowFile(ending, windowsWithin(store, request, level), { name: project, date: request.date, language }) as BlobPart]));
}
export function conflicts(store: LayerStore, request: ConflictRequest) {
  return outcome(() => conflictsWithin(store, request, EVERYTHING));
}
export function writeConflicts(store: LayerStore, request: ConflictRequest, opinions: readonly Opinion[], { level, language }: FileWishes) {
  return outcome(async () => {
    const found = await conflictsWithin(store, request, level);
    return new Blob([await conflictFiles('xlsx', agendasOf(found), language, saidOfConflicts(found, opinions)) as BlobPart]);
  });
}

/** Under the conflicts: where the city is, and what was found. */
const GROUND: readonly string[] = ['boundary', 'walking-network', 'road-projects', 'candidate-sites'];
const groundOf = (store: LayerStore, { inputs }: ConflictRequest): Layer[] => GROUND.flatMap((name) => (inputs[name] ? [store.get(inputs[name])] : []));

/** A page for each department, as sheets. @throws UserError `coordination.no-agenda` where nothing at this level concerns it */
async function sheetsOf(store: LayerStore, { level, language, project, department, opinions, ...request }: AgendaRequest): Promise<SheetLayout[]> {
  const { inputs } = request.conflicts;
  const agendas = agendasOf(await conflictsWithin(store, request.conflicts, level)).filter((agenda) => department === null || agenda.department === department);
  if (agendas.length === 0) throw new UserError('coordination.no-agenda');
  const deadlines = windowsWithin(store, request.windows, level);
  const layers = groundOf(store, request.conflicts);
  const sites = within(store, inputs['candidate-sites'], level);
  return agendas.map((agenda) => {
    const { conflicts: main, windows: foot, sites: shown, ...page } = agendaPage(agenda, opinions, deadlines, { project, date: request.windows.date, language });
    const about = { features: sites.features.filter(({ id }) => shown.includes(id)) };
    return pageSheet({ ...page, id: `agenda-${agenda.department}`, language, project, date: request.windows.date, layers, about: [about], tables: [main, foot] });
  });
}
export function agendaSheets(store: LayerStore, request: AgendaRequest) {
  return outcome(() => sheetsOf(store, request));
}
/** All pages in one PDF. */
export function writeAgendas(store: LayerStore, request: AgendaRequest, progress: Progress) {
  return outcome(async () => {
    const layouts = await sheetsOf(store, request);
    const source = sheetSource({ layers: groundOf(store, request.conflicts), setAside: [], level: request.level, language: request.language, invented: request.invented });
    const { files, leftOut } = await sheetFiles('pdf', { layouts, author: '', dpi: 300, keywords: [], source, faces: await sheetFaces(), project: null, onPage: (done, of) => { progress('sheet.page', done / of); } });
    return { blob: new Blob([files[0].bytes as BlobPart], { type: 'application/pdf' }), pages: layouts.length, leftOut: leftOut.length };
  });
}
