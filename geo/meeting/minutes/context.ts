import type { Names } from '../subject-words.ts';
import type { MinutesSource, MinutesWishes } from './source.ts';

/** What sections are written from. */
export interface MinutesContext extends MinutesWishes {
  /** With nothing above the level. */
  source: MinutesSource;
  names: Names;
  /** Measures that are above the level. */
  withheldMeasures: number;
  say(key: string, params?: Record<string, string | number>): string;
}
