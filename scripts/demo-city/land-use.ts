import type { Block, City, Parcel } from './city.ts';
import { CLASS_RANK } from './city.ts';
import { DISTRICT_FORMS, type DistrictKind } from './districts.ts';
import { frontage, parcelRings, cutStraight } from './parcels.ts';
import { areaOf, centroid, distance, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';

/** Shares of land uses (GB 50137-2011) by quarter, off the main streets; on them `front` comes on top. */
const MIX: Readonly<Record<DistrictKind, { mix: readonly (readonly [string, number])[]; front: readonly (readonly [string, number])[] }>> = {
  old: { mix: [['R2', 74], ['B1', 9], ['A2', 2], ['A7', 2.2], ['A1', 2], ['A6', 1.5], ['G1', 2.5], ['S42', 1.2], ['U1', 0.8], ['B3', 1.5]], front: [['B1', 45], ['B2', 8], ['B3', 4]] },
  village: { mix: [['R3', 86], ['B1', 5], ['G1', 2], ['A6', 2], ['S42', 1.4], ['M1', 2]], front: [['B1', 25]] },
  estate80: { mix: [['R2', 78], ['B1', 4.5], ['A1', 1.6], ['A6', 2], ['G1', 3.5], ['S42', 2], ['U1', 1], ['B3', 1]], front: [['B1', 15], ['B2', 7]] },
  estate00: { mix: [['R2', 74], ['B1', 5], ['A6', 2], ['G1', 7], ['S42', 2.2], ['U1', 1.2], ['A2', 1.5]], front: [['B1', 11], ['B2', 6]] },
  cbd: { mix: [['R2', 22], ['B2', 32], ['B1', 18], ['A2', 3], ['G1', 7], ['G3', 4], ['S42', 2.5], ['B3', 3]], front: [['B2', 60], ['B1', 25]] },
  new: { mix: [['R2', 62], ['B1', 6], ['B2', 5], ['G1', 10], ['A6', 1], ['S42', 2.2], ['U1', 1.5], ['R1', 5]], front: [['B2', 14], ['B1', 8]] },
  port: { mix: [['W1', 44], ['M2', 26], ['W2', 12], ['M1', 10], ['S41', 3], ['U1', 3], ['G2', 4]], front: [['B2', 3]] },
  industry: { mix: [['M1', 56], ['M2', 14], ['W1', 12], ['B2', 5], ['R2', 5], ['G2', 6], ['U1', 2], ['S42', 1]], front: [['B1', 6], ['B2', 6]] },
  campus: { mix: [['A3', 66], ['G1', 10], ['A4', 6], ['R2', 10], ['B1', 3], ['S42', 2], ['A2', 2]], front: [] },
};

/** Whole blocks with a use of their own, near a place in kilometres. */
const SITES: readonly { landUse: string; name: string; at: XY }[] = [
  { landUse: 'A1', name: '市民中心', at: [2.98, 2.42] }, { landUse: 'G3', name: '紫荆湾广场', at: [3.02, 2.12] }, { landUse: 'A2', name: '紫荆湾大剧院', at: [2.78, 1.62] }, { landUse: 'G1', name: '中央公园', at: [3.12, 2.66] },
  { landUse: 'A5', name: '第一人民医院', at: [4.15, 3.32] }, { landUse: 'A5', name: '河东医院', at: [6.05, 4.1] }, { landUse: 'A5', name: '东城医院', at: [8.55, 4.25] }, { landUse: 'A5', name: '西滨医院', at: [1.15, 3.25] }, { landUse: 'A5', name: '中医院', at: [4.42, 2.98] },
  { landUse: 'A4', name: '市体育中心', at: [1.95, 2.45] }, { landUse: 'A4', name: '东城体育公园', at: [8.4, 3.4] }, { landUse: 'A4', name: '河东体育场', at: [5.4, 3.6] },
  { landUse: 'G1', name: '人民公园', at: [4.45, 3.55] }, { landUse: 'G1', name: '河东公园', at: [5.5, 4.25] }, { landUse: 'E1', name: '星湖', at: [8.6, 3.78] }, { landUse: 'G1', name: '星湖公园', at: [8.8, 3.7] }, { landUse: 'G1', name: '西滨公园', at: [0.62, 2.2] },
  { landUse: 'G1', name: '北苑公园', at: [3.75, 5.2] }, { landUse: 'G1', name: '东苑公园', at: [6.45, 5.25] }, { landUse: 'G1', name: '榕树公园', at: [3.5, 3.55] }, { landUse: 'E1', name: '月塘', at: [0.85, 2.1] },
  { landUse: 'S3', name: '紫荆客运站', at: [3.3, 4.35] }, { landUse: 'S41', name: '东城公交场', at: [8.2, 4.35] }, { landUse: 'S41', name: '西滨公交场', at: [0.6, 3.1] }, { landUse: 'S41', name: '河东公交场', at: [6.3, 4.3] },
  { landUse: 'U1', name: '上游水厂', at: [5.0, 5.95] }, { landUse: 'U2', name: '东港污水处理厂', at: [8.1, 1.45] }, { landUse: 'G3', name: '老城广场', at: [4.32, 2.68] }, { landUse: 'G3', name: '河东广场', at: [5.95, 3.72] },
  { landUse: 'W3', name: '东港危险品仓库', at: [7.75, 1.35] }, { landUse: 'W3', name: '临港化工仓库', at: [9.5, 2.1] },
];

export function makeParcels(city: Omit<City, 'parcels'>): Parcel[] {
  const random = randomOf(city.seed, 'parcels');
  const sites = siteBlocks(city);
  const out: Parcel[] = [];
  const add = (ring: XY[], block: number, landUse: string, name: string | null) => {
    const from = city.blocks[block];
    out.push({ id: `DK-${String(out.length + 1).padStart(5, '0')}`, ring, area: areaOf(ring), block, quarter: from.quarter, kind: from.kind, district: from.district, landUse, name, ...frontage(ring, from, city.plan.map) });
  };
  city.blocks.forEach((block, index) => {
    const site = sites.get(index);
    if (site) return add(block.ring, index, site.landUse, site.name);
    if (/^(new|estate00|cbd)$/.test(block.kind) && block.ring.length > 3 && random.chance(0.055)) return add(block.ring, index, 'G1', `${city.streetNames[frontage(block.ring, block, city.plan.map).street.id]}公园`);
    for (const ring of parcelRings(block.ring, DISTRICT_FORMS[block.kind].parcel, random)) {
      const landUse = usedFor(ring, block, city, random);
      if (landUse === 'S42' && areaOf(ring) > 5_000) {
        const [lot, rest] = cutOff(ring, random.between(1_800, 3_600));
        add(lot, index, 'S42', null);
        if (rest) add(rest, index, random.chance(0.5) ? 'G1' : 'B1', null);
      } else add(ring, index, landUse, null);
    }
  });
  schools(out, random);
  return out;
}

function usedFor(ring: XY[], block: Block, city: Omit<City, 'parcels'>, random: Random): string {
  const { mix, front } = MIX[block.kind];
  const rank = CLASS_RANK[frontage(ring, block, city.plan.map).street.roadClass];
  const weight = rank >= 3 ? 1 : rank === 2 ? 0.45 : 0;
  return random.weighted([...mix, ...front.map(([use, share]) => [use, share * weight] as const)]);
}

/** A piece of about the wanted area at one end of the ring. */
function cutOff(ring: XY[], wanted: number): [XY[], XY[] | null] {
  let piece = ring, rest: XY[] | null = null;
  for (let k = 0; k < 4 && areaOf(piece) > wanted * 1.5; k++) {
    const centre = centroid(piece);
    const longest = piece.reduce((best, p, i) => (distance(p, piece[(i + 1) % piece.length]) > distance(piece[best], piece[(best + 1) % piece.length]) ? i : best), 0);
    const [a, b] = [piece[longest], piece[(longest + 1) % piece.length]];
    const parts = cutStraight(piece, centre, [-(b[1] - a[1]) / distance(a, b), (b[0] - a[0]) / distance(a, b)]);
    if (!parts) break;
    // Only the first cut leaves a rest worth a use; a later one would cut the rest in two.
    if (rest) break;
    [piece, rest] = areaOf(parts[0]) <= areaOf(parts[1]) ? parts : [parts[1], parts[0]];
  }
  return [piece, rest];
}

function siteBlocks(city: Omit<City, 'parcels'>): Map<number, { landUse: string; name: string }> {
  const taken = new Map<number, { landUse: string; name: string }>();
  for (const site of SITES) {
    const at: XY = [site.at[0] * 1000 * city.terrain.scale, site.at[1] * 1000 * city.terrain.scale];
    let best = -1, least = Infinity;
    city.blocks.forEach((block, i) => {
      const far = distance(centroid(block.ring), at);
      if (!taken.has(i) && far < least) { least = far; best = i; }
    });
    taken.set(best, site);
  }
  return taken;
}

/** One school for about every second quarter where people live, on an ordinary parcel off the main streets. */
function schools(parcels: Parcel[], random: Random): void {
  const byQuarter = new Map<number, Parcel[]>();
  for (const parcel of parcels) if (parcel.landUse === 'R2' && parcel.area > 3_500) byQuarter.set(parcel.quarter, [...(byQuarter.get(parcel.quarter) ?? []), parcel]);
  for (const group of byQuarter.values()) {
    if (group.length < 4 || !random.chance(0.62)) continue;
    const quiet = group.filter((parcel) => CLASS_RANK[parcel.street.roadClass] <= 2 && parcel.area < 30_000);
    if (quiet.length > 0) random.pick(quiet).landUse = 'A3';
  }
}
