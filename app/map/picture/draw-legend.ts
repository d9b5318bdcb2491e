import { type ColourRule, strengthOf, type Symbology } from '../../../geo/index.ts';
import { FONT, INK, INK_SOFT, LINE, write, type Pen } from './pen.ts';
import type { LegendGroup, SheetContent } from './sheet-content.ts';

const ROW = 21, CLOSEST = 16, PAUSE = 6, HEADING = 24, COLUMN_GAP = 20, SIGN = 22, TEXT = 30, NARROWEST = 150, WIDEST = 230;

/** One line of the legend, with its place below the top of its column. */
interface Line {
  text: string;
  kind: 'group' | 'column' | 'class';
  group: LegendGroup;
  color: string | null;
}
interface Column {
  lines: Line[];
  width: number;
}
export interface LaidLegend {
  title: string;
  columns: Column[];
  /** Height of a line: a legend that nearly fits is set a little closer. */
  row: number;
  width: number;
  height: number;
}

/** Breaks the legend into as many columns as its height asks for. */
export function measureLegend(pen: Pen, { legend, legendTitle }: SheetContent, height: number): LaidLegend {
  const groups = legend.map(linesOf);
  const room = height - HEADING - 24 - PAUSE * groups.filter((lines) => lines.length > 1).length * 2;
  const fitting = room / Math.max(1, groups.flat().length);
  const row = fitting >= CLOSEST ? Math.min(ROW, fitting) : ROW;
  pen.font = `600 12px ${FONT}`;
  const columns = intoColumns(groups, Math.max(4, Math.floor(room / row)))
    .map((lines) => ({ lines, width: Math.min(WIDEST, Math.max(NARROWEST, ...lines.map((line) => pen.measureText(line.text).width + TEXT + 4))) }));
  const width = columns.reduce((sum, column) => sum + column.width + COLUMN_GAP, 0) - COLUMN_GAP + 24;
  return { title: legendTitle, columns, row, width, height };
}

/** A layer that does not fit the rest of a column begins the next one, unless it is longer than a column itself. */
function intoColumns(groups: readonly Line[][], perColumn: number): Line[][] {
  const columns: Line[][] = [[]];
  for (const lines of groups) {
    const left = perColumn - columns[columns.length - 1].length;
    if (lines.length > left && (lines.length <= perColumn || left < 4)) columns.push([]);
    for (const line of lines) {
      if (columns[columns.length - 1].length === perColumn) columns.push([]);
      columns[columns.length - 1].push(line);
    }
  }
  return columns;
}

function linesOf(group: LegendGroup): Line[] {
  const classes = group.rows.map((row): Line => ({ text: row.label, kind: 'class', group, color: row.color }));
  const heading: Line = { text: group.title, kind: 'group', group, color: null };
  return group.column ? [heading, { text: group.column, kind: 'column', group, color: null }, ...classes] : [heading, ...classes];
}

export function drawLegend(pen: Pen, legend: LaidLegend, x: number, y: number): void {
  pen.strokeStyle = LINE;
  pen.lineWidth = 1;
  pen.strokeRect(x, y, legend.width, legend.height);
  write(pen, legend.title, x + 12, y + 20, { size: 14, weight: 600 });
  let left = x + 12;
  for (const { lines, width } of legend.columns) {
    let at = y + HEADING + 22;
    lines.forEach((line, n) => {
      // A layer with classes stands a little apart from what is above it.
      if (n > 0 && line.kind === 'group' && (line.group.rows.length > 0 || lines[n - 1].kind === 'class')) at += PAUSE;
      drawLine(pen, line, left, at, width);
      at += legend.row;
    });
    left += width + COLUMN_GAP;
  }
}

function drawLine(pen: Pen, { text, kind, group, color }: Line, x: number, y: number, width: number): void {
  if (kind === 'column') return write(pen, text, x, y - 2, { size: 11, color: INK_SOFT, most: width });
  if (kind === 'class') {
    // An outline that carries the classes is shown as one.
    const { symbology } = group, strength = strengthOf(symbology, group.opacity);
    if (!symbology.fill && symbology.outline) patch(pen, x, y, null, color, strength, symbology.outline.dash, symbology.outline.width);
    else if (symbology.fillShare !== undefined) patch(pen, x, y, color, color, strength, symbology.line?.dash);
    else patch(pen, x, y, color, '#00000030', { fill: strength.fill, line: 1 });
    return write(pen, text, x + TEXT, y, { color: INK_SOFT, most: width - TEXT });
  }
  const classed = group.rows.length > 0;
  if (!classed) sign(pen, group.symbology, strengthOf(group.symbology, group.opacity), x, y);
  write(pen, text, classed ? x : x + TEXT, y, { weight: 600, color: INK, most: width - (classed ? 0 : TEXT) });
}

/** The layer's sign as it stands on the map. */
function sign(pen: Pen, { fill, outline, line, point }: Symbology, strength: Strength, x: number, y: number): void {
  if (fill || outline) return patch(pen, x, y, fill ? firstColor(fill) : null, outline ? firstColor(outline.color) : null, strength, outline?.dash);
  if (line) {
    pen.beginPath();
    pen.moveTo(x, y + 3);
    pen.lineTo(x + 8, y - 3);
    pen.lineTo(x + SIGN, y + 1);
    pen.strokeStyle = LINE;
    pen.lineWidth = 4;
    pen.stroke();
    pen.strokeStyle = firstColor(line.color);
    pen.lineWidth = 2.4;
    pen.stroke();
  } else if (point) {
    pen.beginPath();
    pen.arc(x + SIGN / 2, y, 5, 0, Math.PI * 2);
    pen.fillStyle = firstColor(point.color);
    pen.fill();
  }
}
type Strength = ReturnType<typeof strengthOf>;
function patch(pen: Pen, x: number, y: number, fill: string | null, stroke: string | null, strength: Strength, dash: readonly number[] = [], strokeWidth = 1.2): void {
  if (fill) {
    pen.globalAlpha = strength.fill;
    pen.fillStyle = fill;
    pen.fillRect(x, y - 6, SIGN, 12);
    pen.globalAlpha = 1;
  }
  if (!stroke) return;
  pen.globalAlpha = strength.line;
  pen.setLineDash([...dash]);
  pen.strokeStyle = stroke;
  pen.lineWidth = strokeWidth;
  pen.strokeRect(x + 0.5, y - 5.5, SIGN - 1, 11);
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}
function firstColor(rule: ColourRule): string {
  if (rule.kind === 'single') return rule.color;
  return rule.kind === 'classes' ? rule.stops[0].color : rule.rows[0]?.color ?? rule.other;
}
