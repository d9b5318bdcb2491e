import { say, type Language } from '../../messages/index.ts';
import { depthDrawn, lowestGround, type SectionModel } from '../../section/index.ts';
import { drawingArea, MARGIN } from '../papers.ts';
import type { SectionLine, SheetLayout, TitleBlock } from '../sheet.ts';
import { PAPER_AROUND, ROW } from './frame.ts';
import { numbered } from './list.ts';

export type SectionWishes = Pick<SectionLine, 'title' | 'line' | 'crs' | 'scale' | 'vertical' | 'offset' | 'focus' | 'trial' | 'scenario'>;

/** The element at a size that holds all of the section at its scales, mm. */
export function sectionElement(id: string, wishes: SectionWishes, model: SectionModel): SectionLine {
  const depth = depthDrawn(model), columns = 3, rows = Math.ceil(numbered(model).length / columns);
  const width = Math.max(120, model.length * 1000 / wishes.scale + PAPER_AROUND.width), height = PAPER_AROUND.height + (depth - lowestGround(model)) * 1000 / wishes.vertical + rows * ROW + 2;
  return { id, kind: 'section-line', box: { x: 0, y: 0, width, height }, from: 0, depth, layers: null, ...wishes };
}

/** A section as a sheet of its own: on A4 or A3 lying where it has room, else on a paper as long and as high as it needs, as lengthened sheets of roads are. */
export function sectionSheet(wishes: SectionWishes, model: SectionModel, { language, project, date }: { language: Language; project: string; date: string }): SheetLayout {
  const element = sectionElement('section-line-1', wishes, model), { width, height } = element.box;
  const around = { width: MARGIN.binding + MARGIN.free + 6, height: 2 * MARGIN.free + BLOCK.height + 16 };
  const free: SheetLayout['paper'] = { size: 'free', width: Math.ceil((width + around.width) / 10) * 10, height: Math.max(297, Math.ceil((height + around.height) / 10) * 10) };
  const fits = (one: SheetLayout['paper']) => { const area = drawingArea({ paper: one }); return area.width >= width + 6 && area.height >= height + BLOCK.height + 14; };
  const paper = ([{ size: 'A4', landscape: true }, { size: 'A3', landscape: true }] as const).find(fits) ?? free;
  const area = drawingArea({ paper }), name = say('section.sheetName', language);
  const titleBlock: TitleBlock = { project, sheetName: wishes.title, sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date, revision: '', stage: say('layout.stage.draft', language), heightDatum: say('layout.datum', language), classification: '', reviewNumber: '' };
  return {
    id: 'section', name: wishes.title || name, language, template: null, paper, titleBlock,
    elements: [
      { id: 'title', kind: 'title', box: { x: area.x + 3, y: area.y + 2, width: area.width - 6, height: 9 }, text: [project, name].filter(Boolean).join(' · ') },
      { ...element, box: { x: area.x + 3 + Math.max(0, (area.width - 6 - width) / 2), y: area.y + 12, width: Math.min(width, area.width - 6), height: Math.min(height, area.height - BLOCK.height - 14) } },
      { id: 'block', kind: 'title-block', box: { x: area.x + area.width - BLOCK.width - 1.2, y: area.y + area.height - BLOCK.height - 1.2, ...BLOCK } },
    ],
  };
}
const BLOCK = { width: 72, height: 56 };

