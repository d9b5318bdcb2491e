import { commit, drawableLayers, requireUnlocked } from '../state/document.ts';
import { topFirst } from '../map/layer-order.ts';
import { currentShown } from '../state/scenarios.ts';
import { currentView, setView } from '../state/view.ts';
import { attempt } from './attempt.ts';

/** A project layer goes, as an undoable step. Result layers go with their run. */
export function removeLayer(layerId: string): void {
  void attempt(() => {
    requireUnlocked();
    setView((view) => ({ selection: view.selection?.layerId === layerId ? null : view.selection, tableLayer: view.tableLayer === layerId ? null : view.tableLayer }));
    commit('step.removeLayer', (document) => ({
      ...document,
      layers: document.layers.filter(({ layer }) => layer.id !== layerId),
      runs: document.runs.filter((run) => !Object.values(run.layers).some((layer) => layer.id === layerId)),
    }));
  });
}

export function setHidden(layerId: string, hidden: boolean): void {
  setView((view) => ({ hidden: { ...view.hidden, [layerId]: hidden } }));
}
export function setOpacity(layerId: string, opacity: number): void {
  setView((view) => ({ opacity: { ...view.opacity, [layerId]: opacity } }));
}
export function setColourBy(layerId: string, column: string): void {
  setView((view) => ({ colourBy: { ...view.colourBy, [layerId]: column } }));
}

/** Moves a layer one place in the list that is shown top first. */
export function moveLayer(layerId: string, by: -1 | 1): void {
  const order = topFirst(drawableLayers(currentShown()), currentView().order).map(({ id }) => id);
  const from = order.indexOf(layerId);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return;
  [order[from], order[to]] = [order[to], order[from]];
  setView({ order });
}
