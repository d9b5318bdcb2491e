import { say } from '../../messages/index.ts';
import type { Mark } from '../drawing.ts';
import type { SheetContext } from '../context.ts';
import { shortened } from '../font/wrap.ts';
import type { TitleBlockBox } from '../sheet.ts';
import { frameMark, lineMark, SOFT, THICK, words } from './pens.ts';
import { thousands } from './scale-bar.ts';

/** Rows of the block: one or two cells each, by the keys of their words. */
const ROWS: readonly (readonly string[])[] = [
  ['institute'], ['project'], ['sheetName'], ['designer', 'checker'], ['approver', 'date'], ['sheetNumber', 'revision'], ['scale', 'stage'], ['crs'], ['heightDatum'], ['classification', 'reviewNumber'],
];

/** 图签: labels in soft ink, what is not known stays an empty line to be written on. */
export function titleBlockMarks({ box }: TitleBlockBox, context: SheetContext): Mark[] {
  const { faces, language } = context;
  const row = box.height / ROWS.length;
  const size = Math.min(2.6 * box.width / 72, row * 0.5);
  const said = saidOf(context);
  const labelWidth = Math.max(...ROWS.flat().map((key) => faces.width(say(`layout.block.${key}`, language), size * 0.85))) + 2;
  return [
    frameMark(box, THICK / 2, '#ffffff'),
    lineMark(ROWS.slice(1).map((_, i) => [box.x, box.y + (i + 1) * row, box.x + box.width, box.y + (i + 1) * row])),
    lineMark(ROWS.flatMap((cells, i) => (cells.length < 2 ? [] : [[box.x + box.width / 2, box.y + i * row, box.x + box.width / 2, box.y + (i + 1) * row]]))),
    ...ROWS.flatMap((cells, i) => cells.flatMap((key, c): Mark[] => {
      const width = box.width / cells.length, left = box.x + c * width, middle = box.y + (i + 0.5) * row;
      const strong = key === 'sheetName' || key === 'sheetNumber';
      const weight = strong ? 'bold' as const : 'regular' as const;
      return [
        words(say(`layout.block.${key}`, language), left + 1, middle, size * 0.85, { color: SOFT }),
        words(shortened(said[key] ?? '', width - labelWidth - 2, size, faces, weight), left + 1 + labelWidth, middle, size, { weight }),
      ];
    })),
  ];
}

function saidOf({ layout: { titleBlock }, frames, language }: SheetContext): Record<string, string> {
  const first = [...frames.values()][0];
  return {
    ...titleBlock,
    scale: first ? `1:${thousands(first.frame.scale)}` : '',
    crs: first ? `${first.view.plane.name} (${first.view.plane.code})` : '',
    reviewNumber: titleBlock.reviewNumber === '' ? say('layout.not-published', language) : titleBlock.reviewNumber,
  };
}
