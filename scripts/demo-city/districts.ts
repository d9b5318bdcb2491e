import { noise } from './random.ts';
import type { XY } from './plane.ts';

/** The kinds of quarter, each with its own grain of streets and parcels and its own way of housing and parking. */
export type DistrictKind = 'old' | 'estate80' | 'estate00' | 'cbd' | 'new' | 'village' | 'port' | 'industry' | 'campus';

export interface DistrictForm {
  name: string;
  /** Ground below which a cell is no longer split by secondary streets, by branch streets, by lanes, m2. */
  superblock: number; block: number; lane: number;
  /** Usual parcel, m2. */
  parcel: number;
  /** How far the street field is turned by noise: 0 a strict grid, 1 wild. */
  wild: number;
  /** Red line widths, m. */
  branchWidth: number; laneWidth: number;
}

export const DISTRICT_FORMS: Readonly<Record<DistrictKind, DistrictForm>> = {
  old: { name: '老城区', superblock: 150_000, block: 26_000, lane: 9_000, parcel: 3_300, wild: 0.5, branchWidth: 13, laneWidth: 6 },
  village: { name: '城中村', superblock: 180_000, block: 30_000, lane: 9_000, parcel: 3_600, wild: 0.45, branchWidth: 12, laneWidth: 5 },
  estate80: { name: '八九十年代住区', superblock: 220_000, block: 48_000, lane: 0, parcel: 9_600, wild: 0.16, branchWidth: 18, laneWidth: 8 },
  estate00: { name: '新世纪住区', superblock: 260_000, block: 62_000, lane: 0, parcel: 12_500, wild: 0.12, branchWidth: 20, laneWidth: 8 },
  cbd: { name: '滨海中心区', superblock: 190_000, block: 33_000, lane: 0, parcel: 9_000, wild: 0, branchWidth: 20, laneWidth: 8 },
  new: { name: '新区', superblock: 280_000, block: 66_000, lane: 0, parcel: 16_000, wild: 0.03, branchWidth: 22, laneWidth: 8 },
  port: { name: '港区', superblock: 320_000, block: 120_000, lane: 0, parcel: 48_000, wild: 0, branchWidth: 24, laneWidth: 10 },
  industry: { name: '工业园区', superblock: 320_000, block: 105_000, lane: 0, parcel: 38_000, wild: 0.02, branchWidth: 24, laneWidth: 10 },
  campus: { name: '大学山麓', superblock: 330_000, block: 90_000, lane: 0, parcel: 40_000, wild: 0.35, branchWidth: 16, laneWidth: 8 },
};

interface DistrictSeed { kind: DistrictKind; at: XY; reach: number; name: string }
/** Kilometres, as in terrain.ts. A place belongs to the seed that is nearest in terms of its reach. */
const SEEDS: readonly DistrictSeed[] = [
  { kind: 'old', at: [4.3, 2.7], reach: 0.74, name: '老城' }, { kind: 'old', at: [5.42, 2.82], reach: 0.36, name: '河东老街' },
  { kind: 'estate80', at: [4.12, 3.85], reach: 0.85, name: '紫荆' }, { kind: 'estate80', at: [5.95, 3.55], reach: 0.72, name: '河东' }, { kind: 'estate80', at: [3.42, 2.75], reach: 0.36, name: '南园' },
  { kind: 'estate00', at: [3.55, 5.05], reach: 0.85, name: '北苑' }, { kind: 'estate00', at: [6.35, 5.05], reach: 0.8, name: '东苑' }, { kind: 'estate00', at: [1.5, 3.55], reach: 0.75, name: '西苑' },
  { kind: 'cbd', at: [2.95, 2.1], reach: 0.62, name: '紫荆湾中心区' },
  { kind: 'new', at: [0.85, 2.4], reach: 0.95, name: '西滨新区' }, { kind: 'new', at: [8.55, 3.95], reach: 1.1, name: '东城新区' }, { kind: 'new', at: [0.6, 4.3], reach: 0.6, name: '西山新区' },
  { kind: 'port', at: [6.75, 1.85], reach: 0.95, name: '东港' }, { kind: 'industry', at: [8.95, 2.45], reach: 0.85, name: '临港工业园' }, { kind: 'industry', at: [7.7, 2.75], reach: 0.5, name: '东港工业园' },
  { kind: 'campus', at: [7.35, 5.25], reach: 0.62, name: '大学城' },
  { kind: 'village', at: [2.75, 4.75], reach: 0.34, name: '上围村' }, { kind: 'village', at: [6.45, 2.85], reach: 0.32, name: '沙头村' }, { kind: 'village', at: [1.75, 4.45], reach: 0.28, name: '山下村' },
  { kind: 'village', at: [5.35, 5.45], reach: 0.3, name: '渡口村' }, { kind: 'village', at: [1.75, 1.95], reach: 0.24, name: '灯塔村' }, { kind: 'village', at: [9.35, 4.75], reach: 0.28, name: '石岭村' },
];

/** The quarter a place is in; the borders are a little ragged. */
export function districtAt(point: XY, scale: number, seed: number): DistrictSeed {
  const x = point[0] / (1000 * scale) + 0.12 * noise(seed + 41, point[0] / (330 * scale), point[1] / (330 * scale));
  const y = point[1] / (1000 * scale) + 0.12 * noise(seed + 42, point[0] / (330 * scale), point[1] / (330 * scale));
  let best = SEEDS[0], least = Infinity;
  for (const candidate of SEEDS) {
    const dx = x - candidate.at[0], dy = y - candidate.at[1];
    const far = (dx * dx + dy * dy) / (candidate.reach * candidate.reach);
    if (far < least) { least = far; best = candidate; }
  }
  return best;
}
export const formAt = (point: XY, scale: number, seed: number): DistrictForm => DISTRICT_FORMS[districtAt(point, scale, seed).kind];

/** Places that the street field turns about: the square of the old quarter, the grids of the planned quarters. */
export const OLD_SQUARE: XY = [4.3, 2.66];
export const GRIDS: readonly { at: XY; reach: number; along: XY }[] = [
  { at: [2.95, 1.95], reach: 0.75, along: [0.951, 0.309] }, { at: [6.8, 1.8], reach: 1.0, along: [0.984, -0.178] }, { at: [8.9, 2.4], reach: 1.0, along: [0.985, 0.174] },
  { at: [8.5, 4.0], reach: 1.2, along: [0.996, -0.087] }, { at: [0.8, 2.6], reach: 1.0, along: [1, 0] }, { at: [4.1, 3.9], reach: 0.9, along: [0.99, 0.14] }, { at: [5.95, 3.6], reach: 0.8, along: [0.985, -0.174] },
  { at: [3.4, 5.0], reach: 0.8, along: [0.97, 0.242] }, { at: [6.4, 5.1], reach: 0.8, along: [0.956, 0.292] }, { at: [1.4, 3.6], reach: 0.8, along: [0.97, 0.24] },
];
