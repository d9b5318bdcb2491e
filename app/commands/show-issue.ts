import { extentOf, type Issue, type PlanFeature } from '../../geo/index.ts';
import { zoomToIssue } from '../map/map-access.ts';
import type { ProjectIssue } from '../state/checks.ts';
import { select } from '../state/view.ts';

type Place = NonNullable<Issue['place']>;

/** Where an issue is: its own place, else around the features it names, those set aside included. Null where it is nowhere on the map. */
export function placeOfIssue({ issue, layer }: ProjectIssue, setAside: readonly PlanFeature[]): Place | null {
  if (issue.place && onEarth(issue.place)) return issue.place;
  const named = new Set(issue.features);
  const extent = extentOf([...(layer?.features ?? []), ...setAside].filter(({ id }) => named.has(id)));
  return extent && onEarth(extent) ? extent : null;
}
/** Features whose axes are swapped or that stand in metres have no place to go to. */
function onEarth(place: Place): boolean {
  return place.every((value, i) => Number.isFinite(value) && Math.abs(value) <= (i % 2 === 0 ? 180 : 85));
}

/** Moves the map there and marks the first feature that is drawn. */
export function showIssue({ issue, layer }: ProjectIssue, place: Place): void {
  const first = layer?.features.find(({ id }) => issue.features.includes(id));
  if (layer && first) select({ layerId: layer.id, featureId: first.id });
  zoomToIssue({ ...issue, place });
}
