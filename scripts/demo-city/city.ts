import type { Cell, Street, StreetClass } from './cells.ts';
import type { DistrictKind } from './districts.ts';
import type { StreetPlan } from './streets.ts';
import type { Terrain } from './terrain.ts';
import type { XY } from './plane.ts';

/** A block: ground within the red lines of the streets around it. */
export interface Block { ring: XY[]; cell: Cell; quarter: number; superblock: number; kind: DistrictKind; district: string; from: number }
/** A parcel of one land use (GB 50137-2011 code). */
export interface Parcel {
  id: string;
  ring: XY[];
  area: number;
  block: number;
  quarter: number;
  kind: DistrictKind;
  district: string;
  landUse: string;
  name: string | null;
  /** The greatest street that the parcel lies on, and where its gates are, the main one first. */
  street: Street;
  gates: XY[];
}
export interface City { seed: number; terrain: Terrain; plan: StreetPlan; streetNames: string[]; blocks: Block[]; parcels: Parcel[] }

export const CLASS_RANK: Readonly<Record<StreetClass, number>> = { expressway: 4, arterial: 3, secondary: 2, branch: 1, lane: 0 };
