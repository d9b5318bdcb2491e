import type { Geometry } from 'geojson';
import type { City, Parcel } from './city.ts';
import { line, point, polygon, type Draft } from './feature.ts';
import { footprint } from './footprint.ts';
import { cityGround, parts, welded } from './land-cover.ts';
import { along, centroid, distance, left, lengthOf, minus, partOf, pointAt, unit, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import { joined } from './road-projects.ts';
import { kernel, polygonOf } from './terrain.ts';

/** What lies under the city or beside it. `clearance` is left unknown where the program's own rule for the kind is meant. */
interface Obstacle { kind: string; name: string; geometry: Geometry; topDepth: number | null; bottomDepth: number | null; steward: string; clearance?: number; remarks?: string; confidence?: string }

export function makeConstraints(city: City): Draft[] {
  const random = randomOf(city.seed, 'constraints');
  const all = [...metro(city), ...tunnelsAndPipes(city, random), ...hazards(city, random), ...heritage(city, random), ...basements(city, random), ...nature(city, random)];
  return all.map((obstacle, i): Draft => ({
    id: `XZ-${String(i + 1).padStart(4, '0')}`, name: obstacle.name, geometry: obstacle.geometry,
    properties: {
      kind: obstacle.kind, clearance: obstacle.clearance ?? null, topDepth: obstacle.topDepth, bottomDepth: obstacle.bottomDepth, steward: obstacle.steward, sourceDate: '2026-03-31', confidence: obstacle.confidence ?? 'surveyed',
      secrecy: /pipe|gas-main|utility-tunnel|explosives|toxic-tank/.test(obstacle.kind) ? 'internal' : 'public', ...(obstacle.remarks ? { remarks: `示范：${obstacle.remarks}` } : {}),
    },
  }));
}

/** A main street from end to end, over the river too. */
export function mainLine(city: City, name: string): XY[] {
  const chains = joined(city.plan.map.streets.filter((street) => street.name === name).map((street) => street.points)).filter((chain) => lengthOf(chain) > 100);
  const spanX = Math.max(...chains.flat().map((p) => p[0])) - Math.min(...chains.flat().map((p) => p[0])), spanY = Math.max(...chains.flat().map((p) => p[1])) - Math.min(...chains.flat().map((p) => p[1]));
  const axis = spanX >= spanY ? 0 : 1;
  return chains.map((chain) => (chain[0][axis] <= chain[chain.length - 1][axis] ? chain : [...chain].reverse())).sort((a, b) => a[0][axis] - b[0][axis]).flat();
}
const strip = (points: readonly XY[], halfWidth: number): Geometry => {
  const area = kernel.buffer(line(points), halfWidth, { flatCaps: true, quadrantSegments: 3 })!;
  return parts(area).sort((a, b) => b.coordinates[0].length - a.coordinates[0].length)[0];
};
/** A line beside another, at a distance to its left. */
export function beside(points: readonly XY[], off: number): XY[] {
  return points.map((p, i) => along(p, left(unit(minus(points[Math.min(points.length - 1, i + 1)], points[Math.max(0, i - 1)]))), off));
}

const METRO = [
  { line: '地铁1号线', street: '人民大道', from: 500, gap: 1050, stations: ['西滨站', '西城大道站', '体育中心站', '中央公园站', '老城北站', '河东站', '沙头站', '东港北站', '临港站', '城东站'] },
  { line: '地铁2号线', street: '解放路', from: 420, gap: 960, stations: ['湾头站', '南园站', '榕树公园站', '客运站', '北苑站', '北屏山站'] },
  { line: '地铁4号线', street: '东城大道', from: 700, gap: 1000, stations: ['东港站', '工业园站', '星湖站', '东城医院站', '大学城站'] },
] as const;
const COMPANY = '示范轨道交通公司';
function metro(city: City): Obstacle[] {
  const built = METRO.flatMap(({ line: name, street, from, gap, stations }) => {
    const track = mainLine(city, street), length = lengthOf(track), scale = city.terrain.scale;
    const stops = stations.map((station, i) => ({ station, at: (from + i * gap) * scale })).filter(({ at }) => at < length - 150);
    const tunnels = stops.slice(1).map((stop, i): Obstacle => ({ kind: 'metro-structure', name: `${name}${stops[i].station.replace(/站$/, '')}至${stop.station.replace(/站$/, '')}区间`, geometry: strip(partOf(track, stops[i].at + 105, stop.at - 105), 8), topDepth: 13 + (i % 3), bottomDepth: 20 + (i % 3), steward: COMPANY }));
    const halls = stops.map(({ station, at }): Obstacle => ({ kind: 'metro-structure', name: `${name}${station}`, geometry: strip(partOf(track, at - 105, at + 105), 11), topDepth: 3, bottomDepth: 19, steward: COMPANY }));
    return [...tunnels, ...halls];
  });
  const planned = [{ name: '地铁3号线（规划）', street: '江东大道' }, { name: '地铁5号线（规划）', street: '西城大道' }]
    .map(({ name, street }): Obstacle => ({ kind: 'metro-planned', name, geometry: line(mainLine(city, street)), topDepth: 12, bottomDepth: 24, steward: COMPANY, confidence: 'design', remarks: '线位为规划方案' }));
  return [...built, ...planned];
}

function tunnelsAndPipes(city: City, random: Random): Obstacle[] {
  const out: Obstacle[] = [];
  for (const street of ['西城大道', '湾区大道', '城东大道']) {
    const track = beside(mainLine(city, street), -14);
    out.push({ kind: 'utility-tunnel', name: `${street}综合管廊`, geometry: strip(partOf(track, 80, lengthOf(track) - 80), 3.2), topDepth: 4, bottomDepth: 9, steward: '示范管廊运营公司' });
  }
  for (const street of ['人民大道', '紫荆路', '解放路', '江东大道', '东城大道', '北环快速路']) {
    const track = mainLine(city, street);
    out.push({ kind: 'pipe', name: `${street}DN800给水管`, geometry: line(beside(track, 11)), topDepth: 1.1, bottomDepth: 2, steward: '示范水务公司' });
    out.push({ kind: 'pipe', name: `${street}雨水干管`, geometry: line(beside(track, -11)), topDepth: 1.3, bottomDepth: 2.5, steward: '示范水务公司' });
  }
  for (const street of ['北环快速路', '江东大道']) out.push({ kind: 'gas-main', name: `${street}高压燃气干管`, geometry: line(beside(mainLine(city, street), 17)), topDepth: 1.2, bottomDepth: 1.8, steward: '示范燃气公司' });
  const minor = random.shuffle(city.plan.map.streets.filter((street) => street.roadClass === 'secondary' && !street.name && lengthOf(street.points) > 320)).slice(0, 34);
  for (const street of minor) {
    const side = random.chance(0.5) ? 6 : -6, kind = random.pick(['DN400给水管', '污水管', '10kV电力排管', '通信管道', 'DN300给水管']);
    const topDepth = Math.round(random.between(0.8, 1.6) * 10) / 10;
    out.push({ kind: 'pipe', name: `${city.streetNames[street.id]}${kind}`, geometry: line(beside(street.points, side)), topDepth, bottomDepth: Math.round((topDepth + random.between(0.4, 1)) * 10) / 10, steward: /电力/.test(kind) ? '示范供电公司' : /通信/.test(kind) ? '示范通信管道公司' : '示范水务公司' });
  }
  return out;
}

function hazards(city: City, random: Random): Obstacle[] {
  const stores = city.parcels.filter((parcel) => parcel.landUse === 'W3').flatMap((parcel): Obstacle[] => {
    const ring = footprint(parcel.ring, 2_400, 25, 300);
    const tank = ring && along(centroid(parcel.ring), unit(minus(parcel.ring[0], centroid(parcel.ring))), 55);
    return ring ? [{ kind: 'explosives', name: parcel.name!, geometry: polygon(ring), topDepth: 0, bottomDepth: 2, steward: '示范市应急管理局' }, { kind: 'toxic-tank', name: `${parcel.name!}液氨储罐`, geometry: point(tank!), topDepth: 0, bottomDepth: 3, steward: '示范市应急管理局' }] : [];
  });
  const works = random.shuffle(city.parcels.filter((parcel) => parcel.landUse === 'M2')).slice(0, 3)
    .map((parcel): Obstacle => ({ kind: 'toxic-tank', name: `${parcel.name ?? '工厂'}酸罐区`, geometry: point(centroid(parcel.ring)), topDepth: 0, bottomDepth: 3, steward: '示范市生态环境局' }));
  const pumps: Obstacle[] = [];
  for (const parcel of random.shuffle(city.parcels.filter((one) => one.landUse === 'B1' && /arterial|secondary/.test(one.street.roadClass) && one.area < 14_000))) {
    if (pumps.length >= 9) break;
    const place = centroid(parcel.ring);
    if (pumps.some((pump) => pump.geometry.type === 'Point' && distance(place, [pump.geometry.coordinates[0], pump.geometry.coordinates[1]]) < 900)) continue;
    pumps.push({ kind: 'explosives', name: `${city.streetNames[parcel.street.id]}加油站`, geometry: point(place), topDepth: 0, bottomDepth: 5, steward: '示范石油销售公司' });
  }
  return [...stores, ...works, ...pumps];
}

function heritage(city: City, random: Random): Obstacle[] {
  const pieces = city.parcels.filter((parcel) => parcel.landUse === 'A7').flatMap((parcel): Obstacle[] => {
    const ring = footprint(parcel.ring, parcel.area * 0.45, 3, 60);
    return ring ? [{ kind: 'heritage', name: parcel.name ?? '历史建筑', geometry: polygon(ring), topDepth: 0, bottomDepth: 4, steward: '示范市文化和旅游局' }, { kind: 'purple-line', name: `${parcel.name ?? '历史建筑'}保护范围`, geometry: polygon(parcel.ring), topDepth: 0, bottomDepth: 15, steward: '示范市文化和旅游局', confidence: 'design' }] : [];
  });
  const trees = random.shuffle(city.parcels.filter((parcel) => /^(old|estate80|village)$/.test(parcel.kind) && /^(G1|R2|R3|A3)$/.test(parcel.landUse))).slice(0, 26)
    .map((parcel, i): Obstacle => ({ kind: 'protected-tree', name: `古${random.pick(['榕', '樟', '木棉', '榕'])}${String(i + 1).padStart(3, '0')}号`, geometry: point(along(parcel.gates[0], unit(minus(centroid(parcel.ring), parcel.gates[0])), 7)), topDepth: 0, bottomDepth: 4, steward: '示范市园林绿化局' }));
  return [...pieces, ...trees];
}

function basements(city: City, random: Random): Obstacle[] {
  const deep = (parcel: Parcel): boolean => (parcel.landUse === 'B2' && parcel.kind !== 'port') || (parcel.landUse === 'R2' && (parcel.kind === 'new' || parcel.kind === 'cbd')) || (parcel.landUse === 'B1' && parcel.kind === 'cbd') || parcel.landUse === 'A5';
  return random.shuffle(city.parcels.filter((parcel) => deep(parcel) && parcel.area > 3_000)).slice(0, 90).flatMap((parcel): Obstacle[] => {
    const ring = footprint(parcel.ring, parcel.area * 0.6, 6, 600);
    const levels = random.pick([1, 2, 2, 3]);
    return ring ? [{ kind: 'existing-basement', name: `${parcel.name ?? '地块'}地下室`, geometry: polygon(ring), topDepth: 0.6, bottomDepth: Math.round((1.2 + levels * 3.8) * 10) / 10, steward: '示范物业服务中心', confidence: 'design' }] : [];
  });
}

function nature(city: City, random: Random): Obstacle[] {
  const { terrain } = city;
  const km = ([x, y]: XY): XY => [x * 1000 * terrain.scale, y * 1000 * terrain.scale];
  const river = kernel.intersection(polygonOf(terrain.river), cityGround(city))!;
  const inPort = new Set(city.blocks.filter((block) => block.kind === 'port').map((block) => block.superblock));
  const port = welded(city.plan.superblocks.filter((_, i) => inPort.has(i)).map((cell) => cell.ring));
  const parks = city.parcels.filter((parcel) => parcel.landUse === 'G1' && parcel.name !== null && /公园/.test(parcel.name));
  return [
    { kind: 'river', name: '紫荆河', geometry: river, topDepth: 0, bottomDepth: 7, steward: '示范市水务局' },
    { kind: 'blue-line', name: '紫荆河蓝线', geometry: kernel.difference(kernel.buffer(river, 12)!, polygonOf(terrain.sea))!, topDepth: 0, bottomDepth: 15, steward: '示范市水务局', confidence: 'design' },
    { kind: 'fault', name: '北屏山断裂（推测）', geometry: line([[0, 5.32], [1.6, 5.1], [3.2, 5.62], [5.1, 5.86], [7.2, 5.6], [10, 5.0]].map((p) => km(p as [number, number]))), topDepth: 0, bottomDepth: 200, steward: '示范市自然资源局', confidence: 'estimated' },
    { kind: 'power-corridor', name: '220千伏北屏线走廊', geometry: line([[0, 4.72], [1.4, 4.55], [2.35, 5.02], [3.3, 5.7]].map((p) => km(p as [number, number]))), topDepth: null, bottomDepth: null, steward: '示范供电公司', clearance: 15, remarks: '架空线路' },
    { kind: 'power-corridor', name: '110千伏临港线走廊', geometry: line([[8.3, 1.95], [8.7, 2.6], [9.5, 2.75], [10, 2.9]].map((p) => km(p as [number, number]))), topDepth: null, bottomDepth: null, steward: '示范供电公司', clearance: 15, remarks: '架空线路' },
    { kind: 'soft-soil', name: '东港填海软土区', geometry: port, topDepth: 1, bottomDepth: 22, steward: '示范市自然资源局', confidence: 'estimated' },
    { kind: 'artesian-water', name: '河谷承压水富水区', geometry: kernel.intersection(kernel.buffer(line(partOf(terrain.riverLine, lengthOf(terrain.riverLine) * 0.45, lengthOf(terrain.riverLine) * 0.62)), 260 * terrain.scale, { quadrantSegments: 4 })!, cityGround(city))!, topDepth: 12, bottomDepth: 30, steward: '示范市自然资源局', confidence: 'estimated' },
    ...parks.map((parcel): Obstacle => ({ kind: 'green-line', name: `${parcel.name!}绿线`, geometry: polygon(parcel.ring), topDepth: 0, bottomDepth: 1.5, steward: '示范市园林绿化局', confidence: 'design' })),
    ...[0.3, 0.55].map((share, i): Obstacle => ({ kind: 'tunnel', name: `${['凤鸣', '望潮'][i]}隧道`, geometry: strip(partOf(hillTunnel(city, i), 0, lengthOf(hillTunnel(city, i))), 12), topDepth: 0, bottomDepth: 12 + Math.round(share * 10 + random.between(0, 4)), steward: '示范市政建设中心', confidence: 'design' })),
  ];
}
/** A road tunnel through one of the inner hills, from foot to foot. */
function hillTunnel(city: City, which: number): XY[] {
  const { ring } = city.terrain.hills[which];
  const west = ring.reduce((best, p) => (p[0] < best[0] ? p : best)), east = ring.reduce((best, p) => (p[0] > best[0] ? p : best));
  return [west, pointAt([west, east], distance(west, east) / 2).place, east];
}
