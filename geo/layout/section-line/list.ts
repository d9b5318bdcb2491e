import type { SectionFeature } from '../../section/index.ts';
import { say, type Language } from '../../messages/index.ts';
import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { fitted } from '../font/wrap.ts';
import { words } from '../furniture/pens.ts';
import { ROW, type SectionFrame } from './frame.ts';
import { marker, numbered, touches } from './numbers.ts';

const SIZE = 2;
/** The width of a column of the list, mm. */
export const COLUMN = 74;
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
