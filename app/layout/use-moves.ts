import { useCallback, useEffect, useRef, useState } from 'react';
import { paperSize, type SheetElement, type SheetLayout } from '../../geo/index.ts';
import { changeElements } from '../commands/sheets.ts';
import { boxAround, heldOn } from './align.ts';
import { dragged, panned, snapped, type Grip } from './drag.ts';

/** What elements have become while a hand moves them, until it is a step of undo. */
export type Moved = ReadonlyMap<string, SheetElement>;
const NONE: Moved = new Map();
/** Taps of an arrow that follow each other within so many ms are one step. */
const PAUSE = 700;

/** Moves of the chosen elements of a sheet, which are shown at once: a drag is one step, and so are the ways of arrow keys, held or tapped one after another. */
export function useMoves(sheet: SheetLayout, chosen: readonly string[]) {
  const [moved, setMoved] = useState<Moved>(NONE);
  const nudged = useRef<Moved>(NONE), tapping = useRef<{ token: object; timer: number } | null>(null);
  const stopTapping = () => { clearTimeout(tapping.current?.timer); tapping.current = null; };
  /** The way of an arrow key that was let go. */
  const keepNudged = useCallback(() => {
    const kept = nudged.current;
    if (kept.size === 0) return;
    nudged.current = NONE;
    const token = tapping.current?.token ?? {};
    clearTimeout(tapping.current?.timer);
    tapping.current = { token, timer: window.setTimeout(() => { tapping.current = null; }, PAUSE) };
    changeElements(sheet.id, kept, token);
    setMoved(NONE);
  }, [sheet.id]);
  useEffect(() => () => { keepNudged(); stopTapping(); }, [keepNudged]);
  const rest = () => { keepNudged(); stopTapping(); };
  const byArrow = (dx: number, dy: number) => setMoved(nudged.current = shifted(sheet, chosen, nudged.current, dx, dy));
  const keepDrag = (drag: Moved) => {
    setMoved(NONE);
    const isChanged = ([id, element]: [string, SheetElement]) => JSON.stringify(element) !== JSON.stringify(sheet.elements.find((one) => one.id === id));
    if ([...drag].some(isChanged)) changeElements(sheet.id, drag);
  };
  return { moved, show: setMoved, dropDrag: () => setMoved(nudged.current), keepDrag, byArrow, keepNudged, rest };
}

/** The chosen elements so much farther, as far as they stay on the paper. */
function shifted(sheet: SheetLayout, chosen: readonly string[], before: Moved, dx: number, dy: number): Moved {
  const elements = sheet.elements.filter(({ id }) => chosen.includes(id)).map((element) => before.get(element.id) ?? element);
  if (elements.length === 0) return before;
  const [x, y] = heldOn(paperSize(sheet), boxAround(elements.map(({ box }) => box)), dx, dy);
  return new Map(elements.map((element) => [element.id, { ...element, box: dragged(element.box, 'move', x, y) }]));
}

/** What a drag of an element by a grip makes of the chosen ones: all are moved, only the one in hand is sized or (`inside`) has its map moved. */
export function draggedElements(sheet: SheetLayout, chosen: readonly string[], element: SheetElement, grip: Grip, inside: boolean, by: { dx: number; dy: number; reach: number }): Moved {
  const { dx, dy, reach } = by;
  if (inside && element.kind === 'map') return new Map([[element.id, panned(element, dx, dy)]]);
  const box = snapped(dragged(element.box, grip, dx, dy), sheet, chosen, grip, reach);
  if (grip !== 'move') return new Map([[element.id, { ...element, box }]]);
  return shifted(sheet, chosen, NONE, box.x - element.box.x, box.y - element.box.y);
}
