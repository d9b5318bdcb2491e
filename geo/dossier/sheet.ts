import { planeForLayers } from '../crs/index.ts';
import { closeScale, drawingArea, groundOf, MARGIN_OF_GROUND, type PaperBox, type SheetElement, type SheetLayout } from '../layout/index.ts';
import { baselineId } from '../style/index.ts';
import { say, type Language } from '../messages/index.ts';
import type { Layer, PlanFeature } from '../model/index.ts';
import type { DossierPage, PageTable } from './page.ts';
import type { DossierPaper } from './types.ts';

type Place = 'title' | 'summary' | 'map' | 'north' | 'scale' | 'legend' | 'facts' | 'ground' | 'section' | 'relief' | 'robustness' | 'window' | 'benefits' | 'conflicts' | 'notes' | 'foot' | 'block';
interface Arrangement {
  paper: SheetLayout['paper'];
  /** Conflicts that there is room for, and the height of a table's row, mm. */
  conflicts: number;
  row: number;
  boxes: Readonly<Partial<Record<Place, PaperBox>>>;
}

/** Half the side of the box around a place, mm on paper; ground around the site, m. */
const HALF = 1.6, AROUND = 25;

export const roomFor = (paper: DossierPaper): number => ARRANGEMENTS[paper]().conflicts;

/** A dossier as a sheet, every part an element of its own, so that it can be changed in the composer. */
export function dossierSheet(page: DossierPage, { site, layers, scenario, paper, project, date, language }: { site: PlanFeature; layers: readonly Layer[]; scenario: string | null; paper: DossierPaper; project: string; date: string; language: Language }): SheetLayout {
  const { paper: size, row, boxes } = ARRANGEMENTS[paper]();
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0)), frame = boxes.map!;
  const about = groundOf([{ features: [site] }], plane)!;
  const scale = closeScale(Math.max((about.width + 2 * AROUND) / frame.width, (about.height + 2 * AROUND) / frame.height) * MARGIN_OF_GROUND * 1000);
  const half = HALF * scale / 1000, reach = { x: frame.width * scale / 2000, y: frame.height * scale / 2000 };
  const outlines = page.places.flatMap(({ text, place }) => {
    const [x, y] = plane.forward(...place);
    // What lies beyond the map is in the table only.
    if (Math.abs(x - about.east) > reach.x || Math.abs(y - about.north) > reach.y) return [];
    return [{ text, corners: [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => plane.inverse(x + dx * half, y + dy * half)) }];
  });
  const table = (id: Place, { title, rows }: PageTable): SheetElement[] => (boxes[id] ? [{ id, kind: 'table', box: boxes[id], title, rows, row, ...(FIGURES.includes(id) ? {} : { align: 'start' as const }) }] : []);
  const elements: SheetElement[] = [
    { id: 'title', kind: 'title', box: boxes.title!, text: page.title },
    { id: 'summary', kind: 'text', box: boxes.summary!, text: page.summary, size: 2.6 },
    { id: 'map', kind: 'map', box: frame, centre: plane.inverse(about.east, about.north), scale, rotation: 0, crs: plane.code, layers: layers.map(({ id }) => baselineId(id)), ...(scenario === null ? {} : { scenario }), grid: null, labels: false, outlines: [...shapeOutlines(site), ...outlines], outlinesAre: say('dossier.places', language) },
    { id: 'north', kind: 'north-arrow', box: boxes.north!, frame: 'map', wind: null },
    { id: 'scale', kind: 'scale-bar', box: boxes.scale!, frame: 'map' },
    { id: 'legend', kind: 'legend', box: boxes.legend!, frame: 'map' },
    { id: 'section', kind: 'section', box: boxes.section!, scale: null, ...page.section },
    ...table('facts', page.facts), ...table('ground', page.ground), ...table('relief', page.relief), ...table('window', page.window), ...table('robustness', page.robustness), ...table('benefits', page.benefits), ...table('conflicts', page.conflicts),
    ...(page.notes === '' ? [] : [{ id: 'notes', kind: 'text' as const, box: boxes.notes!, text: page.notes, size: 2.1 }]),
    { id: 'foot', kind: 'text', box: boxes.foot!, text: page.foot, size: 1.9 },
    { id: 'block', kind: 'title-block', box: boxes.block! },
  ];
  const titleBlock = {
    project, sheetName: page.name, sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date, revision: '', stage: say('layout.stage.draft', language), heightDatum: say('layout.datum', language),
    classification: '', reviewNumber: '',
  };
  return { id: page.id, name: page.name, language, template: null, paper: size, titleBlock, elements };
}

/** Tables whose columns are figures throughout. */
const FIGURES: readonly Place[] = ['benefits', 'conflicts'];

/** The site itself, so that it stands out among its neighbours. */
function shapeOutlines({ geometry }: PlanFeature): { corners: (readonly [number, number])[]; text: string }[] {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.map(([ring]) => ({ corners: ring.map(([lon, lat]) => [lon, lat] as const), text: '' }));
}

/** Where things stand, by paper. */
const ARRANGEMENTS: Readonly<Record<DossierPaper, () => Arrangement>> = { A4: upright, A3: lying };

/** Two columns: map, section, benefits and conflicts at the left; what is said of the site at the right, over the title block. */
function upright(): Arrangement {
  const paper = { size: 'A4', landscape: false } as const, area = drawingArea({ paper });
  const x = area.x + 3, y = area.y + 3, width = area.width - 6, gap = 2.5, bottom = area.y + area.height - 3;
  const row = 3.9, side = 72, left = width - side - gap, right = x + left + gap, top = y + 24;
  const foot = { x, y: bottom - 3.2, width, height: 3.2 };
  const [map, section, benefits] = stacked({ x, y: top, width: left }, [78, 60, row * 15], gap);
  const [, facts, relief, robustness] = stacked({ x: right, y: top, width: side }, [78, row * 19, row * 6, row * 7], gap);
  const conflicts = until({ x, y: benefits.y + benefits.height + gap, width: left }, foot.y - 11), block = until({ x: right, y: robustness.y + robustness.height + gap, width: side }, foot.y - 1.5);
  return {
    paper, row, conflicts: Math.floor(conflicts.height / row + 1e-9) - 2,
    boxes: {
      title: { x, y: y + 5, width, height: 9 }, summary: { x, y: y + 15, width, height: 8 }, map, section, benefits, facts, relief, robustness, conflicts, foot, block,
      north: { x: right, y: top, width: 12, height: 12 }, scale: { x: right + 14, y: top + 2, width: side - 14, height: 9 }, legend: { x: right, y: top + 13, width: side, height: 78 - 13 },
      notes: { x, y: foot.y - 10.2, width: left, height: 9.8 },
    },
  };
}

/** Boxes one under the other. */
function stacked({ x, y, width }: Omit<PaperBox, 'height'>, heights: readonly number[], gap: number): PaperBox[] {
  return heights.map((height, i) => ({ x, y: y + heights.slice(0, i).reduce((sum, own) => sum + own + gap, 0), width, height }));
}
const until = (box: Omit<PaperBox, 'height'>, bottom: number): PaperBox => ({ ...box, height: bottom - box.y });

function lying(): Arrangement {
  const paper = { size: 'A3', landscape: true } as const, area = drawingArea({ paper });
  const x = area.x + 3, y = area.y + 3, width = area.width - 6, gap = 3, bottom = area.y + area.height - 3;
  const row = 4.6, middle = 92, side = 128, left = width - middle - side - 2 * gap, second = x + left + gap, right = second + middle + gap;
  const top = y + 22, foot = { x, y: bottom - 3.5, width: width - side - gap, height: 3.5 }, block = { x: right, y: bottom - 52, width: side, height: 52 };
  const map = { x, y: top, width: left, height: 136 }, section = { x, y: map.y + map.height + gap, width: left, height: foot.y - 2 - map.y - map.height - gap };
  const facts = { x: second, y: top, width: middle, height: row * 19 }, ground = { x: second, y: facts.y + facts.height + gap, width: middle, height: row * 10 };
  const relief = { x: second, y: ground.y + ground.height + gap, width: middle, height: row * 6 }, window = { x: second, y: relief.y + relief.height + gap, width: middle, height: row * 9 };
  const benefits = { x: right, y: top + 66, width: side, height: row * 15 }, conflicts = { x: right, y: benefits.y + benefits.height + gap, width: side, height: block.y - benefits.y - benefits.height - 2 * gap - 12 };
  return {
    paper, row, conflicts: Math.floor(conflicts.height / row) - 2,
    boxes: {
      title: { x, y: y + 4, width, height: 10 }, summary: { x, y: y + 15, width, height: 5 }, map, section, facts, ground, relief, window, benefits, conflicts,
      north: { x: right, y: top, width: 14, height: 14 }, scale: { x: right, y: top + 17, width: 56, height: 9 }, legend: { x: right + 62, y: top, width: 62, height: 63 },
      robustness: { x: second, y: window.y + window.height + gap, width: middle, height: foot.y - 2 - window.y - window.height - gap },
      notes: { x: right, y: block.y - 2 - 10, width: side, height: 10 }, foot, block,
    },
  };
}
