import type { Geometry, Position } from 'geojson';
import { drawSheet, FrameView, geometryParts, type Drawing, type Faces, type GeoFrame, type LeftOut, type MapFrame, type Mark, type SheetLayout } from '../../layout/index.ts';
import { say, type Language } from '../../messages/index.ts';
import { baselineId } from '../../style/index.ts';
import type { MapBlock } from './blocks.ts';
import { MAP_SIZE } from './place-of-view.ts';

export interface MapPicture {
  width: number;
  height: number;
  marks: Mark[];
  frames: readonly GeoFrame[];
  leftOut: readonly LeftOut[];
}
/** Below the map: scale and north, and beside them the legend, in columns that can be read. mm. */
const GAP = 2, SCALE = { width: 38, height: 11 }, NORTH = 14, LEGEND_HEIGHT = 40;
export const PICTURE = { width: MAP_SIZE.width, height: MAP_SIZE.height + GAP + LEGEND_HEIGHT } as const;

/** A map of the agenda with scale and legend, its top left corner at x, y (mm). Drawn as plan sheets are, so at a true scale. */
export function mapPicture(block: MapBlock, x: number, y: number, language: Language, faces: Faces): MapPicture {
  const frame: MapFrame = { ...block.frame, id: 'map', kind: 'map', box: { x, y, ...MAP_SIZE } };
  const below = y + MAP_SIZE.height + GAP, right = x + SCALE.width + GAP;
  const layout: SheetLayout = {
    id: 'minutes', name: '', language, template: null, paper: { size: 'A4', landscape: false }, titleBlock: BLANK,
    elements: [
      frame,
      { id: 'north', kind: 'north-arrow', frame: 'map', wind: null, box: { x: x + (SCALE.width - NORTH) / 2, y: below + SCALE.height + GAP, width: NORTH, height: NORTH } },
      { id: 'scale', kind: 'scale-bar', frame: 'map', box: { x, y: below, ...SCALE } },
      { id: 'legend', kind: 'legend', frame: 'map', isSmall: true, box: { x: right, y: below, width: x + MAP_SIZE.width - right, height: LEGEND_HEIGHT } },
    ],
  };
  const drawing = drawSheet(layout, block.source, faces);
  // Without the paper and the drawing frame of a plan sheet.
  const groups = drawing.marks.filter((mark) => mark.kind === 'group');
  return { ...PICTURE, marks: [...groups, { kind: 'group', id: 'meeting', clip: [corners(frame)], marks: [...highlightMarks(block, frame), ...drawnMarks(block, frame)] }], frames: drawing.frames, leftOut: drawing.leftOut };
}
/** What the legend of a picture has no room for, to stand below it: nothing that is drawn goes unexplained. Empty where all is in it. */
export function restOfLegend({ leftOut }: Pick<MapPicture, 'leftOut'>, language: Language): string {
  const rows = leftOut.filter(({ code }) => code === 'layout.legend-cut').map(({ layer, text }) => (layer === text ? layer : `${layer} ${text}`));
  return rows.length === 0 ? '' : say('minutes.legendRest', language, { rows: rows.join(language === 'zh' ? '、' : ', ') });
}
const BLANK = { project: '', sheetName: '', sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date: '', revision: '', stage: '', heightDatum: '', classification: '', reviewNumber: '' };
const corners = ({ box: { x, y, width, height } }: MapFrame): number[] => [x, y, x + width, y, x + width, y + height, x, y + height];

/** Half of the frame's line, mm. */
const EDGE = 0.2;
/** The picture alone, as a drawing of its own. */
export function pictureDrawing(block: MapBlock, language: Language, faces: Faces): Drawing {
  const { marks, frames, leftOut, ...size } = mapPicture(block, EDGE, EDGE, language, faces), width = size.width + 2 * EDGE, height = size.height + 2 * EDGE;
  return { width, height, title: block.caption, language, frames, leftOut, marks: [{ kind: 'path', lines: [[0, 0, width, 0, width, height, 0, height]], closed: true, fill: { color: '#ffffff', opacity: 1 } }, ...marks] };
}

/** What the meeting looked at: outlined as on the page. */
function highlightMarks({ highlight, source }: MapBlock, frame: MapFrame): Mark[] {
  if (!highlight) return [];
  const feature = source.layers.find(({ layer }) => baselineId(layer.id) === baselineId(highlight.layerId))?.layer.features.find(({ id }) => id === highlight.featureId);
  return feature ? outline(feature.geometry, frame, '#ff6d00', 0.8) : [];
}
const COLOUR = /^#[0-9a-f]{6}$/i;
/** What was drawn on the map while it was spoken of. */
function drawnMarks({ drawing }: MapBlock, frame: MapFrame): Mark[] {
  return (drawing?.features ?? []).flatMap(({ geometry, properties }) => {
    const colour: unknown = properties?.['colour'];
    return geometry ? outline(geometry, frame, typeof colour === 'string' && COLOUR.test(colour) ? colour.toLowerCase() : '#d32f2f', 0.7) : [];
  });
}

function outline(geometry: Geometry, frame: MapFrame, color: string, width: number): Mark[] {
  const view = new FrameView(frame);
  const onPaper = (line: readonly Position[]) => line.flatMap(([lon, lat]) => view.fromDegrees(lon, lat));
  const stroke = { color, opacity: 1, width };
  return geometryParts(geometry).map((part): Mark => {
    if (part.kind === 'ground') return { kind: 'path', lines: part.rings.map(onPaper), closed: true, stroke };
    if (part.kind === 'line') return { kind: 'path', lines: [onPaper(part.line)], closed: false, stroke };
    const [x, y] = onPaper([part.at]), r = 2.2;
    return { kind: 'path', lines: [Array.from({ length: 8 }, (_, i) => [x + r * OCTAGON[i][0], y + r * OCTAGON[i][1]]).flat()], closed: true, stroke };
  });
}
const H = 0.7071067811865476;
const OCTAGON: readonly (readonly [number, number])[] = [[1, 0], [H, H], [0, 1], [-H, H], [-1, 0], [-H, -H], [0, -1], [H, -H]];
