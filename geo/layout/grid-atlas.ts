import { extentsOf } from '../geometry/index.ts';
import { say } from '../messages/index.ts';
import { UserError, type Layer } from '../model/index.ts';
import { contentsSheets, firstFrame, MOST_SHEETS, pageWith } from './atlas.ts';
import { FrameView } from './frame.ts';
import { wholeGround } from './ground.ts';
import type { MapFrame, SheetElement, SheetLayout } from './sheet.ts';

interface Cell { row: number; column: number; east: number; north: number; name: string }

/**
 * An atlas cell by cell: the ground of the layers cut into frames at the layout's own scale, rows from north (A, B, …), columns from west (1, 2, …),
 * cells without anything of the layers left out. At each edge of a map stands the sheet that goes on there (接图表).
 * @throws UserError `layout.atlas-empty`, `layout.atlas-large`
 */
export function gridAtlasSheets({ layout, layers }: { layout: SheetLayout; layers: readonly Layer[] }): SheetLayout[] {
  const frame = { ...firstFrame(layout, ''), rotation: 0 };
  const cells = cellsOf(frame, layers.filter(({ id }) => frame.layers === null || frame.layers.includes(id)));
  if (cells.length === 0) throw new UserError('layout.atlas-empty', { layer: say('layout.atlas.cells', layout.language) });
  const { plane } = new FrameView(frame);
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const pages = cells.map((cell, i): SheetLayout => {
    const page = pageWith(layout, { ...frame, centre: plane.inverse(cell.east, cell.north), crs: plane.code }, { name: cell.name, number: i + 1, fields: { name: cell.name } });
    return { ...page, elements: [...page.elements, ...neighbours(cell, byPlace, frame, layout)] };
  });
  return [...contentsSheets(layout, frame, cells.map(({ name }) => name), pages), ...pages];
}

function cellsOf(frame: MapFrame, layers: readonly Layer[]): Cell[] {
  const { plane } = new FrameView(frame);
  const ground = wholeGround(layers, plane);
  if (!ground) return [];
  const width = frame.box.width * frame.scale / 1000, height = frame.box.height * frame.scale / 1000;
  const columns = Math.max(1, Math.ceil(ground.width / width)), rows = Math.max(1, Math.ceil(ground.height / height));
  if (columns * rows > MOST_SHEETS) throw new UserError('layout.atlas-large', { n: columns * rows, most: MOST_SHEETS });
  const west = ground.east - columns * width / 2, north = ground.north + rows * height / 2;
  const full = new Set(occupied(layers, [rows - 1, columns - 1], (lon, lat) => {
    const [e, n] = plane.forward(lon, lat);
    return [Math.floor((north - n) / height), Math.floor((e - west) / width)];
  }));
  return Array.from({ length: rows * columns }, (_, k): Cell => {
    const row = Math.floor(k / columns), column = k % columns;
    return { row, column, east: west + (column + 0.5) * width, north: north - (row + 0.5) * height, name: `${letters(row)}${column + 1}` };
  }).filter(({ row, column }) => full.has(`${row} ${column}`));
}

/** Cells that the extent of a feature reaches into; the boundary alone fills none. */
function occupied(layers: readonly Layer[], most: readonly [number, number], cellAt: (lon: number, lat: number) => [number, number]): string[] {
  const geometries = layers.filter(({ schema }) => schema !== 'boundary').flatMap(({ features }) => features.map(({ geometry }) => geometry));
  const extents = extentsOf(geometries);
  return geometries.flatMap((_, i) => {
    const [w, s, e, n] = extents.subarray(4 * i, 4 * i + 4);
    if (!(w <= e)) return [];
    // Ground beyond the cells is on none of them.
    const [r1, c1] = cellAt(w, n).map((k, axis) => Math.max(0, Math.min(k, most[axis]))), [r2, c2] = cellAt(e, s).map((k, axis) => Math.max(0, Math.min(k, most[axis])));
    const found: string[] = [];
    for (let row = Math.min(r1, r2); row <= Math.max(r1, r2); row++) for (let column = Math.min(c1, c2); column <= Math.max(c1, c2); column++) found.push(`${row} ${column}`);
    return found;
  });
}
/** A … Z, AA … */
const letters = (row: number): string => (row < 26 ? String.fromCharCode(65 + row) : letters(Math.floor(row / 26) - 1) + letters(row % 26));

const WIDTH = 26, HEIGHT = 5;
/** Inside the map's edges: which sheet goes on there. */
function neighbours({ row, column }: Cell, cells: ReadonlyMap<string, Cell>, { box }: MapFrame, { language }: SheetLayout): SheetElement[] {
  const middle = { x: box.x + (box.width - WIDTH) / 2, y: box.y + (box.height - HEIGHT) / 2 };
  const SIDES: readonly [string, number, number, number, number][] = [
    ['north', row - 1, column, middle.x, box.y + 1], ['south', row + 1, column, middle.x, box.y + box.height - HEIGHT - 1],
    ['west', row, column - 1, box.x + 1, middle.y], ['east', row, column + 1, box.x + box.width - WIDTH - 1, middle.y],
  ];
  return SIDES.flatMap(([side, r, c, x, y]): SheetElement[] => {
    const other = cells.get(`${r} ${c}`);
    return other ? [{ id: `joins-${side}`, kind: 'text', text: say('layout.atlas.joins', language, { sheet: other.name }), size: 2.4, box: { x, y, width: WIDTH, height: HEIGHT }, halo: true }] : [];
  });
}
