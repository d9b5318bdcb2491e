import { rectangle, type PathMark, type TextMark } from '../drawing.ts';
import type { Box } from '../sheet.ts';

export const INK = '#1d2733', SOFT = '#5f6b78';

/** Thin and thick lines of drawings, mm. */
export const THIN = 0.18, THICK = 0.7;

export function frameMark({ x, y, width, height }: Box, line = THIN, fill?: string): PathMark {
  return { kind: 'path', lines: [rectangle(x, y, width, height)], closed: true, ...(fill ? { fill: { color: fill, opacity: 1 } } : {}), stroke: { color: INK, opacity: 1, width: line, square: true } };
}
export function lineMark(points: readonly number[][], width = THIN): PathMark {
  return { kind: 'path', lines: points, closed: false, stroke: { color: INK, opacity: 1, width, square: true } };
}
/** Words with the middle of their height at y. */
export function words(text: string, x: number, y: number, size: number, rest: Partial<TextMark> = {}): TextMark {
  return { kind: 'text', text: text.replace(/\s+/g, ' '), x, y: y + size * 0.36, size, anchor: 'start', weight: 'regular', color: INK, ...rest };
}
