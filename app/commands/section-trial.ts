import type { PlanFeature, SiteTry } from '../../geo/index.ts';
import { currentDocument, undergroundOf, type Run } from '../state/document.ts';
import { currentShown } from '../state/scenarios.ts';
import { currentSection, setSection, type TrialFigures } from '../state/section.ts';
import { setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { Latest } from './latest.ts';
import { measureOfCandidate } from './scenarios.ts';

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
/** Cover of a box that is moved, m, and its levels. */
export const SHALLOWEST = 0.5, DEEPEST = 40;
const MOST_LEVELS = 8;
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
  // An answer for the box as it was tried may still be on its way.
  askFigures();
}

/** The run that the engine holds, and what the project said of its underground then. */
let opened: { run: Run; strata: unknown; grounds: unknown } | null = null;
const trying = new Latest();
/** Has the engine say what the site is and would be, where there is one. */
export function askFigures(): void {
  if (siteInSection()) trying.ask(figure);
}
async function figure(): Promise<void> {
  const found = siteInSection();
  if (!found) return;
  await openTrials(found.run);
  const own = siteAsIs(found), { trial, before } = currentSection();
  const first = before ?? await engine.trySite(found.site, own.top, own.levels), now = trial ? await engine.trySite(found.site, trial.top, trial.levels) : first;
  if (siteInSection()?.site === found.site) setSection({ before: first, now });
}
/** Figures of another run or another underground say nothing of this one. */
async function openTrials(run: Run): Promise<void> {
  const { strata, grounds } = currentDocument();
  if (opened?.run === run && opened.strata === strata && opened.grounds === grounds && engine.holdsTrials()) return;
  setSection({ before: null, now: null });
  await engine.openTrials(run.inputs, run.params, undergroundOf({ strata, grounds }));
  opened = { run, strata, grounds };
}

/** Whether figures are those of this box, and not of one that it was a moment ago. */
export const areOf = (figures: TrialFigures | null, { top, levels }: Pick<SiteTry, 'top' | 'levels'>): figures is TrialFigures => figures !== null && figures.site.top === top && figures.site.levels === levels;
/** The site as it is tried becomes a measure, in one step, ticked in the scenario that is looked at. */
export function keepTrial(): void {
  const found = siteInSection(), { trial, now } = currentSection();
  if (!found || !trial || !areOf(now, trial)) return;
  measureOfCandidate({ site: found.site, levels: trial.levels, cover: trial.top, cost: now.site.cost.base }, found.run.params);
  setView({ panel: 'scenarios' });
}
