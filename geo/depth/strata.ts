import table from '../../data/parameters/strata.json' with { type: 'json' };
import type { Stratum } from './types.ts';

/** Divisions of the underground to choose from (DOMAIN 1.4), with where each comes from. */
export interface StrataPreset {
  id: string;
  source: string;
  toBeConfirmed: boolean;
  strata: readonly Stratum[];
}
export const STRATA_PRESETS: readonly StrataPreset[] = table.presets;
export const DEFAULT_STRATA: readonly Stratum[] = STRATA_PRESETS.find(({ id }) => id === table.default)!.strata;

/** The stratum that something reaching down so far ends in; a bound belongs to the stratum above it. */
export function stratumAt(bottom: number, strata: readonly Stratum[]): Stratum {
  return strata.find(({ to }) => to === null || bottom <= to) ?? strata[strata.length - 1];
}
