import { say, wordsIn } from '../../messages/index.ts';
import type { Mark } from '../drawing.ts';
import type { FrameContent, LayerInFrame, SheetContext } from '../context.ts';
import { fitted } from '../font/wrap.ts';
import { SOFT, words } from '../furniture/pens.ts';
import type { DrawnLayer } from '../map/drawn-layer.ts';
import type { OfFrame } from '../sheet.ts';
import { legendColumn, legendRows, mainRule } from '../../style/index.ts';
import { swatchMarks } from './swatch.ts';

/** A line of the legend: a layer with its sign, the heading of one with classes, what these are of, or a class. */
interface LegendLine {
  kind: 'layer' | 'column' | 'class';
  text: string;
  drawn: DrawnLayer;
  color: string | null;
  sign: boolean;
}
/** mm, on a column of 72 mm as an A3 has; larger papers are read from farther away. */
const TALLEST = 5, LOWEST = 3.4, NARROWEST = 42, COLUMN = 72, SMALLEST = 0.7;

/** Only what is in the frame (or frames), top layer first, in as many columns as fit; lines are set closer before any is left out. */
export function legendMarks({ id, box, frame, also = [], isSmall = false }: OfFrame, { frames, faces, language, leaveOut }: SheetContext): Mark[] {
  const contents = [frame, ...also].flatMap((one) => frames.get(one) ?? []);
  if (contents.length === 0) return [];
  const k = isSmall ? SMALLEST : Math.max(SMALLEST, box.width / COLUMN);
  const heading = Math.min(7 * k, box.height * 0.1);
  const lines = legendLines(together(contents), language);
  const columns = columnsFor(lines.length, box.width / k, (box.height - heading) / k);
  const room = box.height - heading;
  const height = Math.max(LOWEST * k, Math.min(TALLEST * k, room / Math.ceil(lines.length / columns)));
  const perColumn = Math.floor(room / height + 1e-9);
  for (const line of lines.slice(perColumn * columns)) leaveOut({ code: 'layout.legend-cut', frame: id, layer: line.drawn.title, text: line.text });
  const width = box.width / columns, size = height * 0.52;
  return [
    words(say('layout.legend', language), box.x + box.width / 2, box.y + heading / 2, Math.min(4 * k, heading * 0.6), { anchor: 'middle', weight: 'bold' }),
    ...lines.slice(0, perColumn * columns).flatMap(({ kind, text, drawn, color, sign }, i): Mark[] => {
      const x = box.x + Math.floor(i / perColumn) * width, y = box.y + heading + (i % perColumn) * height;
      const indent = kind === 'column' || !sign ? 0 : height * 1.9;
      const own = fitted(text, width - indent - 1, size, faces, kind === 'layer' ? 'bold' : 'regular');
      if (own.cut) leaveOut({ code: 'layout.words-cut', frame: id, layer: drawn.title, text });
      const label = words(own.text, x + indent, y + height / 2, own.size, { weight: kind === 'layer' ? 'bold' : 'regular', ...(kind === 'column' ? { color: SOFT } : {}) });
      return [...(sign ? swatchMarks(drawn, color, { x, y: y + height * 0.18, width: height * 1.5, height: height * 0.64 }) : []), label];
    }),
  ];
}

function columnsFor(lines: number, width: number, height: number): number {
  const most = Math.max(1, Math.floor(width / NARROWEST));
  for (let columns = 1; columns < most; columns++) if (lines / columns * 4 <= height) return columns;
  return most;
}

/** What lies in any of the frames, each layer once. */
function together(contents: readonly FrameContent[]): LayerInFrame[] {
  const layers = new Map<string, LayerInFrame>();
  for (const found of contents.flatMap((content) => content.layers)) {
    const before = layers.get(found.drawn.layer.id);
    layers.set(found.drawn.layer.id, before ? { ...before, features: [...new Set([...before.features, ...found.features])] } : found);
  }
  return [...layers.values()];
}

function legendLines(layers: readonly LayerInFrame[], language: 'zh' | 'en'): LegendLine[] {
  return [...layers].reverse().flatMap(({ drawn, features }): LegendLine[] => {
    if (features.length === 0) return [];
    const rule = mainRule(drawn.symbology);
    const rows = rule ? legendRows(rule, features, wordsIn(language)) : [];
    const line = (rest: Partial<LegendLine>): LegendLine => ({ kind: 'layer', text: drawn.title, drawn, color: null, sign: rows.length === 0, ...rest });
    const column = rule && rows.length > 0 ? legendColumn(rule, drawn.layer, wordsIn(language)) : '';
    return [line({}), ...(column === '' ? [] : [line({ kind: 'column', text: column })]), ...rows.map(({ color, label }) => line({ kind: 'class', text: label, color, sign: true }))];
  });
}
