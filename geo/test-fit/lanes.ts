import type { Rules, SideKind } from './rules.ts';

/** An aisle with what stands on either side of it; `t` is its middle. Sides: to the left (+1) and to the right (-1) of the bays' direction. */
export interface Lane {
  t: number;
  width: number;
  sides: Record<Way, SideKind | null>;
}
export type Way = 1 | -1;
export const WAYS: readonly Way[] = [1, -1];

/** From where to where a row of stalls reaches across, the lower offset first. */
export function rowOf({ t, width, sides }: Lane, way: Way): [number, number] {
  const front = t + way * width / 2, back = front + way * (sides[way]?.depth ?? 0);
  return way === 1 ? [front, back] : [back, front];
}

/** Two sides of one aisle; null: a wall. */
type Module = readonly [SideKind | null, SideKind | null];
const widthOf = ([a, b]: Module, aisle: number) => aisle + (a?.depth ?? 0) + (b?.depth ?? 0);
/** Stalls a metre. */
const valueOf = (module: Module, grid: number) => module.reduce((sum, side) => sum + (side ? Math.floor((grid - 0.6) / side.pitch) / grid : 0), 0);

/**
 * What fits into a clear width, the best first: so many double-loaded bays, and in what is left one more with fewer stalls:
 * upright and along the wall, upright on one side, along both walls, along one.
 */
export function modulesFor(width: number, { perpendicular: p, parallel: q, aisle, grid }: Rules): Module[][] {
  const whole: Module = [p, p];
  const kinds: Module[] = [whole, [p, q], [p, null], [q, q], [q, null]];
  const most = Math.floor((width + 1e-6) / widthOf(whole, aisle));
  const found: Module[][] = [];
  for (const n of most > 0 ? [most, most - 1] : [0]) {
    const rest = width - n * widthOf(whole, aisle);
    const last = kinds.filter((kind) => widthOf(kind, aisle) <= rest + 1e-6);
    const rows = Array.from({ length: n }, (): Module => whole);
    if (n > 0) found.push(rows);
    for (const kind of last.slice(0, 2)) found.push([...rows, kind]);
  }
  const worth = (modules: readonly Module[]) => modules.reduce((sum, module) => sum + valueOf(module, grid), 0);
  return found.sort((a, b) => worth(b) - worth(a) || a.length - b.length).slice(0, 3);
}

/** Which way cars go on a piece of aisle: 1 along its bay, or on a link to the left; -1 against it; 0 where they come and go. */
export type Course = 1 | -1 | 0;
/** On every second one-way aisle cars go the other way. */
export const courseOfLane = (lane: number): Course => (lane % 2 === 0 ? 1 : -1);
/** So its stalls lean the other way. */
const mirrored = (side: SideKind | null): SideKind | null => (side?.id === 'angled' ? { ...side, turn: [-side.turn[0], side.turn[1]] } : side);

/** Lays modules side by side from an offset on, the row that is different at the far side. */
export function lanesFrom(modules: readonly Module[], from: number, { aisle }: Rules): Lane[] {
  let t = from;
  return modules.map((module, i) => {
    const [right, other] = courseOfLane(i) < 0 ? module.map(mirrored) : module;
    const lane: Lane = { t: t + (right?.depth ?? 0) + aisle / 2, width: aisle, sides: { [-1]: right, 1: other } as Lane['sides'] };
    t += widthOf([right, other], aisle);
    return lane;
  });
}
export const widthOfModules = (modules: readonly Module[], { aisle }: Rules): number => modules.reduce((sum, module) => sum + widthOf(module, aisle), 0);
