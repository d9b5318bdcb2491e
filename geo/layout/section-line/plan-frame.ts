import { planeByCode, portable } from '../../crs/index.ts';
import { say, type Language } from '../../messages/index.ts';
import type { GroupMark, Mark } from '../drawing.ts';
import type { FrameView } from '../frame.ts';
import { words } from '../furniture/pens.ts';
import { fittingScale } from '../scales.ts';
import type { MapFrame, SectionLine, SheetLayout } from '../sheet.ts';

/** So much more than the line is shown, for its letters and what is beside it. */
const AROUND = 1.25, COLOR = '#b3261e', LETTER = 3.2, TICK = 4;

/** The frame on the ground of a line: north up, or with the line lying from left to right where that makes the map larger. */
export function lineOnMap(frame: Omit<MapFrame, 'centre' | 'scale' | 'rotation'>, line: SectionLine['line']): MapFrame {
  const plane = planeByCode(frame.crs!), places = line.map(([lon, lat]) => plane.forward(lon, lat)), first = places[0], last = places[places.length - 1];
  const along = Math.round(portable.atan2(last[1] - first[1], last[0] - first[0]) * portable.DEGREES);
  const [upright, lying] = [0, along].map((rotation) => {
    const [cos, sin] = [portable.cos(rotation * portable.RADIANS), portable.sin(rotation * portable.RADIANS)], us = places.map(([e, n]) => e * cos + n * sin), vs = places.map(([e, n]) => n * cos - e * sin);
    const [u, v] = [(Math.min(...us) + Math.max(...us)) / 2, (Math.min(...vs) + Math.max(...vs)) / 2];
    const size = { width: Math.max(1, Math.max(...us) - Math.min(...us)) * AROUND, height: Math.max(1, Math.max(...vs) - Math.min(...vs)) * AROUND };
    return { rotation, centre: plane.inverse(u * cos - v * sin, u * sin + v * cos), scale: fittingScale(size, frame.box) };
  });
  return { ...frame, ...(lying.scale < upright.scale ? lying : upright) };
}

/** The sections of a sheet are lettered in their order: A–A′, B–B′ … */
export function lettersOf({ elements }: Pick<SheetLayout, 'elements'>, id: string): readonly [string, string] {
  const at = elements.filter(({ kind }) => kind === 'section-line').findIndex((element) => element.id === id), letter = at < 26 ? String.fromCharCode(65 + Math.max(0, at)) : `A${at - 25}`;
  return [letter, `${letter}′`];
}

/** Where the sections of the sheet run, over a map of the same sheet: a line with a stroke and a letter at each end. */
export function lineMarksOn(layout: SheetLayout, view: FrameView, language: Language): GroupMark | null {
  const marks = layout.elements.flatMap((element): Mark[] => {
    if (element.kind !== 'section-line' || element.line.length < 2) return [];
    const points = element.line.map(([lon, lat]) => view.fromDegrees(lon, lat)), letters = lettersOf(layout, element.id);
    return [
      { kind: 'path', lines: [points.flat()], closed: false, stroke: { color: COLOR, opacity: 1, width: 0.4, dash: [5, 1, 0.8, 1], square: true } },
      ...endMarks(points[0], points[1], letters[0]), ...endMarks(points[points.length - 1], points[points.length - 2], letters[1]),
    ];
  });
  return marks.length === 0 ? null : { kind: 'group', id: `${view.frame.id}-section-lines`, layer: { id: '/section-lines', title: say('section.onMap', language) }, marks };
}
/** A stroke across the end, and its letter beyond it. */
function endMarks([x, y]: readonly number[], [nextX, nextY]: readonly number[], letter: string): Mark[] {
  const length = portable.hypot(x - nextX, y - nextY) || 1, dx = (x - nextX) / length, dy = (y - nextY) / length, half = TICK / 2;
  return [
    { kind: 'path', lines: [[x - dy * half, y + dx * half, x + dy * half, y - dx * half]], closed: false, stroke: { color: COLOR, opacity: 1, width: 0.7, square: true } },
    words(letter, x + dx * LETTER, y + dy * LETTER, LETTER, { anchor: 'middle', weight: 'bold', color: COLOR, halo: { color: '#ffffff', width: 0.6 } }),
  ];
}
