import type { Properties } from '../model/index.ts';

/** Parameter values by key, defaults already filled in. */
export type Settings = Readonly<Record<string, number | string | boolean | null>>;

/** @throws Error where the key is missing: the caller's parameter table is incomplete, a bug. */
export function numberSetting(settings: Settings, key: string): number {
  const value = settings[key];
  if (typeof value !== 'number') throw new Error(`parameter ${key} is missing`);
  return value;
}

/** Reads one feature's numbers and remembers the first one that cannot be: a negative is a problem, not a 0. */
export class NumberReader {
  negative: string | null = null;
  constructor(readonly properties: Properties) {}

  /** The number, or null where it is unknown or negative. */
  number(field: string): number | null {
    const value = this.properties[field];
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    if (value >= 0) return value;
    this.negative ??= field;
    return null;
  }
  text(field: string): string | null {
    const value = this.properties[field];
    return typeof value === 'string' && value !== '' ? value : null;
  }
  flag(field: string): boolean | null {
    const value = this.properties[field];
    return typeof value === 'boolean' ? value : null;
  }
}

/** A demand or a capacity with the way it came about. */
export interface Amount {
  /** Null where it is unknown. */
  value: number | null;
  /** Which rule gave it; null where none did. */
  source: string | null;
  /** Codes of what had to be assumed: `cars-per-household`, `access` … */
  assumed: readonly string[];
  /** Code of why there is no value, or why a known capacity does not count: `unknown`, `negative`, `closed` … */
  problem: string | null;
  /** The field that is to blame. */
  field: string | null;
}

export const known = (value: number, source: string, ...assumed: string[]): Amount => ({ value, source, assumed, problem: null, field: null });
export const unknown = (problem: string, field: string | null = null): Amount => ({ value: null, source: null, assumed: [], problem, field });
