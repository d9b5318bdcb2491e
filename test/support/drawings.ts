import { planeByCode } from '../../geo/index.ts';
import type { Drawing, GeoFrame, Mark, PathMark, TextMark } from '../../geo/layout/drawing.ts';

export const drawing = (marks: readonly Mark[], more: Partial<Drawing> = {}): Drawing => ({ width: 420, height: 297, title: '现状图', language: 'zh', marks, frames: [], leftOut: [], ...more });

export const line = (points: readonly number[], more: Partial<PathMark> = {}): PathMark => ({ kind: 'path', lines: [points], closed: false, stroke: { color: '#000000', opacity: 1, width: 0.25 }, ...more });
export const area = (rings: readonly (readonly number[])[], color = '#ff8800', opacity = 1): PathMark => ({ kind: 'path', lines: rings, closed: true, fill: { color, opacity } });
export const text = (words: string, x: number, y: number, more: Partial<TextMark> = {}): TextMark => ({ kind: 'text', text: words, x, y, anchor: 'start', size: 5, weight: 'regular', color: '#000000', ...more });

/** A frame with its lower left corner at `east`, `north`, so many metres to a millimetre, turned by `degrees` (clockwise). */
export function frame(epsg: number, [left, top, width, height]: readonly [number, number, number, number], east: number, north: number, metres: number, degrees = 0): GeoFrame {
  const { inverse } = planeByCode(String(epsg)), cos = Math.cos(degrees * Math.PI / 180), sin = Math.sin(degrees * Math.PI / 180);
  const corner = (x: number, y: number) => {
    const right = (x - left) * metres, up = (top + height - y) * metres;
    const e = east + right * cos + up * sin, n = north - right * sin + up * cos, [lon, lat] = inverse(e, n);
    return { x, y, east: e, north: n, lon, lat };
  };
  return { epsg, corners: [corner(left, top + height), corner(left + width, top + height), corner(left + width, top), corner(left, top)] };
}
