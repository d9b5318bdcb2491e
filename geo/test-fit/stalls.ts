import { at, reach, rectangle, within, type Bay } from './frame.ts';
import type { Ground } from './ground.ts';
import { rowOf, WAYS, type Lane, type Way } from './lanes.ts';
import type { Rules, SideKind } from './rules.ts';
import type { Convex, Point } from './shapes.ts';
import type { Taken } from './taken.ts';

/** One place in a row: bay, lane and side, all by number. */
export interface RowPlace { bay: number; lane: number; way: Way }
export interface Stall extends RowPlace {
  shape: Convex;
  kind: SideKind['id'];
  /** A point of the aisle in front, over which a car comes in. */
  access: Point;
}

/**
 * A stall of a group that takes the aisle from `s` on (measured where the stall's sides, drawn on, meet the aisle), and the point it
 * is entered from. Parallel stalls lie along the aisle; upright and slanting ones lean along it by their cosine.
 */
function stallAt(bay: Bay, lane: Lane, way: Way, kind: SideKind, s: number): { shape: Convex; access: Point } {
  const front = lane.t + way * lane.width / 2;
  const { width: w, length } = kind;
  const [c, n] = kind.turn;
  if (kind.id === 'parallel') {
    const [low, high] = way === 1 ? [front, front + w] : [front - w, front];
    return { shape: rectangle(bay, s, s + length, low, high), access: at(bay, s + length / 2, front - way) };
  }
  const start = c > 0 ? s + c * c * w / n : s, lift = Math.max(0, c * w);
  const base = front + way * lift, fall = way * c * w, rise = way * n * length;
  const corners = [at(bay, start, base), at(bay, start + n * w, base - fall), at(bay, start + n * w + c * length, base - fall + rise), at(bay, start + c * length, base + rise)];
  return { shape: way === 1 ? corners : corners.reverse(), access: at(bay, start + n * w / 2 - 1.5 * c, base - fall / 2 - way * 1.5 * n) };
}

/** The ground of a whole group of stalls, from the front of the row to its back; slanting ones make a slanting block. */
function groupAt(bay: Bay, lane: Lane, way: Way, { id, pitch, depth, turn: [c, n] }: SideKind, s: number, stalls: number): Convex {
  const front = lane.t + way * lane.width / 2, back = front + way * depth, end = s + stalls * pitch, lean = id === 'parallel' ? 0 : depth * c / n;
  const corners = [at(bay, s, front), at(bay, end, front), at(bay, end + lean, back), at(bay, s + lean, back)];
  return way === 1 ? corners : corners.reverse();
}

/** What stalls are laid onto: the ground, what is taken of it, and whether a point lies in an aisle: a stall that no car can enter is none. */
export interface Site { bays: readonly Bay[]; lanes: readonly Lane[]; ground: Ground; taken: Taken; isAisle: (point: Point) => boolean; rules: Rules }

/**
 * Stalls that fit into the bay beside an aisle, between the columns and clear of what is taken: of several ways to place them the
 * one with the most.
 */
export function stallsIn(place: RowPlace, site: Site): Stall[] {
  const { bays, lanes, isAisle, rules } = site;
  const bay = bays[place.bay], lane = lanes[place.lane], kind = lane.sides[place.way];
  if (!kind) return [];
  const [low, high] = rowOf(lane, place.way);
  const [from, to] = reach(bay, low, high);
  let best: Stall[] = [];
  const need = columnNeed(kind, rules);
  for (let n = mostBetween(from, to, kind, rules); n > best.length; n--) {
    const spare = to - from - n * kind.pitch;
    // In the middle between the columns; against the one, against the other.
    for (const start of [spare / 2, need / 2, spare - need / 2]) {
      // Mostly the whole group is clear, and nothing more to ask of each of its stalls.
      const isAllClear = isClear(groupAt(bay, lane, place.way, kind, from + start, n), bay, kind, site);
      const row: Stall[] = [];
      for (let i = 0; i < n; i++) {
        const { shape, access } = stallAt(bay, lane, place.way, kind, from + start + i * kind.pitch);
        if (isAisle(access) && (isAllClear || isClear(shape, bay, kind, site))) row.push({ bay: place.bay, lane: place.lane, way: place.way, shape, kind: kind.id, access });
      }
      if (row.length > best.length) best = row;
      if (best.length === n) return best;
    }
  }
  return best;
}

/** Slanting stalls lean over the grid line into the gap that the next bay leaves for them. */
function isClear(shape: Convex, bay: Bay, kind: SideKind, { ground, taken }: Site): boolean {
  return (kind.id === 'angled' || within(bay, shape)) && ground.covers(shape) && !taken.hit(shape);
}

/** How many stalls go between two columns' grid lines; none where these do not meet the row at both ends. */
const mostBetween = (from: number, to: number, kind: SideKind, rules: Rules): number => (!Number.isFinite(to - from) ? 0 : Math.max(0, Math.floor((to - from - columnNeed(kind, rules) + 1e-6) / kind.pitch)));
/** The most stalls that a row can have in a bay, whatever stands in the way. */
export function mostIn(bay: Bay, lane: Lane, way: Way, rules: Rules): number {
  const kind = lane.sides[way];
  if (!kind) return 0;
  const [low, high] = rowOf(lane, way);
  const [from, to] = reach(bay, low, high);
  return mostBetween(from, to, kind, rules);
}

/** What a column takes of the aisle's length between two stalls. */
const columnNeed = ({ turn: [c, n], id }: SideKind, { column }: Rules): number => (id === 'parallel' ? column : column * (1 + Math.abs(c / n)));

export function rowPlaces(bays: readonly Bay[], lanes: readonly Lane[]): RowPlace[] {
  return lanes.flatMap((lane, l) => WAYS.filter((way) => lane.sides[way]).flatMap((way) => bays.map((_, bay): RowPlace => ({ bay, lane: l, way }))));
}

/** The ground of a row between two stations of a bay, for rooms and stairs; null where the bay is narrower there. */
export function rowShape(place: RowPlace, s0: number, s1: number, bays: readonly Bay[], lanes: readonly Lane[]): Convex | null {
  const [low, high] = rowOf(lanes[place.lane], place.way);
  const shape = rectangle(bays[place.bay], s0, s1, low, high);
  return within(bays[place.bay], shape) ? shape : null;
}

/**
 * Columns on the grid lines: one a row, so far back from the aisle that the span over the aisle is a grid. Where two rows stand
 * back to back this leaves about a grid between their columns, too.
 */
export function columnsOf(bays: readonly Bay[], lanes: readonly Lane[], ground: Ground, { grid, column, stallLength }: Rules): Convex[] {
  const found: Convex[] = [];
  const half = column / 2;
  lanes.forEach((lane) => WAYS.forEach((way) => {
    const kind = lane.sides[way];
    if (!kind) return;
    const back = Math.min(kind.depth - half, Math.max(half, (grid - lane.width) / 2), stallLength);
    const t = lane.t + way * (lane.width / 2 + back);
    bays.forEach((bay, b) => {
      const [from, to] = reach(bay, t, t);
      if (to < from) return;
      const ends = b === 0 ? [from, to] : [to];
      for (const end of ends) {
        const s = kind.id === 'angled' ? end + back * kind.turn[0] / kind.turn[1] : end;
        const shape = rectangle(bay, s - half, s + half, t - half, t + half);
        if (ground.covers(shape)) found.push(shape);
      }
    });
  }));
  return found;
}
