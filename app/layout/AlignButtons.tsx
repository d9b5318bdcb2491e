import { AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalDistributeCenter, AlignStartHorizontal, AlignStartVertical, AlignVerticalDistributeCenter, type LucideIcon } from 'lucide-react';
import { drawingArea, type PaperBox, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { changeElements } from '../commands/sheets.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { IconButton } from '../ui/Button.tsx';
import { ALIGNMENTS, boxAround, spread, type Alignment, type Axis } from './align.ts';

const WAYS: readonly { to: Alignment; label: WordKey; icon: LucideIcon }[] = [
  { to: 'left', label: 'sheet.align.left', icon: AlignStartVertical },
  { to: 'centre', label: 'sheet.align.centre', icon: AlignCenterVertical },
  { to: 'right', label: 'sheet.align.right', icon: AlignEndVertical },
  { to: 'top', label: 'sheet.align.top', icon: AlignStartHorizontal },
  { to: 'middle', label: 'sheet.align.middle', icon: AlignCenterHorizontal },
  { to: 'bottom', label: 'sheet.align.bottom', icon: AlignEndHorizontal },
];
const SPREADS: readonly { axis: Axis; label: WordKey; icon: LucideIcon }[] = [
  { axis: 'across', label: 'sheet.spread.across', icon: AlignHorizontalDistributeCenter },
  { axis: 'down', label: 'sheet.spread.down', icon: AlignVerticalDistributeCenter },
];
/** mm between what is aligned and the drawing frame. */
const PAD = 3;

/** Aligns an element with the drawing frame of the sheet, or several with each other, and spreads three and more. */
export function AlignButtons({ sheet, elements }: { sheet: SheetLayout; elements: readonly SheetElement[] }) {
  const { say } = useWords();
  const boxes = elements.map(({ box }) => box), area = boxes.length > 1 ? boxAround(boxes) : roomOf(sheet);
  const put = (next: readonly PaperBox[]) => changeElements(sheet.id, new Map(elements.map((element, i) => [element.id, { ...element, box: next[i] }])));
  return (
    <div className="composer-align">
      {WAYS.map(({ to, label, icon: Icon }) => <IconButton key={to} size="small" label={say(label)} onClick={() => put(boxes.map((box) => ({ ...box, ...ALIGNMENTS[to](box, area) })))}><Icon /></IconButton>)}
      {boxes.length > 2 && SPREADS.map(({ axis, label, icon: Icon }) => <IconButton key={axis} size="small" label={say(label)} onClick={() => put(spread(boxes, axis))}><Icon /></IconButton>)}
    </div>
  );
}
function roomOf(sheet: SheetLayout): PaperBox {
  const { x, y, width, height } = drawingArea(sheet);
  return { x: x + PAD, y: y + PAD, width: width - 2 * PAD, height: height - 2 * PAD };
}
