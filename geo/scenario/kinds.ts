import type { SchemaId } from '../model/index.ts';
import type { MeasureKind } from './types.ts';

/** A row of the table of measures: the form, the check that it fits and what it does follow from it. */
export interface MeasureRow {
  /** What it changes. */
  schema: SchemaId;
  /** Fields of the target that it may set; the form asks for them in this order. */
  fields: readonly string[];
  /** `set`: new values; `remove`: the target goes; `build`: new features; `open`: as `set`, and a listing where it is open for a part of the day only. */
  effect: 'set' | 'remove' | 'build' | 'open';
}

export const MEASURE_KINDS: Readonly<Record<MeasureKind, MeasureRow>> = {
  'build-site': { schema: 'parking-facility', fields: [], effect: 'build' },
  'open-shelter': { schema: 'shelter', fields: ['stalls'], effect: 'open' },
  'move-road': { schema: 'road-project', fields: ['designFreeze', 'worksStart', 'worksEnd'], effect: 'set' },
  'cancel-road': { schema: 'road-project', fields: [], effect: 'remove' },
  'change-zone': { schema: 'underground-zone', fields: ['suitability', 'stratum', 'use', 'topDepth', 'bottomDepth'], effect: 'set' },
  'change-stalls': { schema: 'parking-facility', fields: ['stalls'], effect: 'set' },
};
export const MEASURE_IDS = Object.keys(MEASURE_KINDS) as MeasureKind[];
