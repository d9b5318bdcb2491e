import type { Geometry } from 'geojson';
import type { City } from './city.ts';
import type { DistrictKind } from './districts.ts';
import type { Draft } from './feature.ts';
import { polygon } from './feature.ts';
import { cityGround, parts, welded } from './land-cover.ts';
import { areaOf, centroid, distance, type XY } from './plane.ts';
import { kernel, polygonOf } from './terrain.ts';

type Suitability = 'forbidden' | 'restricted' | 'caution' | 'suitable';
const STRATA = { shallow: [0, 15, '浅层'], 'sub-shallow': [15, 30, '次浅层'], 'sub-deep': [30, 50, '次深层'], deep: [50, 100, '深层'] } as const;
type Stratum = keyof typeof STRATA;

/** The master plan of the underground: who may build what, in four strata. Within a stratum zones do not overlap. */
export function makeZones(city: City): Draft[] {
  const shallow = shallowZones(city);
  const all = [...shallow, ...superblockZones(city), ...deepZones(city, 'sub-deep'), ...deepZones(city, 'deep'), ...naturalZones(city)];
  return all.map(({ stratum, suitability, use, name, geometry }, i): Draft => ({
    id: `GH-${String(i + 1).padStart(4, '0')}`, name: `${name}（${STRATA[stratum][2]}）`, geometry,
    properties: { suitability, stratum, use, topDepth: STRATA[stratum][0], bottomDepth: STRATA[stratum][1], steward: '示范市自然资源局', sourceDate: '2025-10-31', confidence: 'design' },
  }));
}

interface Zone { stratum: Stratum; suitability: Suitability; use: string | null; name: string; geometry: Geometry }

const SHALLOW: Readonly<Record<DistrictKind, [Suitability, string]>> = {
  old: ['restricted', '市政管线、小型人行通道'], village: ['caution', '更新改造时统筹'], estate80: ['suitable', '配建与公用地下车库'], estate00: ['suitable', '配建地下车库'], cbd: ['suitable', '地下商业街、人行连通道'], new: ['suitable', '配建地下车库'],
  port: ['caution', '填海软土，须专项论证'], industry: ['suitable', '设备用房'], campus: ['suitable', '配建地下车库'],
};

function shallowZones(city: City): Zone[] {
  const stores = city.parcels.filter((parcel) => parcel.landUse === 'W3').map((parcel) => centroid(parcel.ring));
  const sites = developmentSites(city);
  return [...city.plan.quarters.flatMap(({ cell }, index): Zone[] => {
    const block = city.blocks.find((one) => one.quarter === index);
    if (!block) return [];
    const [suitability, use] = SHALLOW[block.kind];
    const near = stores.some((store) => distance(store, centroid(cell.ring)) < 420);
    const taken = sites.filter((site) => site.quarter === index).map((site) => site.geometry);
    const geometry = taken.length === 0 ? polygon(cell.ring) : kernel.difference(polygon(cell.ring), kernel.union(taken)!)!;
    return [{ stratum: 'shallow', suitability: near ? 'forbidden' : suitability, use: near ? '危险品仓储安全控制' : use, name: `${block.district}${index + 1}号片区`, geometry }];
  }), ...sites.map((site): Zone => ({ stratum: 'shallow', suitability: 'suitable', use: '公共停车与人防工程', name: site.name, geometry: site.geometry }))];
}

/** Greens, squares, sports grounds and depots that the plan marks for public car parks and shelters. */
function developmentSites(city: City): { quarter: number; name: string; geometry: Geometry }[] {
  const open = city.parcels.filter((parcel) => /^(G1|G3|A4|S41|S42)$/.test(parcel.landUse) && parcel.area > 3_200 && /^(estate80|estate00|cbd|new|old)$/.test(parcel.kind));
  return open.filter((parcel, i) => parcel.name !== null || i % 3 === 0).map((parcel) => ({ quarter: parcel.quarter, name: `${parcel.name ?? `${parcel.district}${parcel.landUse}`}地下公共停车地块`, geometry: polygon(parcel.ring) }));
}

const BELOW: Readonly<Record<DistrictKind, { 'sub-shallow': [Suitability, string]; 'sub-deep': [Suitability, string]; deep: [Suitability, string] }>> = {
  old: { 'sub-shallow': ['caution', '轨道交通'], 'sub-deep': ['suitable', '轨道交通、市政干线预留'], deep: ['caution', '远期预留'] }, village: { 'sub-shallow': ['caution', '远期预留'], 'sub-deep': ['caution', '远期预留'], deep: ['caution', '远期预留'] },
  estate80: { 'sub-shallow': ['suitable', '轨道交通、深层车库'], 'sub-deep': ['suitable', '市政干线预留'], deep: ['suitable', '远期预留'] }, estate00: { 'sub-shallow': ['suitable', '轨道交通、深层车库'], 'sub-deep': ['suitable', '市政干线预留'], deep: ['suitable', '远期预留'] },
  cbd: { 'sub-shallow': ['suitable', '轨道交通、地下道路'], 'sub-deep': ['caution', '市政干线预留'], deep: ['caution', '远期预留'] }, new: { 'sub-shallow': ['suitable', '轨道交通、雨水调蓄'], 'sub-deep': ['suitable', '市政干线预留'], deep: ['suitable', '远期预留'] },
  port: { 'sub-shallow': ['restricted', '填海软土'], 'sub-deep': ['caution', '远期预留'], deep: ['caution', '远期预留'] }, industry: { 'sub-shallow': ['suitable', '雨水调蓄'], 'sub-deep': ['suitable', '能源储备'], deep: ['suitable', '远期预留'] },
  campus: { 'sub-shallow': ['suitable', '实验与仓储'], 'sub-deep': ['suitable', '远期预留'], deep: ['suitable', '远期预留'] },
};
function kindOf(city: City, superblock: number): { kind: DistrictKind; district: string } | null {
  const counts = new Map<string, { kind: DistrictKind; district: string; area: number }>();
  for (const block of city.blocks) if (block.superblock === superblock) {
    const row = counts.get(block.district) ?? { kind: block.kind, district: block.district, area: 0 };
    row.area += areaOf(block.ring);
    counts.set(block.district, row);
  }
  return [...counts.values()].sort((a, b) => b.area - a.area || (a.district < b.district ? -1 : 1))[0] ?? null;
}

function superblockZones(city: City): Zone[] {
  return city.plan.superblocks.flatMap((cell, index): Zone[] => {
    const main = kindOf(city, index);
    if (!main) return [];
    const [suitability, use] = BELOW[main.kind]['sub-shallow'];
    return [{ stratum: 'sub-shallow', suitability, use, name: `${main.district}${index + 1}单元`, geometry: polygon(cell.ring) }];
  });
}

/** Deep strata are planned by district. */
function deepZones(city: City, stratum: 'sub-deep' | 'deep'): Zone[] {
  const districts = new Map<string, { kind: DistrictKind; rings: XY[][] }>();
  city.plan.superblocks.forEach((cell, index) => {
    const main = kindOf(city, index);
    if (!main) return;
    const row = districts.get(main.district) ?? { kind: main.kind, rings: [] };
    row.rings.push(cell.ring);
    districts.set(main.district, row);
  });
  return [...districts].flatMap(([district, { kind, rings }]) => parts(welded(rings)).map((geometry): Zone => ({ stratum, suitability: BELOW[kind][stratum][0], use: BELOW[kind][stratum][1], name: `${district}片区`, geometry })));
}

const NATURAL: readonly { stratum: Stratum; river: Suitability; hill: Suitability; hillUse: string }[] = [
  { stratum: 'shallow', river: 'forbidden', hill: 'restricted', hillUse: '山体保护' }, { stratum: 'sub-shallow', river: 'restricted', hill: 'caution', hillUse: '山体洞库（专项论证）' },
  { stratum: 'sub-deep', river: 'caution', hill: 'suitable', hillUse: '山体洞库' }, { stratum: 'deep', river: 'caution', hill: 'suitable', hillUse: '远期预留' },
];
function naturalZones(city: City): Zone[] {
  const inCity = cityGround(city);
  const river = kernel.intersection(polygonOf(city.terrain.river), inCity)!;
  const woods = kernel.difference(kernel.intersection(polygonOf(city.terrain.mountains), inCity)!, river)!;
  const hills = city.terrain.hills.map((hill) => ({ name: hill.name, geometry: kernel.difference(polygonOf(hill.ring), polygonOf(city.terrain.sea))! }));
  return NATURAL.flatMap(({ stratum, river: wet, hill, hillUse }): Zone[] => [
    { stratum, suitability: wet, use: '河道行洪', name: '紫荆河', geometry: river }, { stratum, suitability: hill, use: hillUse, name: '北屏山', geometry: woods },
    ...hills.map(({ name, geometry }): Zone => ({ stratum, suitability: hill, use: hillUse, name, geometry })),
  ]);
}
