import { portable } from '../crs/index.ts';
import { say } from '../messages/index.ts';
import { thousands, UserError, type Layer, type PlanFeature, type Properties } from '../model/index.ts';
import { frameCorners, FrameView } from './frame.ts';
import { groundOf } from './ground.ts';
import { drawingArea, LONGEST_SIDE } from './papers.ts';
import { fittingScale } from './scales.ts';
import type { MapFrame, SheetElement, SheetLayout } from './sheet.ts';

/** No more sheets than a plotter or a reader takes in one go. */
export const MOST_SHEETS = 2000;

export interface AtlasWishes {
  /** Its first map frame goes from feature to feature; `{name}` and other fields in its texts are filled from each. */
  layout: SheetLayout;
  /** One sheet for each of its features, in their order. */
  over: Layer;
  /** Metres around the feature that are shown with it. */
  margin: number;
}

/**
 * A contents sheet with an index map, then one sheet for each feature: the frame on the feature at the largest scale of the series that holds it
 * and its margin.
 * @throws UserError `layout.atlas-empty`, `layout.atlas-large`
 */
export function atlasSheets({ layout, over, margin }: AtlasWishes): SheetLayout[] {
  const features = over.features.filter(({ geometry }) => geometry);
  const title = over.name || say(`schema.${over.schema}`, layout.language);
  const frame = firstFrame(layout, title);
  if (features.length === 0) throw new UserError('layout.atlas-empty', { layer: title });
  if (features.length > MOST_SHEETS) throw new UserError('layout.atlas-large', { n: features.length, most: MOST_SHEETS });
  const pages = features.map((feature, i) => pageWith(layout, frameOn(feature, frame, margin), { name: nameOf(feature), number: i + 1, fields: { ...feature.properties, name: nameOf(feature) } }));
  return [...contentsSheets(layout, frame, features.map(nameOf), pages), ...pages];
}

/** The frame that an atlas moves. @throws UserError `layout.atlas-empty` where the sheet has none */
export function firstFrame({ elements }: SheetLayout, layer: string): MapFrame {
  const frame = elements.find((element) => element.kind === 'map');
  if (!frame) throw new UserError('layout.atlas-empty', { layer });
  return frame;
}

function frameOn(feature: PlanFeature, frame: MapFrame, margin: number): MapFrame {
  const { plane } = new FrameView(frame);
  const ground = groundOf([{ features: [feature] }], plane)!;
  const [width, height] = [ground.width + 2 * margin, ground.height + 2 * margin];
  const cos = Math.abs(portable.cos(frame.rotation * portable.RADIANS)), sin = Math.abs(portable.sin(frame.rotation * portable.RADIANS));
  // What the ground takes when it is turned with the map.
  const turned = { width: width * cos + height * sin, height: width * sin + height * cos };
  return { ...frame, centre: plane.inverse(ground.east, ground.north), crs: plane.code, scale: fittingScale(turned, frame.box) };
}
const nameOf = ({ id, properties }: PlanFeature): string => String(properties['name'] ?? '').replace(/\s+/g, ' ').trim() || id;

/** The layout with its frame moved and its texts filled from the fields. */
export function pageWith(layout: SheetLayout, frame: MapFrame, { name, number, fields }: { name: string; number: number; fields: Properties }): SheetLayout {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, field: string) => (Object.hasOwn(fields, field) ? String(fields[field] ?? '') : whole));
  const elements = layout.elements.map((element): SheetElement => {
    switch (element.kind) {
      case 'map': return element.id === frame.id ? frame : element;
      case 'title': return { ...element, text: element.text.includes('{') ? fill(element.text) : `${element.text} · ${name}` };
      case 'text': return { ...element, text: fill(element.text) };
      default: return element;
    }
  });
  const { titleBlock } = layout;
  return { ...layout, id: `${layout.id}-${number}`, name, elements, titleBlock: { ...titleBlock, sheetName: name, sheetNumber: `${titleBlock.sheetNumber}-${String(number).padStart(3, '0')}` } };
}

const ROW = 5, HEAD = 2;

/** Contents: tables as long as there are names, then the index map. */
export function contentsSheets(layout: SheetLayout, frame: MapFrame, names: readonly string[], pages: readonly SheetLayout[]): SheetLayout[] {
  const { language } = layout;
  const heading = [say('layout.atlas.sheet', language), say('layout.atlas.name', language), say('layout.atlas.scale', language)];
  const rows = pages.map((page, i) => [page.titleBlock.sheetNumber, names[i], `1:${thousands(page.elements.find((element) => element.kind === 'map')!.scale)}`]);
  const area = drawingArea(layout), title = say('layout.atlas.contents', language);
  const most = Math.max(1, Math.floor(area.width / 120)), tallest = Math.floor((area.height - 30) / ROW) - HEAD;
  // Evenly, where they fill less than a sheet.
  const columns = Math.min(most, Math.ceil(rows.length / 12)), perColumn = Math.min(tallest, Math.max(12, Math.ceil(rows.length / columns)));
  if (perColumn < 1) throw new UserError('layout.paper', { width: area.width, height: area.height, least: 100, most: LONGEST_SIDE });
  const width = (area.width - 8) / columns;
  const perSheet = columns * perColumn;
  return Array.from({ length: Math.ceil(rows.length / perSheet) }, (_, k): SheetLayout => ({
    ...layout, id: `${layout.id}-contents-${k + 1}`, name: title,
    titleBlock: { ...layout.titleBlock, sheetName: title, sheetNumber: `${layout.titleBlock.sheetNumber}-000` },
    elements: [
      { id: 'title', kind: 'title', box: { x: area.x + 4, y: area.y + 4, width: area.width - 8, height: 14 }, text: `${layout.titleBlock.project} · ${layout.titleBlock.sheetName} · ${title}` },
      ...Array.from({ length: columns }, (__, c) => rows.slice(k * perSheet + c * perColumn, k * perSheet + (c + 1) * perColumn)).flatMap((part, c): SheetElement[] => (part.length === 0 ? [] : [
        { id: `contents-${c + 1}`, kind: 'table', title: '', rows: [heading, ...part], box: { x: area.x + 4 + c * width, y: area.y + 22, width: width - 3, height: area.height - 26 } }])),
    ],
  })).concat([indexSheet(layout, frame, pages)]);
}

/** The layout's own map with the ground of every sheet and its number over it. */
function indexSheet(layout: SheetLayout, frame: MapFrame, pages: readonly SheetLayout[]): SheetLayout {
  const title = say('layout.atlas.index', layout.language);
  const outlines = pages.flatMap((page) => page.elements.flatMap((element) => (element.kind === 'map' && element.id === frame.id ? [{ corners: frameCorners(element), text: page.titleBlock.sheetNumber.split('-').at(-1)! }] : [])));
  const elements = layout.elements.map((element): SheetElement => (element.kind === 'title' ? { ...element, text: `${layout.titleBlock.project} · ${title}` } : element.id === frame.id ? { ...frame, outlines } : element));
  return { ...layout, id: `${layout.id}-index`, name: title, titleBlock: { ...layout.titleBlock, sheetNumber: `${layout.titleBlock.sheetNumber}-IDX`, sheetName: title }, elements };
}
