import type { Map as MapView, PointLike } from 'maplibre-gl';
import type { SectionModel } from '../../geo/index.ts';

/** The place at a chainage: between two corners degrees run as metres do, to what is seen on a map. */
export function placeAt({ corners }: SectionModel, at: number): [number, number] {
  const k = Math.max(1, corners.findIndex((corner) => corner.at >= at)), a = corners[k - 1], b = corners[k], t = Math.max(0, Math.min(1, (at - a.at) / (b.at - a.at)));
  return [a.place[0] + t * (b.place[0] - a.place[0]), a.place[1] + t * (b.place[1] - a.place[1])];
}
/** The chainage nearest to a place on the screen, and how far off that is, px. */
export function metresTo({ corners }: SectionModel, map: MapView, point: PointLike & { x: number; y: number }): { at: number; away: number } {
  let best = { at: 0, away: Infinity };
  for (let k = 1; k < corners.length; k++) {
    const a = map.project([...corners[k - 1].place]), b = map.project([...corners[k].place]), dx = b.x - a.x, dy = b.y - a.y, whole = dx * dx + dy * dy;
    const t = whole === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / whole)), away = Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
    if (away < best.away) best = { at: corners[k - 1].at + t * (corners[k].at - corners[k - 1].at), away };
  }
  return best;
}
