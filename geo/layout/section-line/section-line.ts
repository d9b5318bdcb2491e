import { chainage, cutSection, groundAt, sectionContext, withTrial, type SectionModel } from '../../section/index.ts';
import { say } from '../../messages/index.ts';
import { thousands } from '../../model/index.ts';
import { layersFor, type SheetContext, type SheetSource } from '../context.ts';
import { rectangle, type Mark } from '../drawing.ts';
import { fitted } from '../font/wrap.ts';
import { SOFT, words } from '../furniture/pens.ts';
import type { SectionLine } from '../sheet.ts';
import { axisMarks } from './axes.ts';
import { figureMarks } from './figures.ts';
import { SectionFrame } from './frame.ts';
import { Lettering } from './lettering.ts';
import { listMarks } from './list.ts';
import { numberMarks } from './numbers.ts';
import { lettersOf } from './plan-frame.ts';
import { shapeMarks, shapesOf } from './shapes.ts';

const SIZE = 2;

/** The section as the sheet's layers have it: those above the sheet's level of secrecy are not among them. */
export function modelOf(element: SectionLine, source: SheetSource): SectionModel {
  const { line, crs, offset, layers, focus, trial } = element, wanted = layers && new Set(layers);
  const drawn = layersFor({ id: element.id, scenario: element.scenario }, source).filter(({ layer }) => !wanted || wanted.has(layer.id)).map(({ layer }) => layer);
  return withTrial(cutSection(line, drawn, sectionContext({ ...(source.depth ? { depth: source.depth } : {}), ...(offset === null ? {} : { offset }), focus }), crs), trial);
}

/** A section along a line: ground, strata, what is cut, the site with its figures, and what the numbers stand for. True to the two scales that it states. */
export function sectionLineMarks(element: SectionLine, context: SheetContext): Mark[] {
  const { faces, language, source } = context, { id, box, title } = element;
  if (element.line.length < 2) return [words(title, box.x, box.y + 2.6, 2.6, { weight: 'bold' }), words(say('section.noLine', language), box.x + box.width / 2, box.y + box.height / 2, SIZE * 1.2, { anchor: 'middle', color: SOFT })];
  const model = modelOf(element, source), frame = new SectionFrame(element, model), { plot } = frame;
  const scales = say('section.lineScales', language, { across: thousands(element.scale), vertical: thousands(element.vertical), length: model.length.toFixed(1), from: chainage(frame.from), to: chainage(frame.to, 1) });
  const basis = say(`section.ground.${model.ground.basis}`, language, { datum: model.ground.datum?.toFixed(2) ?? '' });
  const note = fitted([basis, say('section.lineNote', language, { offset: String(model.offset) }), ...(element.trial ? [say('section.tried', language)] : [])].join(' · '), box.width, SIZE, faces);
  // In the order of what may least move: the site's name, its figures, then the numbers.
  const lettering = new Lettering(faces), name = nameOfSite(frame, context, lettering), figures = figureMarks(frame, language, lettering);
  return [
    words(fitted(title, box.width * 0.55, 2.8, faces, 'bold').text, box.x, box.y + 2.6, 2.8, { weight: 'bold' }),
    words(scales, box.x + box.width, box.y + 2.6, SIZE, { anchor: 'end', color: SOFT }),
    { kind: 'group', id: `${id}-plot`, clip: [rectangle(plot.x, plot.y, plot.width, plot.height)], marks: shapesOf(model, frame).map((shape) => shapeMarks(shape, frame, id)) },
    { kind: 'group', id: `${id}-axes`, marks: axisMarks(frame) },
    { kind: 'group', id: `${id}-ends`, marks: endLetters(frame, lettersOf(context.layout, id)) },
    { kind: 'group', id: `${id}-figures`, marks: figures },
    { kind: 'group', id: `${id}-numbers`, marks: numberMarks(frame, lettering, context) },
    ...name,
    { kind: 'group', id: `${id}-list`, marks: listMarks(frame, context) },
    words(note.text, box.x, plot.y + plot.height + 6.6, note.size, { color: SOFT }),
  ];
}
/** The name of the site that is looked at, in its middle level, where no slab strikes it out. */
function nameOfSite(frame: SectionFrame, { faces }: SheetContext, lettering: Lettering): Mark[] {
  const { model } = frame, site = model.focus === null ? null : model.features[model.focus], own = site?.cuts.find((cut) => cut.kind === 'stretch');
  if (!site || !own || site.depth.top === null || site.depth.bottom === null) return [];
  const { depth: { top, bottom }, levels, levelHeight } = site, middle = (own.from + own.to) / 2, size = SIZE * 1.1, room = Math.max(10, frame.x(own.to) - frame.x(own.from) - 2);
  const deep = levels !== null && levelHeight !== null ? top + (Math.floor((levels - 1) / 2) + 0.5) * levelHeight : (top + bottom) / 2;
  const { text } = fitted(site.name, room, size, faces, 'bold');
  return [lettering.figure([words(text, frame.x(middle), frame.y(groundAt(model.ground, middle) - deep), size, { anchor: 'middle', weight: 'bold', color: '#4a1a66', halo: { color: '#ffffff', width: 0.4 } })])];
}
/** The letters that its ends have on the map, where its ends are drawn. */
function endLetters({ plot, from, to, model }: SectionFrame, [first, last]: readonly [string, string]): Mark[] {
  const letter = (text: string, x: number) => words(text, x, plot.y + 2, 3.2, { anchor: 'middle', weight: 'bold', color: '#b3261e' });
  return [...(from < 1e-6 ? [letter(first, plot.x - 3)] : []), ...(to > model.length - 1e-6 ? [letter(last, plot.x + plot.width + 3.5)] : [])];
}
