import type { Params, PlanFeature, ServiceId } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import { currentShown } from '../state/scenarios.ts';
import { currentLive, setLive } from '../state/live.ts';
import { currentView, setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import type { SiteOnTrial } from '../workers/session-api.ts';
import { Latest } from './latest.ts';

/** The service a run is about; null for runs that have none (candidate sites). */
export function serviceOf(run: Run): ServiceId | null {
  if (run.analysis === 'shelter-coverage') return 'sheltering';
  if (run.analysis !== 'parking-shortage') return null;
  return run.params['period'] === 'day' ? 'parking-day' : 'parking-night';
}
/** What a candidate site would add to a service. */
export function capacityFor(service: ServiceId, site: PlanFeature): number {
  return Number(site.properties[service === 'sheltering' ? 'shelterPlaces' : 'stalls'] ?? 0);
}

/** A slider that rests this long (milliseconds) gets its areas drawn with outlines. */
const REST = 250;

let opened: Run | null = null;
/** When the hand last moved something: what the panel says is the time from there, waiting for the engine included. */
let moved = 0;
const answering = new Latest();
let resting: ReturnType<typeof setTimeout> | undefined;

/** Moves a slider of a run: the answer follows in the worker; of moves that come too fast only the last is computed. */
export function moveLive(run: Run, changed: Params): void {
  setLive({ runId: run.id, changed });
  request(run);
}
/** Puts a candidate site on trial, shows the state before or after it, or (null) takes it away. */
export function tryOut(run: Run, siteId: string | null, shown: 'before' | 'after' = 'after'): void {
  setView({ trial: siteId === null ? null : { siteId, shown } });
  // What was answered for another run says nothing about this one.
  if (currentLive().runId !== run.id) setLive({ runId: run.id, changed: {}, answer: null, took: null });
  request(run);
}
/** Another service comes to the front: sliders that were moved go back, a site on trial stays and is tried there. */
export function followRun(run: Run): void {
  const { trial } = currentView();
  resetLive();
  if (trial) tryOut(run, trial.siteId, trial.shown);
}
/** Back to the run as it was computed. */
export function resetLive(): void {
  clearTimeout(resting);
  setLive({ runId: null, changed: {}, answer: null, took: null });
  setView({ trial: null });
}

/** Of requests that come faster than answers only the last is asked. */
function request(run: Run, outlines = false): void {
  clearTimeout(resting);
  if (!outlines) moved = performance.now();
  answering.ask(() => answer(run, outlines));
}
async function answer(run: Run, outlines: boolean): Promise<void> {
  const site = siteOnTrial(run);
  const { changed } = currentLive();
  if (!site && Object.keys(changed).length === 0) return setLive({ answer: null, took: null });
  const asked = moved;
  await openSession(run);
  const found = await engine.moveSession({ ...run.params, ...changed }, site, outlines);
  // The user may have gone back meanwhile.
  if (currentLive().runId !== run.id) return;
  setLive(outlines ? { answer: found } : { answer: found, took: performance.now() - asked });
  if (!outlines && !answering.isWaiting) resting = setTimeout(() => request(run, true), REST);
}

async function openSession(run: Run): Promise<void> {
  if (opened === run) return;
  await engine.openSession(run.analysis, serviceOf(run)!, run.inputs, run.params);
  opened = run;
}
/** Gets the session ready before a slider is touched, so that the first move is as quick as the others. */
export function prepareLive(run: Run): void {
  if (opened === run || answering.isBusy) return;
  answering.ask(() => openSession(run).then(() => engine.moveSession(run.params, null, false)).catch(() => {}));
}

function siteOnTrial(run: Run): SiteOnTrial | null {
  const { trial } = currentView();
  const service = serviceOf(run);
  if (!trial || trial.shown === 'before' || !service) return null;
  const feature = siteById(trial.siteId);
  return feature ? { feature, capacity: capacityFor(service, feature) } : null;
}
export function siteById(id: string): PlanFeature | undefined {
  return currentShown().runs.find(({ analysis }) => analysis === 'candidate-sites')?.layers['candidate-sites']?.features.find((feature) => feature.id === id);
}
/** A cancelled run ended the worker, and the session with it. */
export function forgetSession(): void {
  opened = null;
}
