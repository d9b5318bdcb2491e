import type { Conflict, ConflictRow } from '../../geo/index.ts';
import { zoomToFeatures } from '../map/map-access.ts';
import { setCoordination } from '../state/coordination.ts';
import { currentShown } from '../state/scenarios.ts';
import { select, showPanel } from '../state/view.ts';
import { sitesRun } from './coordination-wishes.ts';
import { openSection } from './section.ts';

/** Opens a conflict in the panel and shows where it is; null leaves it. */
export function openConflict(row: Pick<ConflictRow, 'subject' | 'conflict'> | null): void {
  setCoordination({ open: row?.subject ?? null });
  if (!row) return;
  select(null);
  zoomToConflict(row.conflict);
}
/** The site with the place of the conflict: what it is in conflict with may be as large as the city. */
export function zoomToConflict({ site, place }: Conflict): void {
  const feature = sitesRun(currentShown())?.layers['candidate-sites'].features.find(({ id }) => id === site);
  const here = { type: 'Feature' as const, id: site, geometry: { type: 'Point' as const, coordinates: [...place] }, properties: {} };
  zoomToFeatures(feature ? [feature, here] : [here]);
}
/** The section through the worst place: where the two come nearest, or across what lies in the other. */
export function cutThroughConflict(conflict: Conflict): void {
  zoomToConflict(conflict);
  openSection({ kind: 'line', line: conflict.worst.line });
}
/** From the map: the panel comes with it. */
export function openConflictOnMap(row: Pick<ConflictRow, 'subject'>): void {
  setCoordination({ open: row.subject, view: 'conflicts' });
  showPanel('coordination');
}
