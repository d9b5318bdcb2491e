import type { City, Parcel } from './city.ts';
import type { DistrictKind } from './districts.ts';
import { polygon, type Draft } from './feature.ts';
import { footprint } from './footprint.ts';
import type { ShelterStalls } from './parking.ts';
import { areaOf, nearest, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';

/** How likely a parcel of a quarter has a shelter, and when it may have been built: the old quarters have few and old ones. */
const BUILT: Readonly<Record<DistrictKind, { likely: number; years: [number, number]; area: [number, number] }>> = {
  old: { likely: 0.5, years: [1972, 1996], area: [260, 900] }, village: { likely: 0.03, years: [2004, 2014], area: [300, 700] }, estate80: { likely: 0.42, years: [1986, 2004], area: [420, 1900] },
  estate00: { likely: 1.1, years: [2003, 2015], area: [800, 2700] }, cbd: { likely: 1.5, years: [2012, 2024], area: [1300, 4200] }, new: { likely: 1.2, years: [2014, 2025], area: [900, 3300] },
  port: { likely: 0.25, years: [1998, 2012], area: [500, 1500] }, industry: { likely: 0.3, years: [2006, 2020], area: [600, 1900] }, campus: { likely: 0.9, years: [2005, 2020], area: [1500, 3800] },
};
const USES: readonly (readonly [string, number])[] = [['personnel-2', 78], ['personnel-1', 4], ['materials', 8], ['vehicle', 3], ['rescue-station', 2.5], ['team-personnel', 2], ['team-equipment', 1.5], ['power', 1]];
const STEWARDS = ['示范城区人防工程管理站', '示范物业服务中心', '示范公共资产管理公司', '示范街道办事处'];

export interface Shelter { draft: Draft; parcel: Parcel; ring: XY[] }

/** The shelter ledger. Half of the works with stalls are not open for parking: the cheapest stalls that a city can get. */
export function makeShelters(city: City, wanted: number): Shelter[] {
  const random = randomOf(city.seed, 'shelters');
  const candidates = city.parcels.filter((parcel) => /^(R2|B1|B2|A1|A2|A3|A5|A4|A6|G1|G3|M1|S42)$/.test(parcel.landUse) && parcel.area > 1_200)
    .map((parcel, i) => ({ parcel, i, key: random.next() / (BUILT[parcel.kind].likely * (/^[GS]/.test(parcel.landUse) ? 0.35 : 1)) }));
  candidates.sort((a, b) => a.key - b.key || a.i - b.i);
  const out: Shelter[] = [];
  for (const { parcel } of candidates) {
    if (out.length >= wanted) break;
    const { area } = BUILT[parcel.kind];
    const ring = footprint(parcel.ring, random.between(area[0], area[1]), 8, 240);
    if (ring) out.push({ draft: shelter(parcel, ring, random), parcel, ring });
  }
  out.sort((a, b) => a.parcel.block - b.parcel.block || (a.parcel.id < b.parcel.id ? -1 : 1));
  out.forEach((one, i) => { one.draft.id = `RF-${String(i + 1).padStart(wanted > 9_999 ? 6 : 4, '0')}`; });
  return out;
}

function shelter(parcel: Parcel, ring: XY[], random: Random): Draft {
  const floorArea = Math.round(areaOf(ring));
  // 0.64 to 0.73: the spread of the seven protective units of one real garage (DOMAIN 1.1).
  const shelteringArea = Math.round(floorArea * random.between(0.64, 0.73));
  const wartimeFunction = random.weighted(USES);
  const year = random.whole(...BUILT[parcel.kind].years);
  const parks = floorArea > 700 && random.chance(0.74);
  const openForParking = parks && random.chance(0.5);
  const stalls = parks ? Math.floor(floorArea / random.between(31, 39)) : null;
  const topDepth = Math.round(random.between(1.2, 2.6) * 10) / 10;
  const gate = nearest(ring, parcel.gates[0], true).place;
  const registered = random.chance(0.72);
  const old = year < 2000;
  return {
    id: '', name: `${parcel.name ?? `${parcel.district}绿地`}人防工程`, geometry: polygon(ring),
    properties: {
      floorArea, shelteringArea, capacity: /^personnel/.test(wartimeFunction) ? shelteringArea : null, wartimeFunction, peacetimeUse: parks ? (openForParking ? '停车库（对外开放）' : '停车库（未对外开放）') : random.pick(['物资储备', '社区活动室', '仓储', '未利用', '商业']),
      protectionClass: old ? random.pick(['6级', '5级', '6B级']) : random.pick(['甲类 核6级常6级', '甲类 核6级常6级', '乙类 常6级', '甲类 核5级常5级']), openForParking, stalls,
      completed: `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`, useCertificate: registered ? `紫防用（${Math.max(year, 2004)}）第${String(random.whole(1, 999)).padStart(4, '0')}号` : null,
      nextInspection: registered ? `${random.pick([2026, 2027, 2027, 2028])}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}` : null, steward: random.pick(STEWARDS),
      topDepth, bottomDepth: Math.round((topDepth + random.pick([3.8, 4.2, 4.6, 7.6])) * 10) / 10, entrances: [[gate[0], gate[1]]],
      sourceDate: '2026-06-30', confidence: old ? 'reported' : 'surveyed', secrecy: 'internal', ...(registered ? {} : { remarks: '示范：未办理使用证' }),
    },
  };
}
const two = (n: number): string => String(n).padStart(2, '0');

/** Some of the shelters that are open for parking are in the car park ledger as well. */
export function shelterStalls(shelters: readonly Shelter[], share: number): ShelterStalls[] {
  return shelters.filter(({ draft }, i) => draft.properties['openForParking'] === true && i % Math.round(1 / share) === 0).map(({ draft, ring, parcel }) => ({
    id: draft.id, name: draft.name!, ring, gate: (draft.properties['entrances'] as [number, number][])[0], stalls: draft.properties['stalls'] as number, quarter: parcel.quarter,
  }));
}
