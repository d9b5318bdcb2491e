import { MARGIN_OF_GROUND } from './ground.ts';
import { fittingScale } from './scales.ts';
import { wordsIn, type Language } from '../messages/index.ts';
import type { Layer, SchemaId } from '../model/index.ts';
import type { Box, MapFrame, SheetElement, TextBox } from './sheet.ts';

/** What a template draws in a frame of its own for each value: features of one schema, the values of a choice in their order. */
export interface Split {
  schema: SchemaId;
  field: string;
  values: readonly string[];
}
/** mm between frames. */
const GAP = 2;

/** The values that the layers have, in the order of the choice, others after them as they come; null, for what is not stated, last. */
export function valuesIn(layers: readonly Layer[], { schema, field, values }: Split): (string | null)[] {
  const found = new Set(layers.filter((layer) => layer.schema === schema).flatMap(({ features }) => features.map(({ properties }) => (properties[field] ?? null) as string | null)));
  const known = values.filter((value) => found.has(value));
  const others = [...found].filter((value): value is string => value !== null && !values.includes(value)).sort();
  return [...known, ...others, ...(found.has(null) ? [null] : [])];
}

/** One frame for each value, at one scale, as large as the place allows, each with its value written in its corner. A single value needs no second frame. */
export function splitFrame(frame: MapFrame, values: readonly (string | null)[], { schema, field }: Split, ground: { width: number; height: number }, language: Language): SheetElement[] {
  if (values.length < 2) return [frame];
  const words = wordsIn(language);
  const cells = bestCells(frame.box, values.length, ground);
  const scale = fittingScale(grown(ground), cells[0]);
  return values.flatMap((value, i): [MapFrame, TextBox] => {
    const id = i === 0 ? frame.id : `${frame.id}-${i + 1}`, text = value === null ? words('layout.split.none') : words(`choice.${field}.${value}`, {}, value);
    return [
      { ...frame, id, box: cells[i], scale, only: { schema, field, values: [value] } },
      { id: `${id}-caption`, kind: 'text', box: { x: cells[i].x + 2, y: cells[i].y + 1, width: cells[i].width - 4, height: 8 }, text, size: 4.2, halo: true },
    ];
  });
}
const grown = ({ width, height }: { width: number; height: number }) => ({ width: width * MARGIN_OF_GROUND, height: height * MARGIN_OF_GROUND });

/** Rows and columns of equal cells in which the ground is largest, row by row; of ways that are as good the one that leaves fewest cells empty. */
function bestCells(box: Box, count: number, ground: { width: number; height: number }): Box[] {
  const ways = Array.from({ length: count }, (_, i) => {
    const columns = i + 1, rows = Math.ceil(count / columns);
    const width = (box.width - GAP * (columns - 1)) / columns, height = (box.height - GAP * (rows - 1)) / rows;
    return { columns, width, height, needed: Math.max(ground.width / width, ground.height / height), empty: columns * rows - count };
  });
  const { columns, width, height } = ways.reduce((best, way) => (way.needed < best.needed - 1e-9 || (way.needed < best.needed + 1e-9 && way.empty < best.empty) ? way : best));
  return Array.from({ length: count }, (_, i) => ({ x: box.x + (i % columns) * (width + GAP), y: box.y + Math.floor(i / columns) * (height + GAP), width, height }));
}
