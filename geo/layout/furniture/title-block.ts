import { say } from '../../messages/index.ts';
import { thousands } from '../../model/index.ts';
import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { fitted } from '../font/wrap.ts';
import type { TitleBlockBox } from '../sheet.ts';
import { frameMark, lineMark, SOFT, THICK, words } from './pens.ts';

/** Rows of the block: one or two cells each, by the keys of their words. */
const ROWS: readonly (readonly string[])[] = [
  ['institute'], ['project'], ['sheetName'], ['designer', 'checker'], ['approver', 'date'], ['sheetNumber', 'revision'], ['scale', 'stage'], ['crs'], ['heightDatum'], ['classification', 'reviewNumber'],
];

/** 图签: labels in soft ink, what is not known stays an empty line to be written on. */
export function titleBlockMarks({ id, box }: TitleBlockBox, context: SheetContext): Mark[] {
  const { faces, language, leaveOut } = context;
  const row = box.height / ROWS.length;
  const size = Math.min(2.6 * box.width / 72, row * 0.5);
  const said = saidOf(context);
  const labelSize = size * 0.85;
  const labelOf = (key: string) => say(`layout.block.${key}`, language);
  // Labels of whole rows stand in one column; in half rows each takes its own width.
  const column = Math.max(...ROWS.flatMap((cells) => (cells.length > 1 ? [] : [faces.width(labelOf(cells[0]), labelSize)]))) + 2.5;
  return [
    frameMark(box, THICK / 2, '#ffffff'),
    lineMark(ROWS.slice(1).map((_, i) => [box.x, box.y + (i + 1) * row, box.x + box.width, box.y + (i + 1) * row])),
    lineMark(ROWS.flatMap((cells, i) => (cells.length < 2 ? [] : [[box.x + box.width / 2, box.y + i * row, box.x + box.width / 2, box.y + (i + 1) * row]]))),
    ...ROWS.flatMap((cells, i) => cells.flatMap((key, c): Mark[] => {
      const width = box.width / cells.length, left = box.x + c * width, middle = box.y + (i + 0.5) * row;
      const label = cells.length > 1 ? faces.width(labelOf(key), labelSize) + 2.5 : column;
      const weight = STRONG.has(key) ? 'bold' as const : 'regular' as const;
      const value = fitted(said[key] ?? '', width - label - 1, size, faces, weight);
      if (value.cut) leaveOut({ code: 'layout.words-cut', frame: id, layer: labelOf(key), text: said[key] });
      return [words(labelOf(key), left + 1, middle, labelSize, { color: SOFT }), words(value.text, left + label, middle, value.size, { weight })];
    })),
  ];
}
const STRONG = new Set(['sheetName', 'sheetNumber']);

function saidOf({ layout: { titleBlock, elements }, source: { level }, frames, language }: SheetContext): Record<string, string> {
  const first = [...frames.values()][0], leading = elements.find(({ kind }) => kind === 'map' || kind === 'section-line');
  return {
    ...titleBlock,
    // Of a sheet that is a section first of all, along it and down.
    scale: leading?.kind === 'section-line' ? `1:${thousands(leading.scale)} / 1:${thousands(leading.vertical)}` : first ? `1:${thousands(first.frame.scale)}` : '',
    crs: first ? `${first.view.plane.name} (${first.view.plane.code})` : '',
    // What may be shown on it is the least that a sheet says of itself; whoever signs it may write another level.
    classification: titleBlock.classification === '' ? say(`layout.level.${level}`, language) : titleBlock.classification,
  };
}
