import type { FeatureId, Layer, PlanFeature, Window } from '../../../geo/index.ts';
import { roadLayers, sitesRun } from '../../commands/coordination-wishes.ts';
import type { ProjectDocument } from '../../state/document.ts';

/** Rows of a kind and a phase, in the engine's order: the most urgent first. */
export function windowsShown(rows: readonly Window[], { kind, phase }: { kind: Window['kind'] | ''; phase: Window['phase'] | '' }): Window[] {
  return rows.filter((row) => (kind === '' || row.kind === kind) && (phase === '' || row.phase === phase));
}

/** How many sites each road project has. */
export function sitesOfRoads(rows: readonly Window[]): Map<FeatureId, number> {
  const counts = new Map<FeatureId, number>();
  for (const { project } of rows) if (project !== null) counts.set(project, (counts.get(project) ?? 0) + 1);
  return counts;
}

/** While a date is moved rows stay where they are, or the handle would run away from the hand. Rows that came since stand at the end. */
export function heldOrder<T extends Pick<Window, 'kind' | 'id'>>(rows: readonly T[], held: readonly string[] | null): T[] {
  if (!held) return [...rows];
  const place = new Map(held.map((key, i) => [key, i]));
  return [...rows].sort((a, b) => (place.get(rowKey(a)) ?? held.length) - (place.get(rowKey(b)) ?? held.length));
}
export const rowKey = ({ kind, id }: Pick<Window, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The feature that a row is about, with its layer. */
export function featureOfWindow(document: ProjectDocument, { kind, id }: Pick<Window, 'kind' | 'id'>): { layer: Layer; feature: PlanFeature } | null {
  const layers = kind === 'road-project' ? roadLayers(document) : [sitesRun(document)?.layers['candidate-sites']].filter((layer) => layer !== undefined);
  for (const layer of layers) {
    const feature = layer.features.find((one) => one.id === id);
    if (feature) return { layer, feature };
  }
  return null;
}
