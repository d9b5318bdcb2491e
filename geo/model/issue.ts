import type { FeatureId } from './feature.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Something about the data that its owner should know. Codes only: the words are in geo/messages under
 * `issue.<code>`, filled with `params`.
 */
export interface Issue {
  code: string;
  severity: Severity;
  /** The layer (or input) the features belong to. */
  layer?: string;
  features: FeatureId[];
  /** Rows in the file as the user counts them, first feature = 1. */
  rows?: number[];
  field?: string;
  /** Where to zoom to: longitude, latitude in degrees, or west, south, east, north. */
  place?: [number, number] | [number, number, number, number];
  params: Record<string, string | number>;
  /** A row of the fix table (geo/io/fixes.ts) that mends it safely. */
  fix?: string;
}

export function issue(code: string, severity: Severity, rest: Partial<Omit<Issue, 'code' | 'severity'>> = {}): Issue {
  return { code, severity, features: [], params: {}, ...rest };
}
