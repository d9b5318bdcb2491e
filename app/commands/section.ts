import type { PlanFeature, SectionSource, SiteTry } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { useComposer } from '../state/composer.ts';
import { requireUnlocked, undergroundOf, type Run } from '../state/document.ts';
import { currentLooked, currentShown, drawableIn } from '../state/scenarios.ts';
import { currentDocument } from '../state/document.ts';
import { currentSection, FRESH_SECTION, setSection } from '../state/section.ts';
import { setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { measureOfCandidate } from './scenarios.ts';
import { localDate } from './sheet-names.ts';
import { addSheet } from './sheets.ts';
import { writeSheet } from './write-sheet.ts';

/** Opens the section at the foot of the map, laid along something. */
export function openSection(source: SectionSource): void {
  setSection({ ...FRESH_SECTION, open: true, source });
  setView({ tableLayer: null });
  recut();
}
export function closeSection(): void {
  setSection(FRESH_SECTION);
}
/** The next clicks on the map are places of a line; a double click or Enter ends it. */
export function drawSectionLine(): void {
  setSection({ ...FRESH_SECTION, open: true, drawing: [] });
  setView({ tableLayer: null });
}
export function endSectionLine(): void {
  const { drawing } = currentSection();
  if (drawing && drawing.length >= 2) openSection({ kind: 'line', line: drawing });
}
/** Another place along the road that is cut across, m. */
export function moveAlongRoad(chainage: number): void {
  const { source } = currentSection();
  if (source?.kind !== 'across') return;
  setSection({ source: { ...source, chainage } });
  recut();
}

const focusOf = (source: SectionSource | null): string | null => (source?.kind === 'site' ? source.site : null);
/** The layers that are looked at; what is hidden on the map lies under the ground all the same. */
const layersNow = () => drawableIn(currentDocument(), currentLooked().scenario);

let wanted = false, busy = false;
/** Cuts anew; of wishes that come faster than answers only the last is asked. */
export function recut(): void {
  wanted = true;
  if (busy) return;
  busy = true;
  void attempt(async () => {
    try {
      while (wanted) {
        wanted = false;
        const { source } = currentSection();
        if (!source) return;
        const { laid, model } = await engine.section(layersNow(), { source, focus: focusOf(source), trial: null, underground: undergroundOf(currentDocument()) });
        if (currentSection().source === source) setSection({ laid, model });
      }
    } finally {
      busy = false;
    }
  }).then(() => { if (currentSection().source && !currentSection().model) closeSection(); });
}

/** The run and the site whose box is in the section; null where there is none to be moved. */
export function siteInSection(): { run: Run; site: PlanFeature } | null {
  const { source } = currentSection(), run = currentShown().runs.find(({ analysis }) => analysis === 'candidate-sites');
  const site = source?.kind === 'site' ? run?.layers['candidate-sites']?.features.find(({ id }) => id === source.site) : undefined;
  return run && site && typeof site.properties['topDepth'] === 'number' && typeof site.properties['levels'] === 'number' ? { run, site } : null;
}
/** The site as its layer says. */
export function siteAsIs({ run, site }: { run: Run; site: PlanFeature }): SiteTry {
  return { id: site.id, top: Number(site.properties['topDepth']), levels: Number(site.properties['levels']), levelHeight: Number(run.params['levelHeight']) };
}
export const SHALLOWEST = 0.5, DEEPEST = 40, MOST_LEVELS = 8;
/** The box at another place, within sense; the figures follow. Cover to a decimetre. */
export function moveBox(change: Partial<Pick<SiteTry, 'top' | 'levels'>>): void {
  const found = siteInSection();
  if (!found) return;
  const own = siteAsIs(found), last = currentSection().trial ?? own, next = { ...last, ...change };
  const trial = { ...next, top: Math.round(Math.max(SHALLOWEST, Math.min(DEEPEST, next.top)) * 10) / 10, levels: Math.max(1, Math.min(MOST_LEVELS, Math.round(next.levels))) };
  if (trial.top === last.top && trial.levels === last.levels) return;
  setSection({ trial: trial.top === own.top && trial.levels === own.levels ? null : trial });
  askFigures();
}
export function backToSite(): void {
  setSection({ trial: null, now: currentSection().before });
}

/** The run that the engine holds, and what the project said of its underground then. */
let opened: { run: Run; strata: unknown; grounds: unknown } | null = null, asking = false, again = false;
/** Has the engine say what the site is and would be; the latest wish wins. */
export function askFigures(): void {
  again = true;
  if (asking) return;
  asking = true;
  void attempt(async () => {
    try {
      while (again) {
        again = false;
        const found = siteInSection();
        if (!found) return;
        const { run } = found, { strata, grounds } = currentDocument();
        if (opened?.run !== run || opened.strata !== strata || opened.grounds !== grounds || !engine.holdsTrials) { await engine.openTrials(run.inputs, run.params, undergroundOf({ strata, grounds })); opened = { run, strata, grounds }; }
        const own = siteAsIs(found), { trial, before } = currentSection(), tried = trial ?? own;
        const first = before ?? await engine.trySite(found.site, own.top, own.levels), started = performance.now();
        const now = trial ? await engine.trySite(found.site, tried.top, tried.levels) : first;
        if (siteInSection()?.site.id === found.site.id) setSection({ before: first, now, took: performance.now() - started });
      }
    } finally {
      asking = false;
    }
  });
}
/** The site as it is tried becomes a measure, in one step, ticked in the scenario that is looked at. */
export function keepTrial(): void {
  const found = siteInSection(), { trial, now } = currentSection();
  if (!found || !trial || !now) return;
  measureOfCandidate({ site: found.site, levels: trial.levels, cover: trial.top, cost: now.site.cost.base }, found.run.params);
  setView({ panel: 'scenarios' });
}

const SCALES = [100, 200, 500, 1000, 2000, 5000];
/** Papers up to this long are handed round, mm. */
const LONGEST = 800;
function request() {
  const { source, trial, laid, model } = currentSection();
  if (!source || !model) return null;
  const language = currentLanguage(), document = currentDocument(), { level } = useComposer.getState(), { scenario } = currentLooked();
  const scale = SCALES.find((one) => model.length * 1000 / one <= LONGEST) ?? 10000;
  const title = laid?.name ? `${laid.name} · ${sayNow('section.panel')}` : sayNow('section.panel');
  return { source: { source, focus: focusOf(source), trial, underground: undergroundOf(document) }, wishes: { title, scale, vertical: Math.min(scale, 200), scenario, level, language, project: document.name[language], date: localDate(new Date()) } };
}
export function addSectionToSheets(): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const asked = request();
    if (asked) addSheet(await engine.sheetOfSection(layersNow(), asked.source, asked.wishes));
  });
}
export type SectionEnding = 'pdf' | 'svg' | 'dxf';
export function exportSection(ending: SectionEnding): Promise<void> {
  return attempt(async () => {
    const asked = request();
    if (!asked) return;
    if (ending !== 'dxf') return writeSheet(await engine.sheetOfSection(layersNow(), asked.source, asked.wishes), { ending, over: null, margin: 0, attach: false, split: false, dpi: 300 });
    download(`${asked.wishes.title}（${sayNow(`picture.secrecy.${asked.wishes.level}`)}）.dxf`, 'image/vnd.dxf', await engine.dxfOfSection(layersNow(), asked.source, asked.wishes));
  });
}
