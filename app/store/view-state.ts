import { camera, followCamera, type Camera } from '../map/map-access.ts';
import { currentSaving } from '../state/saving.ts';
import { currentView, SIDE_PANELS, useView } from '../state/view.ts';
import { store } from '../workers/store.ts';
import { settled } from './saver.ts';

/** What of the view is kept with a project: how its layers are looked at, and from where. */
const KEPT = ['hidden', 'opacity', 'order', 'colourBy', 'panel', 'sitesView', 'scenario', 'compare', 'shownRun'] as const;
type KeptView = Pick<ReturnType<typeof currentView>, (typeof KEPT)[number]>;

/** Whoever looks around is not waited for (milliseconds). */
const PATIENCE = 800;

/** Keeps the view with the stored project. It is no change of the project: nothing waits for it and nothing is lost with it. */
export function followView(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PATIENCE);
  };
  useView.subscribe((now, before) => { if (KEPT.some((key) => now[key] !== before[key])) later(); });
  followCamera(later);
}
async function keep(): Promise<void> {
  await settled();
  const { projectId, copyOf, phase } = currentSaving();
  if (projectId === null || copyOf !== null || phase !== 'saved') return;
  const view = currentView();
  await store.setMeta({ viewState: { ...Object.fromEntries(KEPT.map((key) => [key, view[key]])), camera: camera() } }).catch(() => {});
}

/** Any program may have written it: only what has the right shape is taken. */
export function readView(stored: unknown): Partial<KeptView> & { camera?: Camera } {
  const from = isRecord(stored) ? stored : {};
  const at = from['camera'];
  const camera = isRecord(at) && Array.isArray(at['center']) && [...at['center'] as unknown[], at['zoom']].every(Number.isFinite) ? { center: at['center'] as [number, number], zoom: at['zoom'] as number } : undefined;
  return { ...Object.fromEntries(KEPT.filter((key) => SHAPES[key](from[key])).map((key) => [key, from[key]])), ...(camera ? { camera } : {}) };
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const valuesAre = (type: string) => (value: unknown) => isRecord(value) && Object.values(value).every((one) => typeof one === type);
const SHAPES: Readonly<Record<(typeof KEPT)[number], (value: unknown) => boolean>> = {
  hidden: valuesAre('boolean'), opacity: valuesAre('number'), colourBy: valuesAre('string'),
  order: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  panel: (value) => (SIDE_PANELS as readonly unknown[]).includes(value),
  sitesView: (value) => value === 'candidate-sites' || value === 'site-portfolio',
  compare: (value) => value === null || (isRecord(value) && typeof value['with'] === 'string' && ['swipe', 'side', 'overlay', 'difference'].includes(String(value['way']))),
  scenario: (value) => value === null || typeof value === 'string',
  shownRun: (value) => value === null || typeof value === 'string',
};
