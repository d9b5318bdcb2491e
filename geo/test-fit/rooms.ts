import { distance, reach } from './frame.ts';
import type { Core } from './cores.ts';
import { rowOf } from './lanes.ts';
import type { Scheme } from './scheme.ts';
import { areaOf, middleOf, type Convex } from './shapes.ts';
import { rowPlaces, rowShape, type RowPlace } from './stalls.ts';
import type { Taken } from './taken.ts';
import type { Unit } from './units.ts';

export interface Room extends RowPlace {
  shape: Convex;
  unit: number;
}

/**
 * Plant: so much of each unit's area, in the places of whole groups of stalls. Places where no stall stands come first, then
 * those next to the unit's stairs, so that rooms stand together. Rooms reach from grid line to grid line.
 */
export function roomsOf({ bays, lanes, ground, rules }: Scheme, units: readonly Unit[], cores: readonly Core[], parked: Taken, barred: Taken): Room[] {
  const free = rowPlaces(bays, lanes).flatMap((place) => {
    const [low, high] = rowOf(lanes[place.lane], place.way);
    const [from, to] = reach(bays[place.bay], low, high);
    const shape = to > from ? rowShape(place, from, to, bays, lanes) : null;
    return shape && ground.covers(shape) && !barred.hit(shape) ? [{ place, shape, middle: middleOf(shape), cost: parked.hits(shape).length }] : [];
  });
  return units.flatMap((unit, u): Room[] => {
    const own = cores.filter((core) => core.unit === u).map(({ shape }) => middleOf(shape));
    const far = ({ middle }: (typeof free)[number]) => own.reduce((least, at) => Math.min(least, distance(at, middle)), 1e6);
    const inUnit = free.filter(({ middle }) => unit.has(middle)).sort((a, b) => (a.cost === 0 ? 0 : 1) - (b.cost === 0 ? 0 : 1) || far(a) - far(b));
    const rooms: Room[] = [];
    let rest = unit.area * rules.plantShare;
    // The last room is taken where more than half of it is still wanted.
    for (const { place, shape } of inUnit) {
      const area = areaOf(shape);
      if (rest < area / 2) break;
      rooms.push({ ...place, shape, unit: u });
      rest -= area;
    }
    return rooms;
  });
}
