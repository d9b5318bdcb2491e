/** A figure of a run. `key` has its words in geo/messages under `indicator.<key>`. */
export interface Indicator {
  key: string;
  value: number | null;
  unit: Unit;
  /** Which way is better; 0 where neither is. */
  direction: 1 | -1 | 0;
}
/** One line of the reckoning behind a result: what was multiplied or added to get the number. */
export interface Factor {
  key: string;
  value: number | string | null;
  unit?: Unit;
  /** Normalised 0..1 and the weight it entered with, where the factor is part of a score. */
  score?: number;
  weight?: number;
  params?: Record<string, string | number>;
}
export type Unit =
  | '' | 'm' | 'm2' | 'm2/person' | 'm2/stall' | 'stall' | 'person' | 'household' | 'car' | 'car/household'
  | 'stall/100m2' | 'yuan/stall' | 'yuan/m2' | 'yuan/person' | '10k yuan' | 'month' | 'year' | 'day' | 's' | 'ratio' | '%' | 'count' | 'level' | 'date';
