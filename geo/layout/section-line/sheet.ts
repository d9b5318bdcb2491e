import { say, type Language } from '../../messages/index.ts';
import { depthDrawn, type SectionModel } from '../../section/index.ts';
import { drawingArea, MARGIN } from '../papers.ts';
import type { Box, SectionLine, SheetElement, SheetLayout, TitleBlock } from '../sheet.ts';
import { fitSection, sectionSize, type FittedSection } from './fit.ts';
import { lineOnMap } from './plan-frame.ts';

/** Scales that nobody gives are the largest that the paper takes. */
export type SectionWishes = Pick<SectionLine, 'title' | 'line' | 'crs' | 'offset' | 'focus' | 'trial' | 'scenario'> & { scale: number | null; vertical: number | null };
export interface SectionSheetWords {
  language: Language;
  project: string;
  date: string;
  /** Ids of layers that say where one is, for the map beside what is cut. */
  around?: readonly string[];
}

export function sectionElement(id: string, wishes: SectionWishes, model: SectionModel, { scale, vertical }: Pick<FittedSection, 'scale' | 'vertical'>, box: Box): SectionLine {
  return { id, kind: 'section-line', box, from: 0, depth: depthDrawn(model), layers: null, ...wishes, scale, vertical };
}

/** A section as a sheet of its own: the section over a strip with the map of its line, legend and title block, so that the paper is filled. */
export function sectionSheet(wishes: SectionWishes, model: SectionModel, { language, project, date, around = [] }: SectionSheetWords): SheetLayout {
  const { paper, fitted } = paperFor(wishes, model), area = drawingArea({ paper }), name = say('section.sheetName', language);
  const inner = { x: area.x + PAD, width: area.width - 2 * PAD, bottom: area.y + area.height - PAD }, top = area.y + TITLE;
  const strip = { x: inner.x, y: top + fitted.height + GAP, width: inner.width, height: inner.bottom - top - fitted.height - GAP };
  const titleBlock: TitleBlock = { project, sheetName: wishes.title, sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date, revision: '', stage: say('layout.stage.draft', language), heightDatum: say('layout.datum', language), classification: '', reviewNumber: '' };
  return {
    id: 'section', name: wishes.title || name, language, template: null, paper, titleBlock,
    elements: [
      { id: 'title', kind: 'title', box: { x: inner.x, y: area.y + 2, width: inner.width, height: 9 }, text: [project, name].filter(Boolean).join(' · ') },
      sectionElement('section-line-1', wishes, model, fitted, { x: inner.x, y: top, width: inner.width, height: fitted.height }),
      ...stripElements(strip, wishes, model, around),
    ],
  };
}

/** A3 lying, or lengthened by its halves (GB/T 50001) where that makes a long line readable; as long and as high as it needs where scales are given. */
const LENGTHS = [420, 630, 841] as const, A3_HEIGHT = 297, READABLE = 2000;
const PAD = 3, GAP = 3, TITLE = 12, BLOCK = { width: 72, height: 56 }, NORTH = 20, STRIP = BLOCK.height + NORTH + GAP;
function paperFor(wishes: SectionWishes, model: SectionModel): { paper: SheetLayout['paper']; fitted: FittedSection } {
  const found = LENGTHS.flatMap((length) => {
    const paper: SheetLayout['paper'] = length === LENGTHS[0] ? { size: 'A3', landscape: true } : { size: 'free', width: length, height: A3_HEIGHT }, area = drawingArea({ paper });
    const fitted = fitSection(model, { width: area.width - 2 * PAD, height: area.height - TITLE - GAP - STRIP - PAD }, wishes);
    return fitted ? [{ paper, fitted }] : [];
  });
  return found.find(({ fitted }) => wishes.scale !== null || fitted.scale <= READABLE) ?? found.at(-1) ?? ownPaper(wishes, model);
}
function ownPaper(wishes: SectionWishes, model: SectionModel): { paper: SheetLayout['paper']; fitted: FittedSection } {
  const long = MARGIN.binding + MARGIN.free + 2 * PAD, scale = wishes.scale ?? Math.max(READABLE, Math.ceil(model.length / 700) * 1000), vertical = wishes.vertical ?? Math.min(scale, 500);
  const size = sectionSize(model, scale, vertical), width = Math.max(LENGTHS[0], Math.ceil((size.width + long) / 10) * 10);
  const height = Math.max(A3_HEIGHT, Math.ceil((size.height + 2 * MARGIN.free + TITLE + GAP + STRIP + PAD) / 10) * 10);
  return { paper: { size: 'free', width, height }, fitted: { scale, vertical, width: width - long, height: size.height } };
}

/** From left to right: where the line runs, what the map shows, and north, scale and title block. */
function stripElements({ x, y, width, height }: Box, { line, crs }: SectionWishes, model: SectionModel, around: readonly string[]): SheetElement[] {
  const frame = 'map', right = x + width - BLOCK.width, legend = right - GAP - BLOCK.width, bottom = y + height;
  // Zones cover everything: they are read off the section.
  const layers = [...new Set([...model.features.filter(({ cuts, role }) => cuts.length > 0 && role !== 'zone').map(({ layer }) => layer), ...around])];
  return [
    lineOnMap({ id: frame, kind: 'map', box: { x, y, width: legend - GAP - x, height }, crs: crs ?? model.crs, layers: layers.length > 0 ? layers : null, grid: null, labels: true }, line),
    { id: 'legend', kind: 'legend', box: { x: legend, y, width: BLOCK.width, height }, frame },
    { id: 'north', kind: 'north-arrow', box: { x: right, y, width: NORTH, height: NORTH }, frame, wind: null },
    { id: 'scale', kind: 'scale-bar', box: { x: right + NORTH + GAP, y: y + 3, width: BLOCK.width - NORTH - GAP, height: 13 }, frame },
    { id: 'block', kind: 'title-block', box: { x: right, y: bottom - BLOCK.height, ...BLOCK } },
  ];
}
