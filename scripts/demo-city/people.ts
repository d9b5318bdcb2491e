import type { City, Parcel } from './city.ts';
import type { DistrictKind } from './districts.ts';
import type { Draft } from './feature.ts';
import { polygon } from './feature.ts';
import { Namer } from './names.ts';
import { luckAt } from './neighbourhood.ts';
import { centroid, insetBy, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';

/**
 * How a quarter is lived in: floor area ratio, floor area of a household, cars of a household, and stalls of the
 * compound's own as a share of its cars. The contrast is the point of the city: old and 1980s quarters were built
 * before cars, new ones to today's norms.
 */
const HOUSING: Readonly<Record<DistrictKind, { far: number; perHousehold: number; cars: number; ownLow: number; ownHigh: number; persons: number }>> = {
  old: { far: 1.4, perHousehold: 72, cars: 0.42, ownLow: 0, ownHigh: 0.2, persons: 2.3 },
  village: { far: 1.9, perHousehold: 56, cars: 0.24, ownLow: 0, ownHigh: 0.2, persons: 2.1 },
  estate80: { far: 1.4, perHousehold: 80, cars: 0.66, ownLow: 0.2, ownHigh: 0.55, persons: 2.6 },
  estate00: { far: 1.65, perHousehold: 104, cars: 0.92, ownLow: 0.78, ownHigh: 1.08, persons: 2.8 },
  cbd: { far: 2.6, perHousehold: 116, cars: 1.05, ownLow: 0.96, ownHigh: 1.2, persons: 2.6 },
  new: { far: 1.8, perHousehold: 118, cars: 1.1, ownLow: 0.95, ownHigh: 1.2, persons: 2.9 },
  port: { far: 1.3, perHousehold: 60, cars: 0.35, ownLow: 0.5, ownHigh: 0.9, persons: 2.2 },
  industry: { far: 1.5, perHousehold: 62, cars: 0.4, ownLow: 0.8, ownHigh: 1.1, persons: 2.2 },
  campus: { far: 1.5, perHousehold: 84, cars: 0.6, ownLow: 0.7, ownHigh: 1.0, persons: 2.5 },
};
/** Share of a household's cars that stay at home by day. */
const HOME_BY_DAY = 0.42;

/** Cars that arrive by day, per 100 m2 of floor: what the generator holds to be true of its own city. */
const ARRIVING: readonly (readonly [RegExp, number])[] = [[/^A5/, 1.5], [/^B[13]/, 1.2], [/^A3/, 0.5], [/^[AB]/, 1], [/^[MW]/, 0.3], [/./, 0]];
const arriving = (landUse: string): number => ARRIVING.find(([pattern]) => pattern.test(landUse))![1];

/** Work, trade and service by land use: floor area ratio (old to new quarters), stalls of its own as a share of the cars that arrive (old to new), what it is called. */
const WORK: Readonly<Record<string, { far: [number, number]; own: [number, number]; names: readonly string[] }>> = {
  A1: { far: [1.2, 1.6], own: [0.5, 0.92], names: ['街道办事处', '政务服务点', '派出所', '办公楼'] }, A2: { far: [0.9, 1.2], own: [0.55, 0.9], names: ['文化馆', '图书馆', '青少年宫'] },
  A3: { far: [0.7, 0.8], own: [0.55, 0.9], names: ['小学', '中学', '幼儿园'] }, A4: { far: [0.4, 0.5], own: [0.7, 0.9], names: ['体育馆'] }, A5: { far: [1.6, 1.8], own: [0.36, 0.62], names: ['社区卫生服务中心', '医院'] },
  A6: { far: [0.8, 1], own: [0.6, 0.92], names: ['养老院', '社区服务中心'] }, A7: { far: [0.6, 0.6], own: [0.1, 0.1], names: ['宗祠', '旧书院', '骑楼街', '会馆旧址', '老码头仓库'] },
  B1: { far: [1.2, 1.5], own: [0.52, 0.88], names: ['商场', '市场', '酒店', '百货', '商业街'] }, B2: { far: [1.6, 2.3], own: [0.6, 0.9], names: ['大厦', '商务中心', '写字楼'] }, B3: { far: [1, 1.3], own: [0.5, 0.85], names: ['影剧院', '健身中心'] },
  M1: { far: [1, 1.2], own: [0.85, 0.98], names: ['电子厂', '服装厂', '食品厂', '产业园'] }, M2: { far: [0.8, 0.9], own: [0.9, 0.98], names: ['机械厂', '船舶修造厂', '建材厂'] }, W1: { far: [0.6, 0.8], own: [0.9, 1], names: ['物流园', '仓库', '堆场'] },
  W2: { far: [0.6, 0.6], own: [0.9, 1], names: ['仓储中心'] }, S3: { far: [0.5, 0.5], own: [1, 1], names: ['客运站'] },
};
const MODERN: ReadonlySet<DistrictKind> = new Set(['cbd', 'new', 'estate00', 'campus', 'industry']);

const SHORT_OF_STALLS: ReadonlySet<DistrictKind> = new Set(['old', 'village', 'estate80', 'estate00']);

export interface Unit { draft: Draft; parcel: Parcel; households: number; population: number; netNight: number; netDay: number; ring: XY[] }

/** Demand units: residential compounds, and what people drive to by day. */
export function makeUnits(city: City): Unit[] {
  const random = randomOf(city.seed, 'people');
  const namer = new Namer(randomOf(city.seed, 'compound names'));
  return city.parcels.flatMap((parcel) => {
    const unit = /^R/.test(parcel.landUse) ? home(parcel, city, random, namer) : WORK[parcel.landUse] ? workplace(parcel, city, random, namer) : null;
    return unit ? [unit] : [];
  });
}

function home(parcel: Parcel, city: City, random: Random, namer: Namer): Unit {
  const form = HOUSING[parcel.kind];
  const floorArea = Math.round(parcel.area * form.far * random.between(0.82, 1.2) / 10) * 10;
  const households = Math.max(4, Math.round(floorArea / (form.perHousehold * random.between(0.9, 1.12))));
  const population = Math.round(households * form.persons * random.between(0.92, 1.08));
  const carsPerHousehold = Math.round(form.cars * random.between(0.86, 1.14) * 100) / 100;
  const cars = households * carsPerHousehold;
  // Where car parks were added, compounds were rebuilt with stalls too.
  const luck = SHORT_OF_STALLS.has(parcel.kind) ? 0.42 * (luckAt(city, centroid(parcel.ring)) - 0.9) : 0;
  const ownStalls = Math.round(cars * Math.max(0.02, random.between(form.ownLow, form.ownHigh) + luck));
  const demandDay = Math.round(Math.max(0, cars * HOME_BY_DAY - ownStalls));
  const style = parcel.kind === 'cbd' ? 'new' : parcel.kind === 'port' || parcel.kind === 'industry' || parcel.kind === 'campus' ? 'estate80' : parcel.kind;
  const name = namer.home(style, parcel.district, city.streetNames[parcel.street.id]);
  parcel.name = name;
  return unitOf(parcel, name, { households, population, carsPerHousehold, ownStalls, floorArea, landUse: parcel.landUse, demandDay }, random, Math.max(0, cars - ownStalls), demandDay);
}

function workplace(parcel: Parcel, city: City, random: Random, namer: Namer): Unit {
  const { far, own, names } = WORK[parcel.landUse];
  const modern = MODERN.has(parcel.kind) ? 1 : 0;
  const ratio = parcel.kind === 'cbd' ? far[1] * 1.25 : far[modern];
  const floorArea = Math.round(Math.min(parcel.area, /^B/.test(parcel.landUse) ? 15_000 : 55_000) * ratio * random.between(0.75, 1.25) / 10) * 10;
  const cars = floorArea / 100 * arriving(parcel.landUse);
  const ownStalls = Math.round(cars * Math.min(1.1, own[modern] * (parcel.kind === 'cbd' ? 0.74 : 1) * random.between(0.82, 1.18)));
  const name = parcel.name ?? nameOf(parcel, city, random, namer, names);
  parcel.name = name;
  return unitOf(parcel, name, { households: 0, population: 0, carsPerHousehold: null, ownStalls, floorArea, landUse: parcel.landUse, demandNight: 0 }, random, 0, Math.max(0, cars - ownStalls));
}
function nameOf(parcel: Parcel, city: City, random: Random, namer: Namer, names: readonly string[]): string {
  const tail = random.pick(names);
  if (/^[BMW]/.test(parcel.landUse)) return namer.trade(tail);
  if (parcel.kind === 'campus' && parcel.landUse === 'A3') return namer.placed(`示范大学${random.pick(['东校区', '西校区', '理工学部', '医学部', '文理学部', '海洋学院'])}`);
  return namer.placed(`${city.streetNames[parcel.street.id]}${tail}`);
}

function unitOf(parcel: Parcel, name: string, values: Draft['properties'], random: Random, netNight: number, netDay: number): Unit {
  const ring = insetBy(parcel.ring, parcel.area < 5_000 ? 1.5 : 3) ?? parcel.ring;
  const households = values['households'] as number, population = values['population'] as number;
  const draft: Draft = {
    id: '', name, geometry: polygon(ring),
    properties: { ...values, entrances: parcel.gates.map(([x, y]) => [x, y]), sourceDate: random.pick(['2026-03-31', '2025-12-31', '2026-06-30']), confidence: random.chance(0.7) ? 'reported' : 'estimated' },
  };
  return { draft, parcel, households, population, netNight, netDay, ring };
}

/** Exactly as many units as asked for: the least of those that were made are left out. */
export function trimUnits(units: Unit[], wanted: number): Unit[] {
  const weight = (unit: Unit): number => unit.households * 100 + (unit.draft.properties['floorArea'] as number);
  const order = units.map((unit, i) => ({ i, weight: weight(unit) })).sort((a, b) => b.weight - a.weight || a.i - b.i).slice(0, wanted);
  const kept = order.map(({ i }) => i).sort((a, b) => a - b).map((i) => units[i]);
  kept.forEach((unit, i) => { unit.draft.id = `XQ-${String(i + 1).padStart(wanted > 9_999 ? 6 : 4, '0')}`; });
  return kept;
}
