import { planeByCode, planeFor, type MapFrame, type PaperBox, type SheetLayout } from '../../geo/index.ts';

export type Grip = 'move' | 'nw' | 'ne' | 'se' | 'sw';
/** mm */
const LEAST = 5;

/** The box moved, or one corner of it. */
export function dragged({ x, y, width, height }: PaperBox, grip: Grip, dx: number, dy: number): PaperBox {
  if (grip === 'move') return { x: x + dx, y: y + dy, width, height };
  const west = grip.endsWith('w'), north = grip.startsWith('n');
  const w = Math.max(LEAST, width + (west ? -dx : dx)), h = Math.max(LEAST, height + (north ? -dy : dy));
  return { x: west ? x + width - w : x, y: north ? y + height - h : y, width: w, height: h };
}

/** Edges that come near edges of elements that are not in the hand lie on them; else whole half millimetres. */
export function snapped(box: PaperBox, { elements }: SheetLayout, ids: readonly string[], grip: Grip, reach: number): PaperBox {
  const others = elements.filter((element) => !ids.includes(element.id)).map((element) => element.box);
  const xs = others.flatMap(({ x, width }) => [x, x + width]), ys = others.flatMap(({ y, height }) => [y, y + height]);
  const west = grip === 'move' || grip.endsWith('w'), east = grip === 'move' || grip.endsWith('e');
  const north = grip === 'move' || grip.startsWith('n'), south = grip === 'move' || grip.startsWith('s');
  const dx = nearest([...(west ? [box.x] : []), ...(east ? [box.x + box.width] : [])], xs, reach);
  const dy = nearest([...(north ? [box.y] : []), ...(south ? [box.y + box.height] : [])], ys, reach);
  return dragged(box, grip, dx, dy);
}
/** By how much to move so that one of the edges lies on one of the lines. */
function nearest(edges: readonly number[], lines: readonly number[], reach: number): number {
  let best = reach, by: number | null = null;
  for (const edge of edges) for (const line of lines) if (Math.abs(line - edge) < best) [best, by] = [Math.abs(line - edge), line - edge];
  return by ?? Math.round(edges[0] * 2) / 2 - edges[0];
}

/** The frame with what it shows moved by so much paper (mm). */
export function panned(frame: MapFrame, dx: number, dy: number): MapFrame {
  const plane = frame.crs ? planeByCode(frame.crs) : planeFor(frame.centre[0], frame.centre[1]);
  const [east, north] = plane.forward(frame.centre[0], frame.centre[1]);
  const angle = frame.rotation * Math.PI / 180, perMm = frame.scale / 1000;
  const px = -dx * perMm, py = dy * perMm;
  return centredOn(frame, plane.inverse(east + px * Math.cos(angle) - py * Math.sin(angle), north + px * Math.sin(angle) + py * Math.cos(angle)));
}

/** The frame with another centre. A CRS that is the zone of the old centre follows into the new one's; one that was chosen stays. */
export function centredOn(frame: MapFrame, centre: readonly [lon: number, lat: number]): MapFrame {
  const isZone = frame.crs === planeFor(frame.centre[0], frame.centre[1]).code;
  return { ...frame, centre, crs: isZone ? planeFor(centre[0], centre[1]).code : frame.crs };
}
