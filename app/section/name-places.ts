import { groundAt, middleOf, sectionFigures, type SectionFeature, type SectionModel } from '../../geo/index.ts';
import type { Scales } from './scales.ts';

const LETTER = 11.5, ROW = 14;
const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? LETTER : LETTER * 0.56), 0);
/** The width of the column of dimensions beside the box, px. */
const COLUMN = 76;
interface Taken { x: number; y: number; half: number }
export interface PlacedName extends Taken { text: string; color: string }

const ORDER: readonly SectionFeature['role'][] = ['site', 'works', 'road', 'zone'];
/** The site first, then works, roads and zones; what has no room is left to the pointer. */
export function placedNames(model: SectionModel, scales: Scales, zones: boolean): PlacedName[] {
  const found: PlacedName[] = [], taken: Taken[] = dimensions(model, scales), lowest = scales.y(-scales.depth) - 3, right = scales.x(model.length);
  const features = model.features.map((feature, index) => ({ feature, index })).filter(({ feature }) => feature.cuts.length > 0 && (zones || feature.role !== 'zone')).sort((a, b) => ORDER.indexOf(a.feature.role) - ORDER.indexOf(b.feature.role));
  for (const { feature, index } of features) {
    const cut = feature.cuts.reduce((a, b) => (spanOf(b) > spanOf(a) ? b : a)), at = middleOf(cut), base = groundAt(model.ground, at), { top, bottom } = feature.depth;
    const text = feature.role !== 'road' && (top === null || bottom === null) ? `${feature.name} ?` : feature.name, half = wide(text) / 2;
    const isSmall = spanOf(cut) * scales.perMetre < 2 * half, middle = Math.min(lowest, (scales.y(base - (top ?? 0)) + scales.y(base - (bottom ?? Math.min(scales.depth, (top ?? 0) + 3)))) / 2 + 4);
    const wanted = feature.role === 'road' ? 14 : isSmall ? scales.y(base - (bottom ?? (top ?? 0) + 1)) + ROW - 1 : middle, inside = (metres: number) => Math.max(scales.x(0) + half, Math.min(right - half, scales.x(metres)));
    if ((top ?? 0) >= scales.depth || (feature.role === 'zone' && isSmall)) continue;
    // Wide ground may have its name beside what stands in its middle.
    const xs = [at, ...('at' in cut || feature.role !== 'zone' ? [] : [0.25, 0.75].map((part) => cut.from + part * (cut.to - cut.from)))].map(inside);
    const free = xs.flatMap((x) => [0, 1, 2].map((row) => ({ x, y: wanted + row * ROW }))).find(({ x, y }) => y <= lowest && !taken.some((other) => Math.abs(other.y - y) < ROW - 1 && Math.abs(other.x - x) < half + other.half + 4));
    if (!free) continue;
    taken.push({ ...free, half });
    found.push({ ...free, half, text, color: index === model.focus ? '#4a1a66' : feature.role === 'zone' ? '#6a6090' : '#1d2733' });
  }
  return found;
}
/** Cover, levels and depth stand in a column at the right of the box. */
function dimensions(model: SectionModel, scales: Scales): Taken[] {
  return sectionFigures(model).filter(({ what }) => what === 'cover' || what === 'level' || what === 'bottom').map(({ what, from, to }) => ({ x: scales.x(from[0]) + COLUMN / 2, y: (scales.y(from[1]) + scales.y(to[1])) / 2 + (what === 'bottom' ? 13 : 4), half: COLUMN / 2 }));
}
const spanOf = (cut: SectionFeature['cuts'][number]): number => ('at' in cut ? 0 : cut.to - cut.from);
