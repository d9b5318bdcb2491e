type Place = readonly [number, number];
export interface Snapped {
  /** The very degrees of a vertex, or a place on an edge. */
  at: [number, number];
  to: 'vertex' | 'edge';
}
/** What may be snapped to, in degrees: each line or ring a list of positions. */
export type Paths = readonly (readonly Place[])[];

/** Pixels within which the pointer snaps. Vertices win over edges, which run to them anyway. */
export const REACH = 11;

/** The nearest vertex within reach, else the nearest place on an edge. `project` gives pixels. */
export function snap(pointer: { x: number; y: number }, paths: Paths, project: (place: Place) => { x: number; y: number }): Snapped | null {
  let vertex: { at: Place; distance: number } | null = null, edge: { at: [number, number]; distance: number } | null = null;
  for (const path of paths) {
    let before: { place: Place; x: number; y: number } | null = null;
    for (const place of path) {
      const { x, y } = project(place);
      const distance = Math.hypot(x - pointer.x, y - pointer.y);
      if (distance <= REACH && distance < (vertex?.distance ?? Infinity)) vertex = { at: place, distance };
      if (before) {
        const dx = x - before.x, dy = y - before.y, length = dx * dx + dy * dy;
        const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((pointer.x - before.x) * dx + (pointer.y - before.y) * dy) / length));
        const off = Math.hypot(before.x + t * dx - pointer.x, before.y + t * dy - pointer.y);
        if (off <= REACH && off < (edge?.distance ?? Infinity)) edge = { at: [before.place[0] + t * (place[0] - before.place[0]), before.place[1] + t * (place[1] - before.place[1])], distance: off };
      }
      before = { place, x, y };
    }
  }
  if (vertex) return { at: [vertex.at[0], vertex.at[1]], to: 'vertex' };
  return edge && { at: edge.at, to: 'edge' };
}
