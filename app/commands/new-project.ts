import { EMPTY, openDocument } from '../state/document.ts';
import { FRESH_VIEW, setView } from '../state/view.ts';
import { resetLive } from './live.ts';

export function newProject(): void {
  openDocument(EMPTY);
  resetLive();
  setView(FRESH_VIEW);
}
