import { withStrata } from '../depth/index.ts';
import { MARGIN_OF_GROUND } from './ground.ts';
import { fittingScale } from './scales.ts';
import { say, wordsIn, type Language } from '../messages/index.ts';
import type { DepthContext, Layer, SchemaId, Stratum } from '../model/index.ts';
import type { Box, MapFrame, SheetElement, TextBox } from './sheet.ts';

/** What a template draws in a frame of its own for each stratum: features of one schema, by the field that names it. */
export interface Split {
  schema: SchemaId;
  field: string;
}
/** A frame's stratum: one of the project's, what zones state that is none of them, or none. */
export type SplitValue = Stratum | string | null;
/** mm between frames. */
const GAP = 2;

/** The strata that have zones: those of the project from the ground down, others as they are named; null, for what is not stated, last. */
export function strataIn(layers: readonly Layer[], depths: DepthContext): SplitValue[] {
  const found = new Set(layers.filter(({ schema }) => schema === 'underground-zone').flatMap((layer) => withStrata(layer, depths).features.map(({ properties }) => (properties['stratum'] ?? null) as string | null)));
  const known = depths.strata.filter(({ code }) => found.has(code));
  const others = [...found].filter((value): value is string => value !== null && !depths.strata.some(({ code }) => code === value)).sort();
  return [...known, ...others, ...(found.has(null) ? [null] : [])];
}

/** One frame for each value, at one scale, as large as the place allows, each with its value written in its corner. A single value needs no second frame. */
export function splitFrame(frame: MapFrame, { schema, field }: Split, values: readonly SplitValue[], ground: { width: number; height: number }, language: Language): SheetElement[] {
  if (values.length < 2) return [frame];
  const cells = bestCells(frame.box, values.length, ground);
  const scale = fittingScale(grown(ground), cells[0]);
  return values.flatMap((value, i): [MapFrame, TextBox] => {
    const id = i === 0 ? frame.id : `${frame.id}-${i + 1}`;
    return [
      { ...frame, id, box: cells[i], scale, only: { schema, field, values: [value === null || typeof value === 'string' ? value : value.code] } },
      { id: `${id}-caption`, kind: 'text', box: { x: cells[i].x + 2, y: cells[i].y + 1, width: cells[i].width - 4, height: 8 }, text: captionOf(value, field, language), size: 4.2, halo: true },
    ];
  });
}
/** Its name, with the depths that it reaches through where the project says so. */
function captionOf(value: SplitValue, field: string, language: Language): string {
  if (value === null) return say('layout.split.none', language);
  const words = wordsIn(language);
  if (typeof value === 'string') return words(`choice.${field}.${value}`, {}, value);
  const { code, name, from, to } = value, own = name ?? words(`choice.${field}.${code}`, {}, code);
  return to === null ? say('layout.split.below', language, { name: own, from }) : say('layout.split.range', language, { name: own, from, to });
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
