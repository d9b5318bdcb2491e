import { rectangle, type Mark } from '../drawing.ts';
import { hatchMarks } from '../map/hatch.ts';
import { circle } from '../map/layer-marks.ts';
import { MM_PER_PIXEL, PRINT_SYMBOLS } from '../map/print-symbols.ts';
import { colourOf, strengthOf, type ColourRule } from '../../style/index.ts';
import type { DrawnLayer } from '../map/drawn-layer.ts';
import type { Box } from '../sheet.ts';

/** How a layer, or one of its classes, looks in the legend: as ground, line or point, whichever it has. */
export function swatchMarks({ layer, symbology, opacity }: DrawnLayer, color: string | null, box: Box): Mark[] {
  const { fill, outline, line, point } = symbology, strength = strengthOf(symbology, opacity);
  const of = (rule: ColourRule) => (rule.kind === 'single' || color === null ? colourOf(rule, {}) : color);
  const { x, y, width, height } = box;
  const kinds = new Set(layer.features.map(({ geometry }) => geometry.type.replace('Multi', '')));
  if ((fill || outline) && (kinds.has('Polygon') || (!line && !point))) {
    const ring = rectangle(x, y, width, height);
    const hatch = PRINT_SYMBOLS[layer.schema]?.hatch;
    return [
      { kind: 'path', lines: [ring], closed: true, ...(fill ? { fill: { color: of(fill), opacity: strength.fill } } : {}), ...(outline ? { stroke: { color: of(outline.color), opacity: strength.line, width: Math.min(0.5, outline.width * MM_PER_PIXEL), ...(outline.dash ? { dash: outline.dash.map((part) => part * outline.width * MM_PER_PIXEL) } : {}) } } : {}) },
      ...(hatch ? hatchMarks([ring], { ...hatch, spacing: Math.min(hatch.spacing, 1.2) }, box) : []),
    ];
  }
  if (line && kinds.has('LineString')) return [...(of(line.color) === '#ffffff' ? [onGrey(box)] : []), { kind: 'path', lines: [[x, y + height / 2, x + width, y + height / 2]], closed: false, stroke: { color: of(line.color), opacity: strength.line, width: Math.min(1, line.width * MM_PER_PIXEL), ...(line.dash ? { dash: line.dash.map((part) => part * line.width * MM_PER_PIXEL) } : {}) } }];
  const mark = PRINT_SYMBOLS[layer.schema]?.mark;
  if (point) return [{ kind: 'path', lines: [circle([x + width / 2, y + height / 2], Math.min(height / 2, point.radius * MM_PER_PIXEL))], closed: true, fill: { color: of(point.color), opacity }, stroke: { color: point.stroke, opacity, width: MM_PER_PIXEL } }, ...(mark ? [{ kind: 'text' as const, text: mark, x: x + width / 2, y: y + height * 0.66, size: height * 0.5, anchor: 'middle' as const, weight: 'bold' as const, color: '#ffffff' }] : [])];
  return [];
}

/** White on white is seen on a ground of its own. */
function onGrey({ x, y, width, height }: Box): Mark {
  return { kind: 'path', lines: [rectangle(x, y, width, height)], closed: true, fill: { color: '#dcd8cf', opacity: 1 } };
}
