import type { DossierPaper, Factor, FeatureId, Indicator, Inputs, Language, Opinion, Progress, SecrecyLevel, SheetLayout, Underground } from '../../geo/index.ts';
import { depthContextOf, dossierSheets, sheetFiles, type PlanFeature } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { type SheetFilesRequest, keywordsOf, sheetFaces, sourceOf } from './sheet-api.ts';

/** Dossiers of sites of a run of the candidate sites; layers by key. */
export interface DossierRequest {
  project: string;
  /** What the sheets are drawn from, and that of the scenarios. */
  keys: readonly string[];
  scenarios: readonly { id: string; keys: readonly string[] }[];
  /** Which of these the map shows: those of the run's scenario. */
  shown: readonly string[];
  /** What the run was computed from, as it is now. */
  inputs: Readonly<Record<string, string>>;
  run: SheetFilesRequest['runs'][number];
  scenario: string | null;
  indicators: readonly Indicator[];
  candidates: string;
  /** The reckoning of the sites that are asked for. */
  factors: Readonly<Record<FeatureId, readonly Factor[]>>;
  opinions: readonly Opinion[];
  underground: Underground;
  sites: readonly FeatureId[];
  level: SecrecyLevel;
  language: Language;
  date: string;
  paper: DossierPaper;
  setAside: readonly Pick<PlanFeature, 'properties'>[];
  invented: boolean;
}

function layoutsOf(store: LayerStore, { project, shown, inputs, run, scenario, indicators, candidates, factors, opinions, underground, sites, level, language, date, paper }: DossierRequest): Promise<SheetLayout[]> {
  const now: Inputs = Object.fromEntries(Object.entries(inputs).map(([name, key]) => [name, store.get(key)]));
  return dossierSheets({
    project, layers: shown.map((key) => store.get(key)), inputs: now, opinions, depths: depthContextOf(underground),
    run: { id: run.id, scenario, params: run.params, indicators, sites: store.get(candidates), keyword: keywordsOf(store, [run])[0], factorsOf: async (site) => factors[site] ?? [] },
  }, { sites, level, language, date, paper });
}

export function sheetsOfDossiers(store: LayerStore, request: DossierRequest) {
  return outcome(() => layoutsOf(store, request));
}
/** All pages in one PDF, as the command line writes it. */
export function writeDossiers(store: LayerStore, request: DossierRequest, progress: Progress) {
  return outcome(async () => {
    const layouts = await layoutsOf(store, request);
    const { files, leftOut } = await sheetFiles('pdf', { layouts, author: '', dpi: 300, keywords: keywordsOf(store, [request.run]), source: await sourceOf(store, request, request), faces: await sheetFaces(), project: null, onPage: (done, of) => { progress('sheet.page', done / of); } });
    return { blob: new Blob([files[0].bytes as BlobPart], { type: 'application/pdf' }), pages: layouts.length, leftOut: leftOut.length };
  });
}
