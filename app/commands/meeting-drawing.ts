import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { freeId } from '../../geo/index.ts';
import { undo, useDocument } from '../state/document.ts';
import { currentMeeting, currentMeetingState, PEN_COLOURS, setMeeting, type PenTool } from '../state/meeting.ts';
import { changeView } from './meetings.ts';
import { saveView } from './meeting-views.ts';

const STEPS = { draw: 'step.draw', erase: 'step.eraseDrawing' } as const;
const shownView = () => currentMeeting()?.views.find(({ id }) => id === currentMeetingState().viewId);
const idOf = ({ properties }: Feature): string => String(properties?.['id']);

/** Takes the pen, or (null) puts it down. What is drawn belongs to a point of the agenda; where none is shown, what the map shows becomes one. */
export function takePen(pen: PenTool | null): void {
  const meeting = currentMeeting();
  if (pen && meeting && !shownView()) saveView(meeting.id);
  setMeeting({ pen: shownView() ? pen : null });
}
/** Adds a shape (in degrees) to the drawing of the view that is shown, in the colour of the pen. */
export function drawOn(geometry: Geometry): void {
  const features = shownView()?.drawing?.features ?? [];
  const id = freeId('d', features.map((feature) => ({ id: idOf(feature) })));
  put([...features, { type: 'Feature', geometry, properties: { id, colour: PEN_COLOURS[currentMeetingState().colour] } }], STEPS.draw);
}
export function eraseDrawn(ids: readonly string[]): void {
  const features = shownView()?.drawing?.features ?? [], kept = features.filter((feature) => !ids.includes(idOf(feature)));
  if (kept.length < features.length) put(kept, STEPS.erase);
}
export function clearDrawing(): void {
  eraseDrawn((shownView()?.drawing?.features ?? []).map(idOf));
}
function put(features: Feature[], step: string): void {
  const meeting = currentMeeting(), view = shownView();
  const drawing: FeatureCollection | null = features.length > 0 ? { type: 'FeatureCollection', features } : null;
  if (meeting && view) changeView(meeting.id, view.id, { drawing }, step);
}

/** The last step of the project drew or erased on the view that is shown. */
export function canUndoDrawing(): boolean {
  const last = useDocument.getState().past.at(-1), meeting = currentMeeting(), view = shownView();
  if (!last || !view || !(Object.values(STEPS) as string[]).includes(last.label)) return false;
  return last.document.meetings.find(({ id }) => id === meeting?.id)?.views.find(({ id }) => id === view.id)?.drawing !== view.drawing;
}
export function undoDrawing(): void {
  if (canUndoDrawing()) undo();
}
