import type { City, Parcel } from './city.ts';
import { CLASS_RANK } from './city.ts';
import type { DistrictKind } from './districts.ts';
import { line, point, polygon, type Draft } from './feature.ts';
import { footprint, kerbside } from './footprint.ts';
import { Namer } from './names.ts';
import { luckAt } from './neighbourhood.ts';
import type { Unit } from './people.ts';
import { areaOf, centroid, distance, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';

type Kind = 'lot' | 'garage' | 'on-street' | 'basement';
/** What public parking a quarter offers: its stalls as a share of the night demand it leaves, and which kinds. */
const SUPPLY: Readonly<Record<DistrictKind, { share: number; kinds: readonly (readonly [Kind, number])[] }>> = {
  old: { share: 0.75, kinds: [['lot', 4], ['on-street', 4], ['garage', 1], ['basement', 2]] },
  village: { share: 0.8, kinds: [['lot', 5], ['on-street', 3]] },
  estate80: { share: 1.0, kinds: [['lot', 3], ['on-street', 5], ['garage', 1], ['basement', 3]] },
  estate00: { share: 1.15, kinds: [['lot', 3], ['basement', 5], ['on-street', 2], ['garage', 1]] },
  cbd: { share: 0.6, kinds: [['basement', 7], ['garage', 1], ['lot', 1]] },
  new: { share: 1.3, kinds: [['basement', 5], ['lot', 3], ['garage', 1], ['on-street', 1]] },
  port: { share: 1, kinds: [['lot', 4]] }, industry: { share: 1, kinds: [['lot', 4], ['on-street', 1]] }, campus: { share: 1, kinds: [['lot', 3], ['basement', 1]] },
};
/** Ground of a stall, m2, and how many levels there may be. */
const FIT: Readonly<Record<Exclude<Kind, 'on-street'>, { perStall: number; levels: readonly number[] }>> = {
  lot: { perStall: 28, levels: [1] }, garage: { perStall: 32, levels: [4, 5, 6] }, basement: { perStall: 36, levels: [1, 1, 2, 2, 3] },
};
const BASEMENT_USES = /^(B1|B2|A1|A2|A5|G3|B3)$/;

interface Place { kind: Kind; shape: XY[]; gate: XY; name: string; fits: number; parcel: Parcel; residents: boolean }

export interface ShelterStalls { id: string; name: string; ring: XY[]; gate: XY; stalls: number; quarter: number }

/** Public and residents' parking, quarter by quarter: places that the quarter has, filled to the share it is known to serve. */
export function makeParking(city: City, units: readonly Unit[], shelters: readonly ShelterStalls[], wanted: number): Draft[] {
  const random = randomOf(city.seed, 'parking');
  const namer = new Namer(random);
  const quarters = byQuarter(city, units);
  const counts = shareOut([...quarters.values()].map((quarter) => (quarter.parcels.length * 0.2 + Math.sqrt(quarter.demand) + quarter.demand / 60) * (0.35 + 0.65 * quarter.luck)), wanted - shelters.length);
  const chosen = [...quarters.values()].flatMap((quarter, k) => {
    const places = quarterPlaces(quarter.parcels, city, namer, random, counts[k]);
    const share = SUPPLY[quarter.kind].share * quarter.luck * random.between(0.85, 1.15);
    return fillPlaces(places, Math.max(quarter.demand * share, 25 * places.length), random).map((stalls, i) => ({ place: places[i], stalls }));
  });
  return [...chosen.map(({ place, stalls }) => facility(place, stalls, random)), ...shelters.map((shelter) => sheltered(shelter))]
    .map((draft, i) => ({ ...draft, id: `TC-${String(i + 1).padStart(wanted > 9_999 ? 6 : 4, '0')}` }));
}

interface Quarter { kind: DistrictKind; parcels: Parcel[]; demand: number; luck: number }
function byQuarter(city: City, units: readonly Unit[]): Map<number, Quarter> {
  const out = new Map<number, Quarter>();
  for (const parcel of city.parcels) {
    const quarter = out.get(parcel.quarter) ?? { kind: parcel.kind, parcels: [], demand: 0, luck: luckAt(city, centroid(city.plan.quarters[parcel.quarter].cell.ring)) };
    quarter.parcels.push(parcel);
    out.set(parcel.quarter, quarter);
  }
  for (const unit of units) out.get(unit.parcel.quarter)!.demand += Math.max(unit.netNight, 0.8 * unit.netDay);
  return out;
}

/** Whole numbers in proportion to the weights that add up to the total: largest remainders. */
export function shareOut(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => weight / sum * total);
  const counts = exact.map(Math.floor);
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const missing = total - counts.reduce((a, b) => a + b, 0);
  for (let k = 0; k < missing; k++) counts[order[k % order.length].i] += 1;
  return counts;
}

function quarterPlaces(parcels: readonly Parcel[], city: City, namer: Namer, random: Random, count: number): Place[] {
  const out: Place[] = [];
  const taken = new Set<Parcel>();
  const order = random.shuffle(parcels);
  const kinds = SUPPLY[parcels[0].kind].kinds;
  const take = (kind: Kind): boolean => {
    const parcel = order.find((candidate) => !taken.has(candidate) && suits(kind, candidate));
    const place = parcel && placeOn(kind, parcel, city, namer, random);
    if (parcel) taken.add(parcel);
    if (place && clearOf(place, out)) out.push(place);
    return Boolean(parcel);
  };
  for (const parcel of order) if (parcel.landUse === 'S42' && out.length < count) {
    const place = placeOn(random.chance(0.15) ? 'garage' : 'lot', parcel, city, namer, random);
    taken.add(parcel);
    if (place) out.push(place);
  }
  for (let tries = 0; out.length < count && tries < count * 12; tries++) take(random.weighted(kinds));
  // A quarter without shops has kerbs.
  for (let tries = 0; out.length < count && tries < count * 3; tries++) if (!take('on-street') && !take('lot')) break;
  return out;
}
const clearOf = (place: Place, others: readonly Place[]): boolean => place.kind !== 'on-street' || others.every((other) => other.kind !== 'on-street' || distance(other.gate, place.gate) > 30);

function suits(kind: Kind, parcel: Parcel): boolean {
  if (kind === 'on-street') return CLASS_RANK[parcel.street.roadClass] >= 1 && CLASS_RANK[parcel.street.roadClass] <= 2;
  if (kind === 'basement') return BASEMENT_USES.test(parcel.landUse) || (parcel.landUse === 'R2' && parcel.kind !== 'estate80' && parcel.kind !== 'old');
  if (kind === 'garage') return /^(S42|B1|A5|S41|U1)$/.test(parcel.landUse);
  return /^(S42|B1|A4|G1|A6|B3|A1|R3|M1|W1|A3)$/.test(parcel.landUse);
}

function placeOn(kind: Kind, parcel: Parcel, city: City, namer: Namer, random: Random): Place | null {
  const street = city.streetNames[parcel.street.id];
  const residents = kind === 'basement' && /^R/.test(parcel.landUse);
  if (kind === 'on-street') {
    const shape = kerbside(city.blocks[parcel.block].ring, [0.06, 0.94], 1.4, 45);
    const length = shape && distance(shape[0], shape[1]);
    return shape && length ? { kind, shape, gate: [(shape[0][0] + shape[1][0]) / 2, (shape[0][1] + shape[1][1]) / 2], name: namer.placed(`${street}路内泊位`), fits: Math.floor(length / 6.2) * (length > 120 ? 2 : 1), parcel, residents: false } : null;
  }
  const { perStall, levels } = FIT[kind];
  const wanted = kind === 'lot' ? random.between(1_400, 4_200) : kind === 'garage' ? random.between(1_300, 2_600) : random.between(2_400, 6_000);
  const shape = parcel.landUse === 'S42' && areaOf(parcel.ring) < 4_500 ? parcel.ring : footprint(parcel.ring, wanted, kind === 'basement' ? 5 : 2, 380);
  if (!shape) return null;
  const tail = { lot: '停车场', garage: '停车楼', basement: '地下停车库' }[kind];
  const name = kind === 'basement' && parcel.name ? `${parcel.name}${tail}` : namer.placed(`${street}${tail}`);
  return { kind, shape, gate: parcel.gates[0], name, fits: Math.floor(areaOf(shape) * random.pick(levels) / perStall), parcel, residents };
}

function fillPlaces(places: readonly Place[], wanted: number, random: Random): number[] {
  const room = places.map((place) => place.fits * random.between(0.85, 1));
  const total = room.reduce((a, b) => a + b, 0);
  const share = total === 0 ? 0 : Math.min(1, wanted / total);
  return room.map((fits) => Math.max(8, Math.round(fits * Math.max(0.3, share))));
}

/** Some of the ledger is not surveyed as ground but as a place: a point. */
const asPoint = (place: Place, random: Random): boolean => (place.kind === 'lot' && random.chance(0.3)) || (place.kind === 'on-street' && random.chance(0.12));

function facility(place: Place, stalls: number, random: Random): Draft {
  const closedByNight = place.kind === 'basement' && !place.residents && /^(B1|B2|A1|A2|B3)$/.test(place.parcel.landUse) && random.chance(0.3);
  const access = place.residents ? 'residents' : random.chance(0.04) ? 'closed' : 'public';
  const geometry = asPoint(place, random) ? point(place.kind === 'on-street' ? place.gate : centroid(place.shape)) : place.kind === 'on-street' ? line(place.shape) : polygon(place.shape);
  const kerbOnlyAtNight = place.kind === 'on-street' && random.chance(0.25);
  return {
    id: '', name: place.name, geometry,
    properties: {
      stalls, kind: place.kind, access, openNight: access !== 'closed' && !closedByNight, openDay: access === 'public' && !kerbOnlyAtNight, ...(geometry.type === 'LineString' ? {} : { entrances: [[place.gate[0], place.gate[1]]] }),
      sourceDate: random.pick(['2026-05-31', '2026-01-31', '2025-09-30']), confidence: random.chance(0.8) ? 'surveyed' : 'reported', ...(access === 'closed' ? { remarks: '示范：产权单位专用，不对外' } : kerbOnlyAtNight ? { remarks: '示范：限时路内泊位 19:00 至次日 7:30' } : closedByNight ? { remarks: '示范：22:00 闭场' } : {}),
    },
  };
}

/** Works that are in the shelter ledger and in the car park ledger; `shelterRef` keeps them from counting twice. */
function sheltered({ id, name, ring, gate, stalls }: ShelterStalls): Draft {
  return { id: '', name: `${name}停车库`, geometry: polygon(ring), properties: { stalls, kind: 'basement', access: 'public', openNight: true, openDay: true, shelterRef: id, entrances: [[gate[0], gate[1]]], sourceDate: '2026-05-31', confidence: 'reported', remarks: '示范：利用人防工程，与人防台账为同一工程' } };
}
