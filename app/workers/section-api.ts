import type { Conflict, LaidLine, Language, Params, PlanFeature, SchemaId, SecrecyLevel, SectionModel, SectionLineElement, SectionSource, SectionWishes, SheetLayout, SiteTry, TriedSite, Underground } from '../../geo/index.ts';
import { contextOf, cutSection, depthContextOf, isoDate, lineOfSource, planeForLayers, sectionContext, sectionDxf, sectionOnSheet, sectionSheet, SiteConflicts, SiteTrial, withinLevel, withTrial } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { inputLayers } from './run-api.ts';

/** Layers by key, what the line is laid along, and the site that is looked at. */
export interface SectionRequest {
  keys: readonly string[];
  source: SectionSource;
  focus: string | null;
  trial: SiteTry | null;
  /** What the project says of strata and ground. */
  underground: Underground;
}
/** What leaves the program: nothing above the level. */
export interface SectionFileWishes extends Pick<SectionWishes, 'title' | 'scenario'> {
  level: SecrecyLevel;
  language: Language;
  project: string;
  date: string;
}
export interface SectionAnswer { laid: LaidLine; model: SectionModel }

function cut(store: LayerStore, { keys, source, focus, trial, underground }: SectionRequest, level: SecrecyLevel | null): SectionAnswer {
  const all = keys.map((key) => store.get(key)), layers = level === null ? all : all.map((layer) => withinLevel(layer, level).layer);
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0)), laid = lineOfSource(source, layers, plane);
  return { laid, model: withTrial(cutSection(laid.line, layers, sectionContext({ focus, depth: depthContextOf(underground) }), plane.code), trial) };
}
export const section = (store: LayerStore, request: SectionRequest) => outcome((): SectionAnswer => cut(store, request, null));

/** What the map of a section's sheet shows besides what is cut. */
const AROUND: readonly SchemaId[] = ['boundary', 'walking-network'];
/** The largest that the paper takes. */
const OWN_SCALES = { scale: null, vertical: null } as const;
export function sheetOfSection(store: LayerStore, request: SectionRequest, { level, language, project, date, ...wishes }: SectionFileWishes) {
  return outcome((): SheetLayout => {
    const { laid, model } = cut(store, request, level);
    const around = request.keys.map((key) => store.get(key)).filter(({ schema }) => AROUND.includes(schema)).map(({ id }) => id);
    return sectionSheet(wishesFor(request, wishes, laid, model), model, { language, project, date, around });
  });
}
/** The section as an element of a sheet that is there. */
export function sectionForSheet(store: LayerStore, request: SectionRequest, wishes: Pick<SectionFileWishes, 'title' | 'scenario' | 'level'>, sheet: SheetLayout) {
  return outcome((): { element: SectionLineElement; hasRoom: boolean } => {
    const { level, ...rest } = wishes, { laid, model } = cut(store, request, level);
    return sectionOnSheet(sheet, wishesFor(request, rest, laid, model), model);
  });
}
const wishesFor = ({ focus, trial }: SectionRequest, { title, scenario }: Pick<SectionWishes, 'title' | 'scenario'>, { line }: LaidLine, { crs }: SectionModel): SectionWishes => ({ title, scenario, ...OWN_SCALES, line, crs, offset: null, focus, trial });
export const dxfOfSection = (store: LayerStore, request: SectionRequest, { level, language }: Pick<SectionFileWishes, 'level' | 'language'>) => outcome(() => new Blob([sectionDxf(cut(store, request, level).model, language) as BlobPart]));

/** One run's sites are kept ready for being moved; opening another's replaces them. */
let trials: { sites: SiteTrial; conflicts: SiteConflicts } | null = null;
export interface TrialRequest { inputs: Readonly<Record<string, string>>; params: Params; underground: Underground }
export const openTrials = (store: LayerStore, { inputs, params, underground }: TrialRequest) => outcome(async () => {
  const layers = inputLayers(store, 'candidate-sites', inputs);
  const context = await contextOf(layers, params, isoDate(params['date']), depthContextOf(underground));
  trials = { sites: new SiteTrial(context), conflicts: new SiteConflicts(context) };
});
export interface TriedAnswer { site: TriedSite; conflicts: Conflict[] }
export const trySite = (site: PlanFeature, top: number, levels: number) => outcome((): TriedAnswer => {
  if (!trials) throw new Error('no trials are open');
  const tried = trials.sites.at(site, top, levels);
  return { site: tried, conflicts: trials.conflicts.of({ ...site, properties: { ...site.properties, topDepth: tried.top, bottomDepth: tried.bottom } }) };
});
