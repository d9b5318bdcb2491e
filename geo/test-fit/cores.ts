import { distance, local, reach, startsOf } from './frame.ts';
import { rowOf, WAYS } from './lanes.ts';
import type { Scheme } from './scheme.ts';
import { rowPlaces, rowShape, type RowPlace } from './stalls.ts';
import { middleOf, type Convex } from './shapes.ts';
import { Taken } from './taken.ts';
import type { Unit } from './units.ts';
import { Walks } from './walk.ts';

/** A stair with its lobby, in the place of stalls; it goes up on every level. */
export interface Core extends RowPlace {
  shape: Convex;
  unit: number;
}

/** A row that is not so deep has no room for a stair and its lobby, m; it is used where there is no other. */
const LEAST_DEPTH = 4.5;

/** Where stairs can be: at both ends of each group of stalls. */
function places({ bays, lanes, ground, rules }: Scheme, barred: Taken): { place: RowPlace; shape: Convex }[] {
  const isDeep = lanes.some((lane) => WAYS.some((way) => (lane.sides[way]?.depth ?? 0) >= LEAST_DEPTH));
  return rowPlaces(bays, lanes).flatMap((place) => {
    const kind = lanes[place.lane].sides[place.way]!;
    const [low, high] = rowOf(lanes[place.lane], place.way);
    if (high - low < LEAST_DEPTH && isDeep) return [];
    const [from, to] = reach(bays[place.bay], low, high);
    const gap = (to - from - Math.floor((to - from - rules.column) / kind.pitch) * kind.pitch) / 2;
    return [from + gap, to - gap - rules.stairWidth].flatMap((s) => {
      const shape = rowShape(place, s, s + rules.stairWidth, bays, lanes);
      return shape && ground.covers(shape) && !barred.hit(shape) ? [{ place, shape }] : [];
    });
  });
}

/** The share of a unit's length at which its two stairs stand: each then has half of it to itself. */
const QUARTERS = [0.25, 0.75];
/** What a stall that is lost weighs against a metre off the best place. */
const STALL = 6;
/** What a metre off the middle across the lanes weighs against one along them: one broad row is as good as the next. */
const ASIDE = 0.3;

/**
 * Stairs: in each unit as many as it must have, spread along it, where they cost few stalls; then more, each where the walk is
 * longest, until nobody walks farther than allowed. `parked`: the plan's stalls; `barred`: ramps and aisles; `ramps`: what nobody walks through.
 */
export function coresOf(scheme: Scheme, units: readonly Unit[], parked: Taken, barred: Taken, ramps: Taken): { cores: Core[]; isFar: boolean } {
  const { rules, bays, pieces } = scheme;
  const walks = new Walks(pieces, scheme.ground, ramps);
  const free = places(scheme, barred).map((one) => ({ ...one, cost: parked.hits(one.shape).length, middle: middleOf(one.shape), way: walks.nearest(one.shape) }));
  const stations = startsOf(bays);
  const stationOf = ({ place, middle }: (typeof free)[number]) => stations[place.bay] + local(bays[place.bay], middle)[0];
  const cores: Core[] = [];
  const metres = new Float64Array(walks.places.length).fill(Infinity);
  const taken = new Taken();
  const take = (one: (typeof free)[number], unit: number) => {
    cores.push({ ...one.place, shape: one.shape, unit });
    taken.add(one.shape);
    walks.addExit(metres, one.way);
  };
  units.forEach((unit, u) => {
    const own = free.filter(({ middle }) => unit.has(middle));
    if (own.length === 0) return;
    const along = own.map(stationOf), across = own.map(({ place, middle }) => local(bays[place.bay], middle)[1]);
    const heart = (Math.min(...across) + Math.max(...across)) / 2;
    const first = Math.min(...along), last = Math.max(...along);
    for (let k = 0; k < rules.unitEntrances; k++) {
      const share = rules.unitEntrances === 2 ? QUARTERS[k] : (k + 0.5) / rules.unitEntrances;
      let best = -1, least = Infinity;
      own.forEach((one, i) => {
        const price = Math.abs(along[i] - first - share * (last - first)) + ASIDE * Math.abs(across[i] - heart) + STALL * one.cost + (cores.some((core) => core.unit === u && distance(middleOf(core.shape), one.middle) < 5) ? 1e3 : 0);
        if (price < least && !taken.hit(one.shape)) { best = i; least = price; }
      });
      if (best >= 0) take(own[best], u);
    }
  });
  // A walk ends at a stall's back, half an aisle and a stall off the middle of the aisle, and half a bay from the place.
  const allowed = rules.travel - Math.sqrt((rules.aisle / 2 + rules.stallLength) * (rules.aisle / 2 + rules.stallLength) + rules.grid * rules.grid / 4);
  for (let more = 0; more < 200; more++) {
    let worst = -1;
    metres.forEach((far, i) => { if (far > allowed && (worst < 0 || far > metres[worst])) worst = i; });
    if (worst < 0) break;
    const nearest = free.filter(({ shape }) => !taken.hit(shape)).reduce<(typeof free)[number] | null>((best, one) => (!best || distance(one.middle, walks.places[worst]) + STALL * one.cost < distance(best.middle, walks.places[worst]) + STALL * best.cost ? one : best), null);
    if (!nearest) break;
    const before = metres[worst];
    take(nearest, units.findIndex((unit) => unit.has(nearest.middle)));
    if (!(metres[worst] < before)) break;
  }
  return { cores, isFar: metres.some((far) => far > allowed) };
}
