import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { type CategoryRow, type ColourRule, type Layer, type Symbology, unitOfResult } from '../../geo/index.ts';
import { COLOUR_COLUMNS, symbologyOf, symbologyOfPersons } from '../../geo/index.ts';

/** What a feature without a value has in an expression of classes: less than any first class. */
const BELOW_ALL = -1e9;

export const sourceId = (layerId: string) => `layer/${layerId}`;
/** Names stand on points of their own: a polygon would be named once for each of its parts and of the map's tiles. */
export const labelSourceId = (layerId: string) => `${sourceId(layerId)}#label`;
/** The layer that a source of the map draws. */
export const layerOfSource = (source: string) => source.slice('layer/'.length).replace(/#label$/, '');
/** The cascade: the font that ships with the program, then what Chinese desktops have. */
export const MAP_FONTS = ['Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'sans-serif'];

const POLYGONS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const POINTS: FilterSpecification = ['==', ['geometry-type'], 'Point'];

/** A colour rule in the map's expression language. Feature state overrides the column while a slider moves. */
export function colourExpression(rule: ColourRule): string | ExpressionSpecification {
  if (rule.kind === 'single') return rule.color;
  if (rule.kind === 'classes') {
    const value: ExpressionSpecification = ['coalesce', ['feature-state', rule.field], ['get', rule.field], BELOW_ALL];
    const step = ['step', value, rule.unknown, ...rule.stops.flatMap((stop) => [stop.from, stop.color])];
    return (rule.none ? ['case', ['==', ['get', rule.none.field], 0], rule.none.color, step] : step) as unknown as ExpressionSpecification;
  }
  const value: ExpressionSpecification = ['to-string', ['get', rule.field]];
  const match = (of: unknown, rows: readonly CategoryRow[], other: unknown) => ['match', of, ...rows.flatMap((row) => [row.value, row.color]), other] as unknown as ExpressionSpecification;
  if (rule.kind === 'category') return match(value, rule.rows, rule.other);
  // Longest first: what no row of so many letters fits is asked with fewer.
  const lengths = [...new Set(rule.rows.map((row) => row.value.length))].sort((a, b) => a - b);
  return lengths.reduce<string | ExpressionSpecification>((other, length) => match(['slice', value, 0, length], rule.rows.filter((row) => row.value.length === length), other), rule.other);
}

/** Symbology as it is shown: the schema's row with the column the user chose to colour by. */
export function shownSymbology(layer: Layer, colourBy: string | undefined): Symbology {
  const row = symbologyOf(layer.schema);
  const rule = colourBy && layer.schema === 'demand-result' ? COLOUR_COLUMNS[colourBy] : undefined;
  const shown = rule ? { ...row, fill: rule, point: row.point && { ...row.point, color: rule } } : row;
  return unitOfResult(layer) === 'person' ? symbologyOfPersons(shown) : shown;
}

/** The map layers of one project layer, bottom first. Ids start with the source id. */
export function styleLayers(layer: Layer, symbology: Symbology): LayerSpecification[] {
  const source = sourceId(layer.id);
  const base = { source, minzoom: symbology.minZoom ?? 0 };
  const { fill, outline, line, point, label } = symbology;
  const layers: LayerSpecification[] = [];
  if (fill) layers.push({ ...base, id: `${source}/fill`, type: 'fill', filter: POLYGONS, paint: { 'fill-color': colourExpression(fill), 'fill-antialias': !outline } });
  if (outline) layers.push({ ...base, id: `${source}/outline`, type: 'line', filter: POLYGONS, paint: linePaint(outline) });
  if (line) layers.push({ ...base, id: `${source}/line`, type: 'line', filter: LINES, layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: linePaint(line) });
  if (point) layers.push({ ...base, id: `${source}/point`, type: 'circle', filter: POINTS, paint: {
    'circle-color': colourExpression(point.color), 'circle-stroke-color': point.stroke, 'circle-stroke-width': 1,
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, point.radius * 0.45, 14, point.radius * 0.8, 17, point.radius * 1.4],
  } });
  if (label) layers.push(labelLayer(layer.id, label));
  return layers;
}

function linePaint(line: NonNullable<Symbology['line']>) {
  return {
    'line-color': colourExpression(line.color),
    'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 11, line.width * 0.5, 14, line.width, 18, line.width * 2] as ExpressionSpecification,
    ...(line.dash ? { 'line-dasharray': [...line.dash] } : {}),
  };
}

/** Ranks are written on the best sites only: a number on every one of hundreds says nothing. */
export const RANKS_WRITTEN = 20;

function labelLayer(layerId: string, label: NonNullable<Symbology['label']>): LayerSpecification {
  const ranked = label.field === 'rank';
  return {
    id: `${sourceId(layerId)}/label`, source: labelSourceId(layerId), type: 'symbol', minzoom: label.minZoom,
    ...(ranked ? { filter: ['<=', ['get', 'label'], RANKS_WRITTEN] as FilterSpecification } : {}),
    layout: {
      'text-field': ['to-string', ['get', 'label']],
      'text-font': MAP_FONTS, 'text-size': label.size, 'text-max-width': 9,
      'symbol-sort-key': ranked ? ['get', 'label'] as ExpressionSpecification : label.priority, 'text-padding': 3,
    },
    paint: { 'text-color': label.color, 'text-halo-color': 'rgba(255,255,255,0.92)', 'text-halo-width': 1.6 },
  };
}

/** Opacity is one number a layer; lines and labels stay a little stronger than the ground they stand on. */
export function opacityPaint(type: LayerSpecification['type'], opacity: number, fillShare = 1): [string, number][] {
  const table: Partial<Record<LayerSpecification['type'], [string, number][]>> = {
    fill: [['fill-opacity', opacity * fillShare]],
    line: [['line-opacity', Math.min(1, opacity * 1.15)]],
    circle: [['circle-opacity', opacity], ['circle-stroke-opacity', opacity]],
    symbol: [['text-opacity', Math.min(1, opacity * 1.3)]],
  };
  return table[type] ?? [];
}
