import { BASELINE, freeId, type AgendaView } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';
import { featureOf } from '../map/highlight.ts';
import { isHidden } from '../map/layer-order.ts';
import { agendaCamera, flyToCamera } from '../map/map-access.ts';
import { currentDocument, drawableLayers, type ProjectDocument, type Run } from '../state/document.ts';
import { currentLive } from '../state/live.ts';
import { setMeeting } from '../state/meeting.ts';
import { setRanking, useRanking } from '../state/ranking.ts';
import { currentLooked, currentShown, documentIn, lookedAt } from '../state/scenarios.ts';
import { notify } from '../state/tasks.ts';
import { currentView, setView } from '../state/view.ts';
import { attempt } from './attempt.ts';
import { resetLive, serviceOf } from './live.ts';
import { editMeeting } from './meetings.ts';

type Taken = Pick<AgendaView, 'camera' | 'scenario' | 'compare' | 'hidden' | 'highlight'>;

/** What the map shows now. */
export function takeView(): Taken {
  const { hidden, selection } = currentView(), { scenario, compare } = currentLooked();
  const layers = drawableLayers(currentShown());
  return {
    camera: agendaCamera(), scenario: scenario ?? BASELINE, compare, highlight: selection,
    hidden: Object.fromEntries(layers.map((layer) => [layer.id, isHidden(layer, hidden)])),
  };
}
/** Adds what the map shows to the end of the agenda. */
export function saveView(meetingId: string): void {
  void attempt(() => {
    const taken = takeView(), title = titleOf(taken);
    let made: string | null = null;
    editMeeting(meetingId, 'step.takeView', (meeting) => {
      made = freeId('view-', meeting.views);
      return { ...meeting, views: [...meeting.views, { id: made, title: title ?? sayNow('meeting.viewName', { n: meeting.views.length + 1 }), notes: '', ...taken, drawing: null }] };
    });
    if (made !== null) setMeeting({ viewId: made });
  });
}
/** The same point of the agenda with what the map shows now; its title, notes and drawing stay. */
export function retakeView(meetingId: string, viewId: string): void {
  void attempt(() => {
    const taken = takeView();
    editMeeting(meetingId, 'step.retakeView', (meeting) => ({ ...meeting, views: meeting.views.map((view) => (view.id === viewId ? { ...view, ...taken } : view)) }));
    notify('info', 'meeting.retaken');
  });
}
/** A view of one feature is about it. */
function titleOf({ highlight }: Taken): string | null {
  const name = highlight && featureOf(drawableLayers(currentShown()), highlight)?.properties['name'];
  return typeof name === 'string' && name !== '' ? name : null;
}

/** The service that a view is about: the one whose result is drawn. */
function serviceShown(shown: ProjectDocument, hidden: Readonly<Record<string, boolean>>): Run | undefined {
  const services = shown.runs.filter((run) => serviceOf(run) !== null);
  const drawn = services.filter(({ layers }) => layers['demand-units'] && !isHidden(layers['demand-units'], hidden));
  return drawn.find(({ id }) => id === currentView().shownRun) ?? drawn[0] ?? services.find(({ id }) => id === currentView().shownRun) ?? services[0];
}

/** Shows a point of the agenda: scenario, layers and feature in one change of the view, then the camera. What was tried out before goes. */
export function showView(view: AgendaView): void {
  const document = currentDocument(), { scenario, compare } = lookedAt(document, view), shown = documentIn(document, scenario);
  if (scenario === null && view.scenario !== BASELINE) notify('warning', 'meeting.scenarioGone', { title: view.title });
  if (currentLive().runId !== null || currentView().trial) resetLive();
  if (useRanking.getState().weights) setRanking({ weights: null, judgements: null });
  const hidden = { ...currentView().hidden, ...view.hidden };
  const selection = view.highlight && featureOf(drawableLayers(shown), view.highlight) ? view.highlight : null;
  setView({ scenario, compare, hidden, selection, shownRun: serviceShown(shown, hidden)?.id ?? null });
  setMeeting({ viewId: view.id, blank: false });
  if (view.camera) flyToCamera(view.camera);
}
