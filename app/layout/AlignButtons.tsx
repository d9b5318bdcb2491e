import { AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignStartHorizontal, AlignStartVertical, type LucideIcon } from 'lucide-react';
import { drawingArea, type PaperBox, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { changeElement } from '../commands/sheets.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { IconButton } from '../ui/Button.tsx';

/** Where an element may be put in the drawing frame. */
const WAYS: readonly { label: WordKey; icon: LucideIcon; to: (box: PaperBox, area: PaperBox) => Partial<PaperBox> }[] = [
  { label: 'sheet.align.left', icon: AlignStartVertical, to: (_, area) => ({ x: area.x }) },
  { label: 'sheet.align.centre', icon: AlignCenterVertical, to: (box, area) => ({ x: area.x + (area.width - box.width) / 2 }) },
  { label: 'sheet.align.right', icon: AlignEndVertical, to: (box, area) => ({ x: area.x + area.width - box.width }) },
  { label: 'sheet.align.top', icon: AlignStartHorizontal, to: (_, area) => ({ y: area.y }) },
  { label: 'sheet.align.middle', icon: AlignCenterHorizontal, to: (box, area) => ({ y: area.y + (area.height - box.height) / 2 }) },
  { label: 'sheet.align.bottom', icon: AlignEndHorizontal, to: (box, area) => ({ y: area.y + area.height - box.height }) },
];
/** mm between what is aligned and the drawing frame. */
const PAD = 3;

/** Aligns an element with the drawing frame of the sheet. */
export function AlignButtons({ sheet, element }: { sheet: SheetLayout; element: SheetElement }) {
  const { say } = useWords();
  const { x, y, width, height } = drawingArea(sheet);
  const area = { x: x + PAD, y: y + PAD, width: width - 2 * PAD, height: height - 2 * PAD };
  return (
    <div className="composer-align">
      {WAYS.map(({ label, icon: Icon, to }) => <IconButton key={label} size="small" label={say(label)} onClick={() => changeElement(sheet.id, element.id, (before) => ({ ...before, box: { ...before.box, ...to(before.box, area) } }))}><Icon /></IconButton>)}
    </div>
  );
}
