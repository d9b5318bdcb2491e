import { EMPTY, openDocument } from '../state/document.ts';
import { setView } from '../state/view.ts';

export function newProject(): void {
  openDocument(EMPTY);
  setView({ selection: null, trial: null, tableLayer: null, panel: 'analyses', hidden: {}, opacity: {}, order: [], colourBy: {} });
}
