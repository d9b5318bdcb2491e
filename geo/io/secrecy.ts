import type { Properties } from '../model/index.ts';

/** Command works are never mapped or kept; how many there were is all that stays (DESIGN 1.7). */
export function isCommandWork(properties: Properties): boolean {
  return properties['wartimeFunction'] === 'command';
}
