import { planeForLayers } from '../crs/index.ts';
import { say, type Language } from '../messages/index.ts';
import type { Layer } from '../model/index.ts';
import { groundOf, MARGIN_OF_GROUND, wholeGround } from './ground.ts';
import { drawingArea } from './papers.ts';
import { roundLength } from './scales.ts';
import type { Box, SheetElement, SheetLayout } from './sheet.ts';

/** A page for reading: a map with numbered places, what is to be said of them, and tables. */
export interface PageWishes {
  id: string;
  name: string;
  title: string;
  summary: string;
  language: Language;
  project: string;
  /** ISO date, as passed in. */
  date: string;
  /** Drawn on the map, bottom first. */
  layers: readonly Layer[];
  /** What the map is about; the whole ground where it is nothing. */
  about: readonly Pick<Layer, 'features'>[];
  /** Degrees. */
  places: readonly { text: string; place: readonly [lon: number, lat: number] }[];
  placesAre: string;
  tables: readonly [main: { title: string; rows: readonly (readonly string[])[] }, foot: { title: string; rows: readonly (readonly string[])[] }];
}

/** Half the side of the box around a place, mm on paper. */
const HALF = 1.6;

/** One page of A4, upright. */
export function pageSheet({ id, name, title, summary, language, project, date, layers, about, places, placesAre, tables: [main, foot] }: PageWishes): SheetLayout {
  const paper = { paper: { size: 'A4', landscape: false } } as const;
  const box = arrange(drawingArea(paper));
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0));
  const ground = groundOf(about, plane) ?? wholeGround(layers, plane) ?? { east: 0, north: 0, width: 0, height: 0 };
  const scale = closeScale(Math.max(ground.width / box.map.width, ground.height / box.map.height) * MARGIN_OF_GROUND * 1000);
  const half = HALF * scale / 1000;
  const outlines = places.map(({ text, place }) => {
    const [x, y] = plane.forward(...place);
    return { text, corners: [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => plane.inverse(x + dx * half, y + dy * half)) };
  });
  const elements: SheetElement[] = [
    { id: 'title', kind: 'title', box: box.title, text: title },
    { id: 'summary', kind: 'text', box: box.summary, text: summary, size: 2.6 },
    { id: 'map', kind: 'map', box: box.map, centre: plane.inverse(ground.east, ground.north), scale, rotation: 0, crs: plane.code, layers: layers.map((layer) => layer.id), grid: null, labels: false, outlines, outlinesAre: placesAre },
    { id: 'north', kind: 'north-arrow', box: box.north, frame: 'map', wind: null },
    { id: 'scale', kind: 'scale-bar', box: box.scale, frame: 'map' },
    { id: 'legend', kind: 'legend', box: box.legend, frame: 'map' },
    { id: 'main', kind: 'table', box: box.main, ...main },
    { id: 'foot', kind: 'table', box: box.foot, ...foot },
    { id: 'block', kind: 'title-block', box: box.block },
  ];
  const titleBlock = {
    project, sheetName: name, sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date, revision: '', stage: say('layout.stage.draft', language), heightDatum: say('layout.datum', language),
    classification: '', reviewNumber: '',
  };
  return { id, name, language, template: null, ...paper, titleBlock, elements };
}

/** The map of a page fills its frame: two digits instead of the series of plans. */
export function closeScale(needed: number): number {
  const step = Math.max(100, roundLength(needed) / 10);
  return Math.max(500, Math.ceil(needed / step) * step);
}

/** From top to bottom: title, what it is about, map with its column, the main table, and the second one beside the title block. */
function arrange(area: Box): Record<'title' | 'summary' | 'map' | 'north' | 'scale' | 'legend' | 'main' | 'foot' | 'block', Box> {
  const x = area.x + 3, y = area.y + 3, width = area.width - 6, bottom = area.y + area.height - 3;
  const column = 52, gap = 2, map = { x, y: y + 25, width: width - column - gap, height: 88 }, right = x + width - column;
  const foot = 46, tables = map.y + map.height + gap;
  return {
    title: { x, y: y + 5, width, height: 10 }, summary: { x, y: y + 16, width, height: 8.5 }, map,
    north: { x: right, y: map.y, width: 14, height: 14 }, scale: { x: right + 16, y: map.y + 3, width: column - 16, height: 9 },
    legend: { x: right, y: map.y + 16, width: column, height: map.height - 16 },
    main: { x, y: tables, width, height: bottom - foot - gap - tables },
    foot: { x, y: bottom - foot, width: width - column - gap, height: foot }, block: { x: right, y: bottom - foot, width: column, height: foot },
  };
}
