import type { SchemaId } from '../../model/index.ts';

/**
 * Symbology measures in pixels of a screen; on paper one of them is this many mm: a name of 11 px is 2.2 mm high, a line of one pixel
 * 0.2 mm, what drawing standards ask of plans.
 */
export const MM_PER_PIXEL = 0.2;

/** Lines that fill an area so that it survives a copy in black and white: degrees, and mm from line to line. */
export interface Hatch { angle: number; spacing: number; width: number; color: string }

/** How large a number in a circle is, of the size of the layer's names, down to which rank: the best are seen first, and leave room for the rest. */
export interface Ring { upTo: number; share: number }
export function ringShare(rings: readonly Ring[], value: number): number {
  return (rings.find(({ upTo }) => value <= upTo) ?? rings[rings.length - 1]).share;
}

/** What drawings on paper have beside the map's symbols: one row a schema. */
export const PRINT_SYMBOLS: Partial<Record<SchemaId, { hatch?: Hatch; mark?: string; ring?: readonly Ring[] }>> = {
  // Shortage: a hatch, so that it is seen on copies.
  'shortage-area': { hatch: { angle: 45, spacing: 2.4, width: 0.15, color: '#7f2704' } },
  'failed-site': { hatch: { angle: 135, spacing: 1.6, width: 0.12, color: '#616161' } },
  // Civil-defence works carry 防.
  shelter: { mark: '防' },
  // A candidate site is a number in a circle.
  'candidate-site': { ring: [{ upTo: 10, share: 1 }, { upTo: 30, share: 0.8 }, { upTo: Infinity, share: 0.6 }] },
};
