import { heldBesides, sitesOfScenario, withinLevel, type DossierPaper, type FeatureId, type SheetLayout } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { useComposer } from '../state/composer.ts';
import { currentDocument, requireUnlocked, undergroundOf, type Run } from '../state/document.ts';
import { todayIso } from '../state/forms.ts';
import { currentShown, drawableIn, sheetScenarios } from '../state/scenarios.ts';
import { notify, progressTask, withTask } from '../state/tasks.ts';
import { engine, type DossierWishes } from '../workers/engine.ts';
import { readFactors } from '../workers/reckoning.ts';
import { attempt } from './attempt.ts';
import { conflictWishes } from './coordination-wishes.ts';
import { addSheets } from './sheets.ts';
import { ofLevel } from './marked-name.ts';

export interface DossierAsked {
  run: Run;
  sites: readonly FeatureId[];
  paper: DossierPaper;
}

/** What dossiers are made from, as things stand. Days are reckoned from the day that the run reckoned from, so that its figures fit. */
async function wishesOf({ run, sites, paper }: DossierAsked): Promise<DossierWishes> {
  const document = currentDocument(), language = currentLanguage(), { 'candidate-sites': candidates, ...inputs } = conflictWishes(run, run.scenario === null ? document : currentShown()).inputs;
  const factors = Object.fromEntries(await Promise.all(sites.map(async (id) => [id, await readFactors(run.reckoning, 'candidate-sites', id)] as const)));
  return {
    project: document.name[language], layers: drawableIn(document, null), shown: drawableIn(document, run.scenario), scenarios: sheetScenarios(document), inputs, run, scenario: run.scenario, indicators: run.indicators, candidates, factors,
    opinions: document.opinions, underground: undergroundOf(document), sites, level: useComposer.getState().level, language, date: String(run.params['date'] ?? '') || todayIso(), paper, setAside: heldBesides(document), invented: document.invented,
  };
}

/** The pages as sheets that are nobody's yet; null where it failed and was said. */
export function dossierPages(asked: DossierAsked): Promise<SheetLayout[] | null> {
  return attempt(async () => engine.dossierSheets(await wishesOf(asked))).then((made) => made ?? null);
}
/** The pages as sheets of the project, to be changed before they are printed; one step. */
export function dossiersToSheets(asked: DossierAsked): Promise<boolean> {
  return attempt(async () => {
    requireUnlocked();
    addSheets(await engine.dossierSheets(await wishesOf(asked)));
    return true;
  }).then((done) => done === true);
}
/** All pages as one PDF. */
export function writeDossiers(asked: DossierAsked): Promise<void> {
  return attempt(async () => {
    const wishes = await wishesOf(asked);
    const { blob, pages } = await withTask({ title: 'dossier.writing', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.writeDossiers(wishes, progressTask));
    const name = asked.sites.length === 1 ? `-${asked.sites[0]}` : '';
    download(`${ofLevel(`${wishes.project}-${sayNow('dossier.files')}${name}`, wishes.level)}.pdf`, 'application/pdf', blob);
    notify('info', 'dossier.written', { n: pages });
  });
}

/** The sites that a scenario builds, as the baseline's run found them, in one PDF. */
export async function writeScenarioDossiers(id: string): Promise<void> {
  const { scenarios, measures, runs } = currentDocument(), { level } = useComposer.getState();
  const scenario = scenarios.find((one) => one.id === id), run = runs.find(({ analysis, scenario: of }) => analysis === 'candidate-sites' && of === null);
  const known = new Set(run ? withinLevel(run.layers['candidate-sites'], level).layer.features.map((site) => site.id) : []);
  const sites = scenario ? sitesOfScenario(scenario, measures).filter((site) => known.has(site)) : [];
  if (!run || sites.length === 0) return notify('warning', 'dossier.none');
  await writeDossiers({ run, sites, paper: 'A4' });
}
