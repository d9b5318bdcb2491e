import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { SheetElement, SheetLayout } from '../../geo/index.ts';
import { removeElements } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { chooseElement, setComposer, useComposer } from '../state/composer.ts';
import type { Grip } from './drag.ts';
import { draggedElements, useMoves, type Moved } from './use-moves.ts';

const GRIPS: readonly Grip[] = ['nw', 'ne', 'se', 'sw'];
/** Pixels within which an edge snaps. */
const SNAP = 6;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Which one of its kind it is: by what it says, or its id. */
const nameOf = (element: SheetElement): string => ('text' in element && element.text) || ('title' in element && element.title) || element.id;
/** A click that adds to those at hand. */
export const isTogether = ({ shiftKey, ctrlKey, metaKey }: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): boolean => shiftKey || ctrlKey || metaKey;

/** A drag that goes on: where it began, of what, and what that has become. */
interface Drag { grip: Grip; x: number; y: number; inside: boolean; element: SheetElement; moved: Moved | null }

/** A frame over each element: clicked to choose it (with Ctrl or Shift several), dragged to move those that are chosen, by its corners to size it. Arrows move by a mm, with Shift by ten. */
export function ElementBoxes({ sheet, scale }: { sheet: SheetLayout; scale: number }) {
  const { chosen } = useComposer();
  const { moved, show, keepDrag, dropDrag, byArrow, keepNudged, rest } = useMoves(sheet, chosen);
  const drag = useRef<Drag | null>(null);
  const start = (element: SheetElement, grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    rest();
    if (grip === 'move' && isTogether(event)) return chooseElement(element.id, true);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!chosen.includes(element.id)) chooseElement(element.id);
    drag.current = { grip, x: event.clientX, y: event.clientY, inside: event.altKey && element.kind === 'map' && grip === 'move', element, moved: null };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    event.stopPropagation();
    const { element, grip, inside, x, y } = drag.current;
    drag.current.moved = draggedElements(sheet, chosen, element, grip, inside, { dx: (event.clientX - x) / scale, dy: (event.clientY - y) / scale, reach: SNAP / scale });
    show(drag.current.moved);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    const ended = drag.current;
    drag.current = null;
    if (ended?.moved) keepDrag(ended.moved);
    // A click on one of several leaves it alone.
    else if (ended) chooseElement(ended.element.id);
  };
  const abandon = () => { drag.current = null; dropDrag(); };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Delete') { rest(); removeElements(sheet.id, chosen); }
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setComposer({ chosen: sheet.elements.map(({ id }) => id) });
    else if (!ARROWS[event.key]) return;
    event.preventDefault();
    if (ARROWS[event.key]) byArrow(...(ARROWS[event.key].map((step) => step * (event.shiftKey ? 10 : 1)) as [number, number]));
  };
  const release = ({ key }: KeyboardEvent) => { if (ARROWS[key]) keepNudged(); };
  const acts = { start, move, end, abandon, press, release, rest };
  return <>{sheet.elements.map((element) => <ElementBox key={element.id} element={moved.get(element.id) ?? element} scale={scale} chosen={chosen} acts={acts} />)}</>;
}

interface Acts {
  start(element: SheetElement, grip: Grip): (event: PointerEvent<HTMLElement>) => void;
  move(event: PointerEvent<HTMLElement>): void;
  end(event: PointerEvent<HTMLElement>): void;
  abandon(): void;
  press(event: KeyboardEvent): void;
  release(event: KeyboardEvent): void;
  rest(): void;
}

function ElementBox({ element, scale, chosen, acts: { start, move, end, abandon, press, release, rest } }: { element: SheetElement; scale: number; chosen: readonly string[]; acts: Acts }) {
  const { say } = useWords();
  const { id, kind, box } = element, isChosen = chosen.includes(id), alone = isChosen && chosen.length === 1;
  // Chosen with others by the pointer alone: the focus would choose it by itself.
  const stayUnfocused = (event: MouseEvent) => { if (isTogether(event)) event.preventDefault(); };
  return (
    <div
      className="composer-box" data-chosen={isChosen || undefined} role="button" tabIndex={0} aria-label={`${say(`sheet.kind.${kind}`)} · ${nameOf(element)}`} aria-pressed={isChosen}
      style={{ left: box.x * scale, top: box.y * scale, width: box.width * scale, height: box.height * scale }}
      onMouseDown={stayUnfocused} onPointerDown={start(element, 'move')} onPointerMove={move} onPointerUp={end} onPointerCancel={abandon} onKeyDown={press} onKeyUp={release} onBlur={rest} onFocus={() => { if (!isChosen) chooseElement(id); }}
    >
      {alone && GRIPS.map((grip) => <i key={grip} className="composer-grip" data-grip={grip} onPointerDown={start(element, grip)} onPointerMove={move} onPointerUp={end} onPointerCancel={abandon} />)}
    </div>
  );
}
