import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PaperBox, SheetElement, SheetLayout } from '../../geo/index.ts';
import { paperSize } from '../../geo/index.ts';
import { changeElement, removeElement } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { dragged, panned, snapped, type Grip } from './drag.ts';

const GRIPS: readonly Grip[] = ['nw', 'ne', 'se', 'sw'];
/** Pixels within which an edge snaps. */
const SNAP = 6;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A frame over each element: clicked to choose it, dragged to move it, by its corners to size it. Arrows move by a mm, with Shift by ten. */
export function ElementBoxes({ sheet, scale }: { sheet: SheetLayout; scale: number }) {
  return <>{sheet.elements.map((element) => <ElementBox key={element.id} sheet={sheet} element={element} scale={scale} />)}</>;
}

/** Which one of its kind it is: by what it says, or its id. */
const nameOf = (element: SheetElement): string => ('text' in element && element.text) || ('title' in element && element.title) || element.id;

/** A drag that goes on: where it began, and what the element has become. */
interface Drag { grip: Grip; x: number; y: number; inside: boolean; element: SheetElement }

function ElementBox({ sheet, element, scale }: { sheet: SheetLayout; element: SheetElement; scale: number }) {
  const { say } = useWords();
  const { elementId } = useComposer();
  const chosen = elementId === element.id;
  const [drag, setDrag] = useState<Drag | null>(null);
  // All the way of an arrow key that is held is one step: it ends with the key.
  const [nudged, setNudged] = useState<PaperBox | null>(null);
  const box = drag?.element.box ?? nudged ?? element.box;
  const start = (grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setComposer({ elementId: element.id });
    setDrag({ grip, x: event.clientX, y: event.clientY, inside: event.altKey && element.kind === 'map' && grip === 'move', element });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    event.stopPropagation();
    const dx = (event.clientX - drag.x) / scale, dy = (event.clientY - drag.y) / scale;
    const next = drag.inside && element.kind === 'map' ? panned(element, dx, dy) : { ...element, box: snapped(dragged(element.box, drag.grip, dx, dy), sheet, element.id, drag.grip, SNAP / scale) };
    setDrag({ ...drag, element: next });
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    setDrag(null);
    if (drag && JSON.stringify(drag.element) !== JSON.stringify(element)) changeElement(sheet.id, element.id, () => drag.element);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Delete') {
      setNudged(null);
      removeElement(sheet.id, element.id);
    }
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1, { width, height } = paperSize(sheet);
    setNudged({ ...box, x: Math.min(width - 5, Math.max(0, box.x + by * arrow[0])), y: Math.min(height - 5, Math.max(0, box.y + by * arrow[1])) });
  };
  const rest = () => {
    setNudged(null);
    if (nudged) changeElement(sheet.id, element.id, (before) => ({ ...before, box: nudged }));
  };
  const abandon = () => setDrag(null);
  return (
    <div
      className="composer-box" data-chosen={chosen || undefined} role="button" tabIndex={0} aria-label={`${say(`sheet.kind.${element.kind}`)} · ${nameOf(element)}`} aria-pressed={chosen}
      style={{ left: box.x * scale, top: box.y * scale, width: box.width * scale, height: box.height * scale }}
      onPointerDown={start('move')} onPointerMove={move} onPointerUp={end} onPointerCancel={abandon} onKeyDown={press} onKeyUp={({ key }) => { if (key in ARROWS) rest(); }} onBlur={rest} onFocus={() => setComposer({ elementId: element.id })}
    >
      {chosen && GRIPS.map((grip) => <i key={grip} className="composer-grip" data-grip={grip} onPointerDown={start(grip)} onPointerMove={move} onPointerUp={end} onPointerCancel={abandon} />)}
    </div>
  );
}
