import { say } from '../messages/index.ts';
import { rectangle, type Drawing, type GroupMark, type LeftOut, type Mark } from './drawing.ts';
import type { SheetContext, SheetSource } from './context.ts';
import { basemapMarks } from './basemap/basemap-marks.ts';
import type { Faces } from './font/faces.ts';
import type { FrameView } from './frame.ts';
import { contentOf } from './frame-content.ts';
import { frameMark, THICK, THIN, words } from './furniture/pens.ts';
import { northArrowMarks } from './furniture/north-arrow.ts';
import { overviewMarks } from './furniture/overview.ts';
import { scaleBarMarks } from './furniture/scale-bar.ts';
import { tableMarks } from './furniture/table.ts';
import { titleBlockMarks } from './furniture/title-block.ts';
import { textBoxMarks, titleMarks } from './furniture/title.ts';
import { placeLabels } from './labels/place-labels.ts';
import { legendMarks } from './legend/legend.ts';
import { gridMarks } from './map/grid.ts';
import type { DrawnLayer } from './map/drawn-layer.ts';
import { layerMarks } from './map/layer-marks.ts';
import { drawingArea, paperSize } from './papers.ts';
import { sectionMarks } from './section/section.ts';
import { lineMarksOn } from './section-line/plan-frame.ts';
import { sectionLineMarks } from './section-line/section-line.ts';
import type { ElementKind, MapFrame, SheetElement, SheetLayout } from './sheet.ts';

type Draw<K extends ElementKind> = (element: Extract<SheetElement, { kind: K }>, context: SheetContext) => Mark[];

/** How each kind of element is drawn. */
const ELEMENTS: { [K in ElementKind]: Draw<K> } = {
  map: mapMarks,
  overview: overviewMarks,
  legend: legendMarks as Draw<'legend'>,
  'scale-bar': scaleBarMarks as Draw<'scale-bar'>,
  'north-arrow': northArrowMarks,
  title: titleMarks,
  text: textBoxMarks,
  table: tableMarks,
  image: ({ data, type, box }) => [{ kind: 'image', bytes: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)), type, ...box }],
  'title-block': titleBlockMarks,
  section: sectionMarks,
  'section-line': sectionLineMarks,
};

/**
 * A plan sheet as marks in millimetres, in the planning CRS at a true scale: the same for PDF, SVG and pixels, browser and command line.
 * @throws UserError `layout.missing-letter`, `layout.paper`, `crs.unknown`
 */
export function drawSheet(layout: SheetLayout, source: SheetSource, faces: Faces): Drawing {
  const { width, height } = paperSize(layout);
  const frames = new Map(layout.elements.filter((element) => element.kind === 'map').map((frame) => [frame.id, contentOf(frame, source)]));
  const leftOut: LeftOut[] = [];
  const context: SheetContext = { layout, source, faces, language: layout.language, frames, leaveOut: (found) => { leftOut.push(found); } };
  const marks = layout.elements.map((element): Mark => ({ kind: 'group', id: element.id, marks: (ELEMENTS[element.kind] as Draw<ElementKind>)(element as never, context) }));
  return {
    width, height, title: layout.titleBlock.sheetName, language: layout.language,
    marks: [{ kind: 'path', lines: [rectangle(0, 0, width, height)], closed: true, fill: { color: '#ffffff', opacity: 1 } }, ...marks, ...borderMarks(context)],
    frames: [...frames.values()].map(({ view }) => view.georeference()), leftOut,
  };
}

/** Colour of a frame where nothing is drawn. */
const GROUND = '#fbfaf7';
function mapMarks(frame: MapFrame, { layout, frames, faces, language, leaveOut, source }: SheetContext): Mark[] {
  const { view, layers, basemaps } = frames.get(frame.id)!, sections = lineMarksOn(layout, view, language);
  const { x, y, width, height } = frame.box;
  const labels = frame.labels ? placeLabels(layers, view, faces) : { marks: new Map<string, Mark[]>(), dropped: [] };
  labels.dropped.forEach(leaveOut);
  const pictures = basemaps.map((drawn) => basemapMarks(drawn, view, { language, ground: GROUND, screenDpi: source.screenDpi }));
  for (const { poor } of pictures) if (poor) leaveOut(poor);
  const group = (id: string, layer: GroupMark['layer'], marks: readonly Mark[]): Mark[] => (marks.length === 0 ? [] : [{ kind: 'group', id: `${frame.id}-${id}`, layer, marks }]);
  const own = ({ layer: { id }, title }: DrawnLayer) => ({ id, title });
  return [
    { kind: 'group', id: `${frame.id}-ground`, clip: [rectangle(x, y, width, height)], marks: [
      { kind: 'path', lines: [rectangle(x, y, width, height)], closed: true, fill: { color: GROUND, opacity: 1 } },
      ...pictures.flatMap(({ mark }) => mark ?? []),
      ...layers.flatMap(({ drawn, features }) => group(drawn.layer.id, own(drawn), layerMarks(drawn, features, view))),
      ...group('grid', { id: '/grid', title: say('layout.grid', language) }, gridMarks(view)),
      ...(frame.outlines ? group('outlines', { id: '/outlines', title: frame.outlinesAre ?? say('layout.atlas.index', language) }, outlineMarks(frame.outlines, view)) : []),
      ...layers.flatMap(({ drawn }) => group(`${drawn.layer.id}-names`, own(drawn), labels.marks.get(drawn.layer.id) ?? [])),
      ...(sections ? [sections] : []),
    ] },
    frameMark(frame.box, 0.35),
  ];
}

/** Where other sheets lie, or what a table speaks of: each with its number in its upper left corner. */
function outlineMarks(outlines: NonNullable<MapFrame['outlines']>, view: FrameView): Mark[] {
  return outlines.flatMap(({ corners, text }): Mark[] => {
    const ring = corners.flatMap(([lon, lat]) => view.fromDegrees(lon, lat));
    const [x, y] = view.fromDegrees(...corners[3]);
    return [
      { kind: 'path', lines: [ring], closed: true, stroke: { color: '#d32f2f', opacity: 0.9, width: 0.3, square: true } },
      words(text, x + 0.8, y + 2, 2.2, { weight: 'bold', color: '#b71c1c', halo: { color: '#ffffff', width: 0.4 } }),
    ];
  });
}

/** The drawing frame: outer thick, inner thin line; trimming marks at the corners of the paper; what an invented city has to say of itself. */
function borderMarks({ layout, source, language }: SheetContext): Mark[] {
  const area = drawingArea(layout), { width, height } = paperSize(layout);
  const inner = { x: area.x + 1.2, y: area.y + 1.2, width: area.width - 2.4, height: area.height - 2.4 };
  const corner = (x: number, y: number, dx: number, dy: number): number[][] => [[x, y, x + dx, y], [x, y, x, y + dy]];
  return [
    frameMark(area, THICK), frameMark(inner, THIN),
    { kind: 'path', lines: [...corner(0, 0, 3, 3), ...corner(width, 0, -3, 3), ...corner(width, height, -3, -3), ...corner(0, height, 3, -3)], closed: false, stroke: { color: '#000000', opacity: 1, width: 0.1, square: true } },
    ...(source.invented ? [words(say('layout.invented', language), area.x + 4, area.y + 6, 2.6, { weight: 'bold', color: '#8a5a00' })] : []),
  ];
}
