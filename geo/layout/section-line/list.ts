import { groundAt, middleOf, type SectionFeature, type SectionModel } from '../../section/index.ts';
import { say, type Language } from '../../messages/index.ts';
import { rectangle, type Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { fitted } from '../font/wrap.ts';
import { words } from '../furniture/pens.ts';
import { ROW, type SectionFrame } from './frame.ts';

const SIZE = 2;
/** The width of a column of the list, mm. */
export const COLUMN = 74;
/** What has a number, in the order of the line: works, roads and zones; the site has its name at its box. */
export function numbered(model: SectionModel): { feature: SectionFeature; index: number; number: number }[] {
  const first = ({ cuts }: SectionFeature) => middleOf(cuts[0]);
  const shown = model.features.map((feature, index) => ({ feature, index })).filter(({ feature, index }) => feature.cuts.length > 0 && index !== model.focus && feature.role !== 'zone');
  const zones = model.features.map((feature, index) => ({ feature, index })).filter(({ feature }) => feature.cuts.length > 0 && feature.role === 'zone');
  const inOrder = (list: typeof shown) => list.sort((a, b) => first(a.feature) - first(b.feature) || (a.feature.id < b.feature.id ? -1 : 1));
  return [...inOrder(shown), ...inOrder(zones)].map((row, i) => ({ ...row, number: i + 1 }));
}

/** 1.1–2.0, 3.0–?, 0.7*–?: a star for what is assumed, a question mark for what is not known. */
export function depthWords({ depth, role }: SectionFeature, language: Language): string {
  if (role === 'road') return '';
  const end = (which: 'top' | 'bottom') => (depth[which] === null ? '?' : `${depth[which]!.toFixed(1)}${depth.assumed.includes(which) ? '*' : ''}`);
  return depth.top === null && depth.bottom === null ? say('section.depthUnknown', language) : say('section.depths', language, { top: end('top'), bottom: end('bottom') });
}

/** What each number is, in columns below the section; what has no room is told. */
export function listMarks(frame: SectionFrame, { faces, language, leaveOut, layout }: SheetContext): Mark[] {
  const { list, model, element } = frame, rows = numbered(model).filter(({ feature }) => touches(feature, frame));
  const columns = Math.max(1, Math.floor(list.width / COLUMN)), perColumn = Math.max(0, Math.floor(list.height / ROW + 1e-9)), width = list.width / columns;
  for (const { feature } of rows.slice(columns * perColumn)) leaveOut({ code: 'layout.row-cut', frame: element.id, layer: layout.name, text: feature.name });
  return rows.slice(0, columns * perColumn).flatMap(({ feature, number }, i): Mark[] => {
    const x = list.x + Math.floor(i / perColumn) * width, y = list.y + (i % perColumn + 0.5) * ROW;
    const text = fitted([feature.name, depthWords(feature, language), besideWords(feature, language)].filter(Boolean).join(' · '), width - 7, SIZE, faces);
    return [marker(String(number), x + 2.4, y, feature.color), words(text.text, x + 5, y, text.size)];
  });
}
function besideWords({ cuts: [cut] }: SectionFeature, language: Language): string {
  return cut.kind === 'point' || cut.kind === 'along' ? say('section.beside', language, { metres: Math.abs(cut.offset).toFixed(1) }) : '';
}
/** It is seen: between the edges, and not below what is drawn. */
const touches = ({ cuts, depth }: SectionFeature, { from, to, depth: lowest }: SectionFrame): boolean => (depth.top ?? 0) < lowest && cuts.some((cut) => ('at' in cut ? cut.at >= from && cut.at <= to : cut.to > from && cut.from < to));

/** The numbers at what they stand for, one above the other where two would touch. */
export function numberMarks(frame: SectionFrame): Mark[] {
  const taken: { from: number; to: number; y: number }[] = [];
  return numbered(frame.model).filter(({ feature }) => touches(feature, frame)).flatMap(({ feature, number }): Mark[] => {
    const cut = feature.cuts.find((one) => ('at' in one ? one.at >= frame.from && one.at <= frame.to : one.to > frame.from && one.from < frame.to));
    if (!cut) return [];
    const at = 'at' in cut ? cut.at : (Math.max(cut.from, frame.from) + Math.min(cut.to, frame.to)) / 2, base = groundAt(frame.model.ground, at);
    const { depth, role } = feature, x = frame.x(at);
    let y = role === 'road' ? frame.y(base) - 9 : (frame.y(base - (depth.top ?? 0)) + Math.min(frame.plot.y + frame.plot.height, frame.y(base - (depth.bottom ?? frame.depth)))) / 2;
    const unknown = role !== 'road' && (depth.top === null || depth.bottom === null), half = halfOf(String(number)), from = x - half, to = x + half + (unknown ? ASKED : 0);
    while (taken.some((other) => other.from < to && from < other.to && Math.abs(other.y - y) < 3.2)) y += 3.3;
    taken.push({ from, to, y });
    if (y > frame.plot.y + frame.plot.height) return [];
    return [marker(String(number), x, y, feature.color), ...(unknown ? [words('?', x + half + 0.3, y, SIZE * 1.3, { weight: 'bold', color: feature.color, halo: { color: '#ffffff', width: 0.35 } })] : [])];
  });
}
/** Of the frame around a number, mm; a question mark stands at its right. */
const halfOf = (text: string): number => 1.1 + 0.4 * Math.max(1, text.length) + (text.length > 2 ? 0.2 : 0), ASKED = 1.9;
function marker(text: string, x: number, y: number, color: string): Mark {
  const half = halfOf(text);
  return { kind: 'group', id: `number-${text}`, marks: [
    { kind: 'path', lines: [rectangle(x - half, y - 1.5, 2 * half, 3)], closed: true, fill: { color: '#ffffff', opacity: 0.95 }, stroke: { color, opacity: 1, width: 0.25, square: true } },
    words(text, x, y, SIZE, { anchor: 'middle', weight: 'bold' }),
  ] };
}
