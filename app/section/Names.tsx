import { groundAt, middleOf, type SectionFeature, type SectionModel } from '../../geo/index.ts';
import type { Scales } from './scales.ts';

const LETTER = 11.5, ROW = 14;
const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? LETTER : LETTER * 0.56), 0);
interface Placed { x: number; y: number; text: string; unknown: boolean; color: string }

/** Names where they have room: works first, then roads and the site, then zones. The others are told by the pointer. */
export function Names({ model, scales, zones }: { model: SectionModel; scales: Scales; zones: boolean }) {
  return (
    <g className="section-names" aria-hidden="true">
      {placed(model, scales, zones).map(({ x, y, text, unknown, color }, i) => <text key={i} x={x} y={y} textAnchor="middle" fill={color}>{text}{unknown && ' ?'}</text>)}
    </g>
  );
}
const ORDER: readonly SectionFeature['role'][] = ['site', 'works', 'road', 'zone'];
function placed(model: SectionModel, scales: Scales, zones: boolean): Placed[] {
  const found: Placed[] = [], lowest = scales.y(-scales.depth) - 3, right = scales.x(model.length);
  const features = model.features.map((feature, index) => ({ feature, index })).filter(({ feature }) => feature.cuts.length > 0 && (zones || feature.role !== 'zone')).sort((a, b) => ORDER.indexOf(a.feature.role) - ORDER.indexOf(b.feature.role));
  for (const { feature, index } of features) {
    const cut = feature.cuts.reduce((a, b) => (spanOf(b) > spanOf(a) ? b : a)), at = middleOf(cut), base = groundAt(model.ground, at), { top, bottom } = feature.depth, text = feature.name, half = wide(text) / 2;
    const isSmall = spanOf(cut) * scales.perMetre < 2 * half, middle = Math.min(lowest, (scales.y(base - (top ?? 0)) + scales.y(base - (bottom ?? Math.min(scales.depth, (top ?? 0) + 3)))) / 2 + 4);
    const wanted = feature.role === 'road' ? 14 : isSmall ? scales.y(base - (bottom ?? (top ?? 0) + 1)) + ROW - 1 : middle, x = Math.max(scales.x(0) + half, Math.min(right - half, scales.x(at)));
    if ((top ?? 0) >= scales.depth || (feature.role === 'zone' && isSmall)) continue;
    const y = [wanted, wanted + ROW, wanted + 2 * ROW].find((one) => one <= lowest && !found.some((other) => Math.abs(other.y - one) < ROW - 1 && Math.abs(other.x - x) < half + wide(other.text) / 2 + 4));
    if (y !== undefined) found.push({ x, y, text, unknown: feature.role !== 'road' && (top === null || bottom === null), color: index === model.focus ? '#4a1a66' : feature.role === 'zone' ? '#6a6090' : '#1d2733' });
  }
  return found;
}
const spanOf = (cut: SectionFeature['cuts'][number]): number => ('at' in cut ? 0 : cut.to - cut.from);
