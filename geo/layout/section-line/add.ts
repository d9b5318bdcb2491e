import type { SectionModel } from '../../section/index.ts';
import { freeRooms } from '../free-room.ts';
import { freshId } from '../new-elements.ts';
import { drawingArea, paperSize } from '../papers.ts';
import type { SectionLine, SheetLayout } from '../sheet.ts';
import { fitSection } from './fit.ts';
import { sectionElement, type SectionWishes } from './sheet.ts';

/** Where no room is: so much of the paper, in its middle, over what is there. */
const SHARE = 0.8;

/** A section for a sheet that exists: in the free place that shows it largest; where none holds it over the others in the middle, to be moved. */
export function sectionOnSheet(sheet: SheetLayout, wishes: SectionWishes, model: SectionModel): { element: SectionLine; hasRoom: boolean } {
  const id = freshId(sheet, 'section-line');
  const [best] = freeRooms(sheet).flatMap((room) => { const fitted = fitSection(model, room, wishes); return fitted ? [{ room, fitted }] : []; })
    .sort((a, b) => a.fitted.scale - b.fitted.scale || a.fitted.vertical - b.fitted.vertical || a.room.y - b.room.y || a.room.x - b.room.x);
  if (best) return { element: sectionElement(id, wishes, model, best.fitted, { ...best.room, height: Math.min(best.room.height, best.fitted.height) }), hasRoom: true };
  const area = drawingArea(sheet), paper = paperSize(sheet), room = { width: Math.min(area.width, paper.width * SHARE), height: Math.min(area.height, paper.height * SHARE) };
  const fitted = fitSection(model, room, wishes) ?? { scale: Math.ceil(model.length / room.width) * 1500, vertical: 500, width: room.width, height: room.height };
  const height = Math.min(room.height, fitted.height), box = { x: area.x + (area.width - room.width) / 2, y: area.y + (area.height - height) / 2, width: room.width, height };
  return { element: sectionElement(id, wishes, model, fitted, box), hasRoom: false };
}
