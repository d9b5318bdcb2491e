import { describe, expect, it } from 'vitest';
import { ALIGNMENTS, boxAround, heldOn, spread } from '../../app/layout/align.ts';
import { draggedElements } from '../../app/layout/use-moves.ts';
import type { SheetElement } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';

const boxes = [{ x: 10, y: 5, width: 20, height: 10 }, { x: 70, y: 25, width: 10, height: 10 }, { x: 35, y: 60, width: 30, height: 20 }];

describe('several elements', () => {
  it('are aligned in the box around them', () => {
    const around = boxAround(boxes);
    expect(around).toEqual({ x: 10, y: 5, width: 70, height: 75 });
    const put = (way: keyof typeof ALIGNMENTS) => boxes.map((box) => ({ ...box, ...ALIGNMENTS[way](box, around) }));
    expect(put('right').map(({ x, width }) => x + width)).toEqual([80, 80, 80]);
    expect(put('centre').map(({ x, width }) => x + width / 2)).toEqual([45, 45, 45]);
    expect(put('bottom').map(({ y, height }) => y + height)).toEqual([80, 80, 80]);
    expect(put('top').map(({ x, y }) => [x, y])).toEqual([[10, 5], [70, 5], [35, 5]]);
  });
  it('are spread with gaps of one size, whatever their order', () => {
    // 70 mm hold 60 mm of boxes: gaps of 5 mm; down, 75 mm hold 40.
    expect(spread(boxes, 'across').map(({ x }) => x)).toEqual([10, 70, 35]);
    expect(spread(boxes, 'down').map(({ y }) => y)).toEqual([5, 32.5, 60]);
    const moved = spread([boxes[0], { ...boxes[1], x: 31 }, { ...boxes[2], x: 80 }], 'across');
    expect(moved.map(({ x }) => x)).toEqual([10, 50, 80]);
  });
  it('stay on the paper together', () => {
    expect(heldOn({ width: 100, height: 100 }, boxAround(boxes), -30, 3)).toEqual([-10, 3]);
    expect(heldOn({ width: 100, height: 100 }, boxAround(boxes), 300, 300)).toEqual([85, 90]);
  });
  it('are moved by one way when one of them is dragged, and only that one is sized', () => {
    const sheet = blankSheet(), [map] = sheet.elements;
    const text = { id: 'text', kind: 'text', text: '', size: 3, box: { x: 300, y: 40, width: 30, height: 10 } } as SheetElement;
    const both = { ...sheet, elements: [map, text] };
    const moved = draggedElements(both, ['map', 'text'], text, 'move', false, { dx: 7.2, dy: 3.1, reach: 1 });
    const way = (element: SheetElement) => [moved.get(element.id)!.box.x - element.box.x, moved.get(element.id)!.box.y - element.box.y];
    expect(way(text)).toEqual([7, 3]);
    expect(way(map)).toEqual(way(text));
    const sized = draggedElements(both, ['map', 'text'], text, 'se', false, { dx: 5, dy: 5, reach: 1 });
    expect([...sized.keys()]).toEqual(['text']);
    expect(sized.get('text')!.box).toEqual({ x: 300, y: 40, width: 35, height: 15 });
  });
});
